import type {Answer} from './use_answer';
import {useAnswer} from './use_answer';
import type {Quote, Ref} from './api';
import {say, showDate, type Lang} from './i18n';
import {entityLink, sentenceLink} from './route';
import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';

export function RefLink({of}: {of: Ref}) {
  return <a class={`ref ${of.type}`} href={entityLink(of)}>{of.label}</a>;
}

/** Shows what a question gave: the value, the problem's sentence, or that it is under way. */
export function Show<T>({answer, lang, children}: {
  answer: Answer<T>;
  lang: Lang;
  children: (value: T) => ComponentChildren;
}) {
  if (answer.problem) return <p class="problem" role="alert">{answer.problem.message}</p>;
  if (answer.value === undefined) return <p class="loading">{say('loading', lang)}</p>;
  return <>{children(answer.value)}</>;
}

export function QuoteView({quote, lang}: {quote: Quote; lang: Lang}) {
  if (!quote.document) {
    return <blockquote class="gazetteer">{quote.text} <small>{say('gazetteer', lang)}</small></blockquote>;
  }
  const about = [quote.document.publisher, showDate(quote.document.published)].filter(Boolean).join(', ');
  return (
    <blockquote>
      <p>“{quote.text.trim()}”</p>
      <footer>
        <a href={sentenceLink(quote.document.id, quote.sentence)} title={say('open', lang)}>
          {quote.document.title || quote.document.origin || quote.document.id}
        </a>
        {about && <span> — {about}</span>}
        <small> · {say('line', lang)} {quote.line}{quote.caption && ` · ${say('caption', lang)}`}</small>
      </footer>
    </blockquote>
  );
}

/** A button that opens the quotes of one statement. */
export function Evidence({statement, count, lang}: {statement: string; count: number; lang: Lang}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button class="evidence" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('evidence', lang)} ({count})
      </button>
      {open && <Quotes statement={statement} lang={lang} />}
    </>
  );
}

function Quotes({statement, lang}: {statement: string; lang: Lang}) {
  const answer = useAnswer<{quotes: Quote[]}>(`/v1/statements/${statement}`, {}, lang);
  return (
    <Show answer={answer} lang={lang}>
      {({quotes}) => <div class="quotes">{quotes.map((quote) => <QuoteView quote={quote} lang={lang} />)}</div>}
    </Show>
  );
}
