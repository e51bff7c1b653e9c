import type {Trace} from './api';
import {say, showDate, type Lang} from './i18n';
import {QuoteView, RefLink, Show} from './parts';
import {useAnswer} from './use_answer';

/** Where a directive is cited, by whom, at which meeting, and what it replaces or is replaced by. */
export function TraceView({id, lang}: {id: string; lang: Lang}) {
  const answer = useAnswer<Trace>(`/v1/directives/${id}/trace`, {}, lang);
  return (
    <Show answer={answer} lang={lang}>
      {(trace) => (
        <>
          {trace.links && trace.links.length > 0 && (
            <section>
              <h2>{say('links', lang)}</h2>
              <ul class="relations">
                {trace.links.map((link) => (
                  <li><RefLink of={link.from} /> <i>{link.function_label ?? link.function}</i> <RefLink of={link.to} /></li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h2>{say('citations', lang)} <small>({trace.citing_documents} {say('articles', lang)})</small></h2>
            {trace.citations.map((citation) => (
              <div class="citation">
                <p>
                  <span class="qualifier">{citation.function_label ?? citation.function}</span>
                  {citation.speaker && <> · {say('speaker', lang)}: <RefLink of={citation.speaker} /></>}
                  {citation.meeting && <> · {say('at', lang)} <RefLink of={citation.meeting} /> {showDate(citation.meeting_date)}</>}
                </p>
                <QuoteView quote={citation.quote} lang={lang} />
              </div>
            ))}
            {trace.truncated && <p class="note">{say('truncated', lang)}</p>}
          </section>
        </>
      )}
    </Show>
  );
}
