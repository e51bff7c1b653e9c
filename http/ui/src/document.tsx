import {useEffect, useMemo, useRef} from 'preact/hooks';
import type {ArticleView, Ref, Span} from './api';
import {say, showDate, type Lang} from './i18n';
import {RefLink, Show} from './parts';
import {entityLink, type Route} from './route';
import {useAnswer} from './use_answer';

export function DocumentPage({route, lang}: {route: Route; lang: Lang}) {
  const answer = useAnswer<ArticleView>(`/v1/documents/${route.id}`, {}, lang);
  const [begin, end] = (route.query.get('at') ?? '').split('-').map(Number);
  const at = end > begin ? {begin, end} : null;
  return <Show answer={answer} lang={lang}>{(article) => <ArticleBody article={article} at={at} lang={lang} />}</Show>;
}

/** A stretch of text with what covers it. */
interface Piece {
  text: string;
  entity?: Ref;
  marked: boolean;
  quiet: boolean;
}

/** Cuts the article where spans begin and end. Spans count bytes of UTF-8, strings here count UTF-16 units. */
function cut(article: ArticleView, at: Span | null): Piece[] {
  const bytes = new TextEncoder().encode(article.text);
  const decoder = new TextDecoder();
  const mentions = article.mentions.flatMap(({entity, spans}) => spans.map((span) => ({entity, span})));
  const quiet = article.blocks.filter(({kind}) => kind === 'boilerplate').map(({span}) => span);
  const borders = new Set([0, bytes.length]);
  for (const span of [...mentions.map((m) => m.span), ...quiet, ...(at ? [at] : [])]) borders.add(span.begin).add(span.end);
  const cuts = [...borders].sort((a, b) => a - b);
  const inside = (span: Span, begin: number, end: number) => span.begin <= begin && end <= span.end;
  return cuts.slice(0, -1).map((begin, i) => {
    const end = cuts[i + 1];
    return {
      text: decoder.decode(bytes.subarray(begin, end)),
      entity: mentions.find(({span}) => inside(span, begin, end))?.entity,
      marked: at !== null && inside(at, begin, end),
      quiet: quiet.some((span) => inside(span, begin, end)),
    };
  });
}

function ArticleBody({article, at, lang}: {article: ArticleView; at: Span | null; lang: Lang}) {
  const pieces = useMemo(() => cut(article, at), [article, at?.begin, at?.end]);
  const first = useRef<HTMLElement>(null);
  useEffect(() => first.current?.scrollIntoView({block: 'center'}), [pieces]);
  const firstMarked = pieces.findIndex((piece) => piece.marked);
  return (
    <article class="document">
      <header>
        <h1>{article.title ?? article.label}</h1>
        <p class="facts">
          {[article.publisher, showDate(article.published)].filter(Boolean).map((fact) => <span>{fact}</span>)}
          <span>{say('jurisdiction', lang)}: {article.jurisdiction ?? say('unknown', lang)}</span>
          {article.url && /^https?:/.test(article.url) && <a href={article.url} rel="noreferrer noopener">{say('source', lang)}</a>}
        </p>
      </header>
      <div class="text">
        {pieces.map((piece, i) => {
          const text = piece.entity ? <a class={`ref ${piece.entity.type}`} href={entityLink(piece.entity)}>{piece.text}</a> : piece.text;
          if (piece.marked) return <mark ref={i === firstMarked ? first : undefined}>{text}</mark>;
          return piece.quiet ? <span class="quiet">{text}</span> : text;
        })}
      </div>
      <section>
        <h2>{say('relations', lang)}</h2>
        <ul class="relations">
          {article.statements.slice(0, 200).map(({statement}) => (
            <li><RefLink of={statement.subject} /> <i>{statement.label}</i> <RefLink of={statement.object} /></li>
          ))}
        </ul>
      </section>
    </article>
  );
}
