import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import type {ArticleView, Explanation, Finding, Span} from './api';
import {say, showDate, type Lang, type Word} from './i18n';
import {Show} from './parts';
import {sayReason} from './reasons';
import {whyLink} from './route';
import {cutText, type Stretch} from './spans';
import {useAnswer} from './use_answer';

const kinds = ['place', 'body', 'person', 'meeting', 'directive'] as const;

/** An article with what each stretch was taken for, the readings that lost, and what it states. */
export function Why({article, at, lang}: {article: ArticleView; at: Span | null; lang: Lang}) {
  const answer = useAnswer<Explanation>(`/v1/documents/${article.id}/explanation`, {}, lang);
  return (
    <Show answer={answer} lang={lang}>
      {(explanation) => <Explained article={article} explanation={explanation} at={at} lang={lang} />}
    </Show>
  );
}

type Cover = {span: Span | null; finding?: Finding; quiet?: boolean; asked?: boolean};

/** All that covers stretches of the text: findings, boilerplate, the sentence asked for. */
function coversOf(article: ArticleView, explanation: Explanation, at: Span | null): Cover[] {
  const quiet = article.blocks.filter(({kind}) => kind === 'boilerplate').map(({span}) => ({span, quiet: true}));
  const findings = explanation.mentions.map((finding) => ({span: finding.span, finding}));
  return [...findings, ...quiet, ...(at ? [{span: at, asked: true}] : [])];
}

function Explained({article, explanation, at, lang}: {article: ArticleView; explanation: Explanation; at: Span | null; lang: Lang}) {
  const [chosen, setChosen] = useState<Finding[]>([]);
  const stretches = useMemo(() => cutText(article.text, coversOf(article, explanation, at)), [article, explanation, at?.begin, at?.end]);
  const asked = useRef<HTMLElement>(null);
  useEffect(() => setChosen([]), [explanation]);
  useEffect(() => asked.current?.scrollIntoView({block: 'center'}), [stretches]);
  const first = stretches.findIndex(({covers}) => covers.some((cover) => cover.asked));
  return (
    <>
      <Legend lang={lang} />
      <div class="why">
        <div class="text">
          {stretches.map((stretch, i) => (
            <StretchView key={stretch.begin} stretch={stretch} chosen={chosen} choose={setChosen} lang={lang} anchor={i === first ? asked : undefined} />
          ))}
        </div>
        <aside aria-live="polite" aria-label={say('why', lang)}>
          {chosen.length === 0 && <p class="note">{say('why_hint', lang)}</p>}
          {chosen.map((finding, i) => <FindingView finding={finding} text={textOf(article, finding)} outer={i > 0} lang={lang} />)}
        </aside>
      </div>
      <Statements article={article} findings={explanation.statements} lang={lang} />
    </>
  );
}

function textOf(article: ArticleView, {span}: Finding): string {
  if (!span) return '';
  return new TextDecoder().decode(new TextEncoder().encode(article.text).subarray(span.begin, span.end));
}

/** Text under its findings. The innermost one gives the colour, those around it lines below. */
function StretchView({stretch, chosen, choose, lang, anchor}: {
  stretch: Stretch<Cover>;
  chosen: Finding[];
  choose: (findings: Finding[]) => void;
  lang: Lang;
  anchor?: {current: HTMLElement | null};
}) {
  const findings = stretch.covers.flatMap(({finding}) => finding ?? []).reverse();
  const asked = stretch.covers.some((cover) => cover.asked);
  const quiet = stretch.covers.some((cover) => cover.quiet);
  const body = findings.length === 0
    ? <span class={quiet ? 'quiet' : ''}>{stretch.text}</span>
    : <Marked stretch={stretch} findings={findings} pressed={chosen[0] === findings[0]} choose={choose} lang={lang} />;
  return asked ? <mark ref={anchor}>{body}</mark> : body;
}

function Marked({stretch, findings, pressed, choose, lang}: {
  stretch: Stretch<Cover>;
  findings: Finding[];
  pressed: boolean;
  choose: (findings: Finding[]) => void;
  lang: Lang;
}) {
  const [inner] = findings;
  const begins = inner.span?.begin === stretch.begin;
  const names = findings.map((finding) => finding.kind_label + (finding.taken_as === null ? `, ${say('not_taken', lang)}` : ''));
  const show = () => choose(findings);
  // A later piece of a finding is reached through its first one; the mouse may take any.
  const stop = begins || findings.some(({span}) => span?.begin === stretch.begin);
  return findings.slice(1).reduce(
    (inside, outer) => <span class={`around ${classOf(outer)}`}>{inside}</span>,
    <span role="button" tabIndex={stop ? 0 : -1} class={`finding ${classOf(inner)}`} aria-pressed={pressed}
        aria-label={`${stretch.text.trim()}: ${names.join(`, ${say('inside', lang)} `)}`}
        data-mark={begins ? markOf(inner.kind, lang) : undefined}
        onFocus={show} onClick={show}>{stretch.text}</span>,
  );
}

const classOf = (finding: Finding): string => `${finding.kind}${finding.taken_as === null ? ' lost' : ''}`;
/** What tells kinds apart without colour: the first letter of the kind, in English two (places, persons). */
const markOf = (kind: string, lang: Lang): string => say(kind as Word, lang).slice(0, lang === 'vi' ? 1 : 2);

function Legend({lang}: {lang: Lang}) {
  return (
    <ul class="legend" aria-label={say('legend', lang)}>
      {kinds.map((kind) => <li><span class={`finding ${kind}`} data-mark={markOf(kind, lang)}>{say(kind, lang)}</span></li>)}
      <li><span class="finding lost">{say('not_taken', lang)}</span></li>
    </ul>
  );
}

function FindingView({finding, text, outer, lang}: {finding: Finding; text: string; outer: boolean; lang: Lang}) {
  return (
    <section class="reasons">
      <h3>{outer && <small>{say('inside', lang)} </small>}“{text}” <span class={`kind ${kindClass(finding.kind)}`}>{finding.kind_label}</span></h3>
      <dl>
        <dt>{say('taken_as', lang)}</dt><dd>{finding.taken_as ?? <i>{say('not_taken', lang)}</i>}<Notes finding={finding} /></dd>
        {finding.rule && <><dt>{say('rule', lang)}</dt><dd><code>{finding.rule}</code></dd></>}
        {finding.confidence !== null && <><dt>{say('confidence', lang)}</dt><dd>{percent(finding.confidence)}</dd></>}
      </dl>
      <LostList finding={finding} lang={lang} />
    </section>
  );
}

const kindClass = (kind: string): string => (kind === 'person' ? 'official' : kind);
const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

function Notes({finding}: {finding: Finding}) {
  return <>{finding.notes.map(({key, value, label}) => <span class="qualifier">{label ?? (key === 'date' ? showDate(value) || '?' : value)}</span>)}</>;
}

function LostList({finding, lang}: {finding: Finding; lang: Lang}) {
  if (finding.lost.length === 0) return null;
  return (
    <>
      <h4>{say('lost', lang)}</h4>
      <ul class="lost">{finding.lost.map((lost) => <li><s>{lost.taken_as ?? '…'}</s> — {sayReason(lost, lang)}</li>)}</ul>
    </>
  );
}

function Statements({article, findings, lang}: {article: ArticleView; findings: Finding[]; lang: Lang}) {
  return (
    <section class="stated">
      <h2>{say('statements', lang)}</h2>
      <ul class="relations">
        {findings.map((finding) => (
          <li>
            <i>{finding.kind_label}</i> {finding.taken_as ?? say('unknown', lang)}<Notes finding={finding} />
            <small> · {finding.rule && <><code>{finding.rule}</code> · </>}{finding.confidence !== null && percent(finding.confidence)}</small>
            {finding.span && <> <a href={whyLink(article.id, finding.span)}>{say('to_sentence', lang)}</a></>}
            <LostList finding={finding} lang={lang} />
          </li>
        ))}
      </ul>
    </section>
  );
}
