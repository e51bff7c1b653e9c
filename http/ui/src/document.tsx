import {useEffect, useMemo, useRef} from 'preact/hooks';
import type {ArticleView, Ref, Span} from './api';
import {say, showDate, type Lang} from './i18n';
import {RefLink, Show} from './parts';
import {entityLink, sentenceLink, whyLink, type Route} from './route';
import {cutText} from './spans';
import {useAnswer} from './use_answer';
import {Why} from './why';

export function DocumentPage({route, lang}: {route: Route; lang: Lang}) {
  const answer = useAnswer<ArticleView>(`/v1/documents/${route.id}`, {}, lang);
  const [begin, end] = (route.query.get('at') ?? '').split('-').map(Number);
  const at = end > begin ? {begin, end} : null;
  const why = route.query.get('why') === '1';
  return <Show answer={answer} lang={lang}>{(article) => <ArticleBody article={article} at={at} why={why} lang={lang} />}</Show>;
}

/** Something that covers text: a mention, boilerplate, or the sentence asked for. */
interface Cover {
  span: Span | null;
  entity?: Ref;
  marked?: boolean;
  quiet?: boolean;
}

function coversOf(article: ArticleView, at: Span | null): Cover[] {
  const mentions = article.mentions.flatMap(({entity, spans}) => spans.map((span) => ({entity, span})));
  const quiet = article.blocks.filter(({kind}) => kind === 'boilerplate').map(({span}) => ({span, quiet: true}));
  return [...mentions, ...quiet, ...(at ? [{span: at, marked: true}] : [])];
}

function ArticleBody({article, at, why, lang}: {article: ArticleView; at: Span | null; why: boolean; lang: Lang}) {
  return (
    <article class="document">
      <header>
        <h1>{article.title ?? article.label}</h1>
        <p class="facts">
          {[article.publisher, showDate(article.published)].filter(Boolean).map((fact) => <span>{fact}</span>)}
          <span>{say('jurisdiction', lang)}: {article.jurisdiction ?? say('unknown', lang)}</span>
          {article.url && /^https?:/.test(article.url) && <a href={article.url} rel="noreferrer noopener">{say('source', lang)}</a>}
          <button class="switch" role="switch" aria-checked={why}
              onClick={() => { location.hash = why ? sentenceLink(article.id, at) : whyLink(article.id, at); }}>{say('why', lang)}</button>
        </p>
      </header>
      {why ? <Why article={article} at={at} lang={lang} /> : <Linked article={article} at={at} lang={lang} />}
    </article>
  );
}

/** The text with its mentions as links, and the relations that rest on it. */
function Linked({article, at, lang}: {article: ArticleView; at: Span | null; lang: Lang}) {
  const stretches = useMemo(() => cutText(article.text, coversOf(article, at)), [article, at?.begin, at?.end]);
  const first = useRef<HTMLElement>(null);
  useEffect(() => first.current?.scrollIntoView({block: 'center'}), [stretches]);
  const firstMarked = stretches.findIndex(({covers}) => covers.some((cover) => cover.marked));
  return (
    <>
      <div class="text">
        {stretches.map(({text, covers}, i) => {
          const entity = covers.find((cover) => cover.entity)?.entity;
          const piece = entity ? <a class={`ref ${entity.type}`} href={entityLink(entity)}>{text}</a> : text;
          if (covers.some((cover) => cover.marked)) return <mark ref={i === firstMarked ? first : undefined}>{piece}</mark>;
          return covers.some((cover) => cover.quiet) ? <span class="quiet">{piece}</span> : piece;
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
    </>
  );
}
