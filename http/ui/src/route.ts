import {useEffect, useState} from 'preact/hooks';

/** Where the page is: `#/search?q=…`, `#/entity/ID`, `#/document/ID?at=BEGIN-END`, with `why=1` its reasons. */
export interface Route {
  page: 'home' | 'search' | 'entity' | 'document';
  id: string;
  query: URLSearchParams;
}

function parse(hash: string): Route {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', id = ''] = path.split('/');
  const known = page === 'search' || page === 'entity' || page === 'document';
  return {page: known ? page : 'home', id, query: new URLSearchParams(query)};
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parse(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parse(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

export const entityLink = (ref: {id: string; type?: string}): string =>
    ref.type === 'document' ? `#/document/${ref.id}` : `#/entity/${ref.id}`;
export const sentenceLink = (document: string, span: {begin: number; end: number} | null): string =>
    `#/document/${document}` + (span ? `?at=${span.begin}-${span.end}` : '');
/** The article with its reasons, at a sentence if there is one. */
export const whyLink = (document: string, span: {begin: number; end: number} | null): string =>
    `#/document/${document}?why=1` + (span ? `&at=${span.begin}-${span.end}` : '');
