import {useEffect, useRef, useState} from 'preact/hooks';
import {get, type EntityType, type Hit} from './api';
import {say, type Lang} from './i18n';
import {Show} from './parts';
import {entityLink, type Route} from './route';
import {useAnswer} from './use_answer';

const kinds: EntityType[] = ['official', 'body', 'place', 'meeting', 'directive', 'document'];

/** The search box with suggestions, as a combobox that keys and screen readers can use. */
export function SearchBox({lang, initial}: {lang: Lang; initial: string}) {
  const [text, setText] = useState(initial);
  const [hits, setHits] = useState<Hit[]>([]);
  const [chosen, setChosen] = useState(-1);
  const asked = useRef(0);
  useEffect(() => setText(initial), [initial]);

  const suggest = (value: string) => {
    setText(value);
    setChosen(-1);
    const turn = ++asked.current;
    if (value.trim().length < 2) return setHits([]);
    setTimeout(() => {
      if (turn !== asked.current) return;
      get<{items: Hit[]}>('/v1/suggest', {q: value}, lang)
          .then(({items}) => turn === asked.current && setHits(items))
          .catch(() => turn === asked.current && setHits([]));
    }, 120);
  };
  const close = () => {
    ++asked.current;
    setHits([]);
  };
  const go = () => {
    if (!text.trim()) return;
    location.hash = chosen >= 0 ? entityLink(hits[chosen]) : `#/search?q=${encodeURIComponent(text.trim())}`;
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, -1));
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return (
    <form class="search" role="search" onSubmit={(event) => { event.preventDefault(); go(); }}>
      <input type="search" name="q" value={text} autocomplete="off" role="combobox" aria-expanded={hits.length > 0}
             aria-controls="suggestions" aria-label={say('placeholder', lang)} placeholder={say('placeholder', lang)}
             onInput={(event) => suggest(event.currentTarget.value)} onKeyDown={onKey}
             onBlur={() => setTimeout(close, 200)} />
      <button type="submit">{say('search', lang)}</button>
      {hits.length > 0 && (
        <ul id="suggestions" role="listbox">
          {hits.map((hit, at) => (
            <li role="option" aria-selected={at === chosen}>
              <a href={entityLink(hit)} onClick={close}><HitLine hit={hit} /></a>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

function HitLine({hit}: {hit: Hit}) {
  return (
    <>
      <span class={`kind ${hit.type}`}>{hit.type_label}</span> <b>{hit.label}</b>
      {hit.description && <small> {hit.description}</small>}
    </>
  );
}

interface Found {
  items: Hit[];
  suggestions: Hit[];
  next: string | null;
}

export function SearchPage({route, lang}: {route: Route; lang: Lang}) {
  const query = route.query.get('q') ?? '';
  const type = route.query.get('type') ?? '';
  const answer = useAnswer<Found>('/v1/search', {q: query, type, limit: 50}, lang);
  const link = (kind: string) => `#/search?q=${encodeURIComponent(query)}${kind && `&type=${kind}`}`;
  return (
    <section>
      <nav class="kinds">
        {['', ...kinds].map((kind) => (
          <a href={link(kind)} aria-current={kind === type ? 'true' : undefined}>
            {say((kind || 'all') as EntityType | 'all', lang)}
          </a>
        ))}
      </nav>
      <Show answer={answer} lang={lang}>
        {(found) => (
          <>
            {found.items.length === 0 && <p>{say('nothing', lang)}</p>}
            <ul class="hits">
              {(found.items.length ? found.items : found.suggestions).map((hit) => (
                <li><a href={entityLink(hit)}><HitLine hit={hit} /></a></li>
              ))}
            </ul>
            {found.next && <p class="note">{say('truncated', lang)}</p>}
          </>
        )}
      </Show>
    </section>
  );
}
