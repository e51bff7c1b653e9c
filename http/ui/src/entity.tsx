import {useState} from 'preact/hooks';
import {get, type EntityDetail, type Relation, type Role} from './api';
import {GraphView} from './graph';
import {say, showDate, type Lang} from './i18n';
import {Evidence, RefLink, Show} from './parts';
import {TraceView} from './trace';
import {useAnswer} from './use_answer';

/** Attributes that are shown as they are; ids of tables are for programs. */
const shown = ['type', 'number', 'date', 'issuer', 'title', 'kind', 'place', 'valid'];

export function EntityPage({id, lang}: {id: string; lang: Lang}) {
  const answer = useAnswer<EntityDetail>(`/v1/entities/${id}`, {}, lang);
  return (
    <Show answer={answer} lang={lang}>
      {(entity) => (
        <article class="entity">
          <header>
            <span class={`kind ${entity.type}`}>{entity.type_label}</span>
            <h1>{entity.label}</h1>
            {entity.description && <p class="description">{entity.description}</p>}
            {entity.names.length > 0 && <p class="names">{say('names', lang)}: {entity.names.join(' · ')}</p>}
            <Facts entity={entity} />
          </header>
          {entity.roles && <Roles title={say('now', lang)} roles={entity.roles.now} lang={lang} />}
          {entity.roles && <Roles title={say('past', lang)} roles={entity.roles.past} lang={lang} />}
          {entity.type === 'directive' && <TraceView id={entity.id} lang={lang} />}
          <GraphView id={entity.id} lang={lang} />
          <Relations id={entity.id} lang={lang} />
        </article>
      )}
    </Show>
  );
}

function Facts({entity}: {entity: EntityDetail}) {
  const rows = shown.filter((key) => entity.attributes[key] && entity.type !== 'place' || key === 'valid' && entity.attributes[key]);
  if (rows.length === 0) return null;
  const value = (key: string) => key === 'date' || key === 'valid' ? showDate(entity.attributes[key]) : entity.attributes[key];
  return <p class="facts">{rows.map((key) => <span data-key={key}>{value(key)}</span>)}</p>;
}

function Dates({of, lang}: {of: {valid: string | null; valid_inferred: boolean}; lang: Lang}) {
  if (!of.valid) return null;
  return (
    <time dateTime={of.valid}>
      {showDate(of.valid)}{of.valid_inferred && <small> ({say('inferred', lang)})</small>}
    </time>
  );
}

function Roles({title, roles, lang}: {title: string; roles: Role[]; lang: Lang}) {
  if (roles.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="relations">
        {roles.map((role) => (
          <li>
            <b>{role.title}</b> · <RefLink of={role.body} /> <Dates of={role} lang={lang} />
            <Evidence statement={role.statement} count={role.evidence_count} lang={lang} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Page {
  items: Relation[];
  next: string | null;
}

/** Relations grouped by what they say, dated, a page at a time; on one day only if a date is set. */
function Relations({id, lang}: {id: string; lang: Lang}) {
  const [at, setAt] = useState('');
  const first = useAnswer<Page>(`/v1/entities/${id}/relations`, {limit: 200, at}, lang);
  const [more, setMore] = useState<{key: string; page: Page}>({key: '', page: {items: [], next: null}});
  const key = `${id}|${at}|${lang}`;
  const extra = more.key === key ? more.page : undefined;
  return (
    <section>
      <h2>{say('relations', lang)}</h2>
      <label class="at">{say('at_date', lang)}
        <input type="date" value={at} onInput={(event) => setAt(event.currentTarget.value)} />
      </label>
      <Show answer={first} lang={lang}>
        {(page) => {
          const next = extra ? extra.next : page.next;
          const load = () => get<Page>(`/v1/entities/${id}/relations`, {limit: 200, at, cursor: next ?? ''}, lang)
              .then((got) => setMore({key, page: {items: [...(extra?.items ?? []), ...got.items], next: got.next}}));
          return (
            <>
              <Groups items={[...page.items, ...(extra?.items ?? [])]} lang={lang} />
              {next && <button onClick={load}>{say('more', lang)}</button>}
            </>
          );
        }}
      </Show>
    </section>
  );
}

function Groups({items, lang}: {items: Relation[]; lang: Lang}) {
  const groups = new Map<string, Relation[]>();
  for (const item of items) {
    if (item.predicate === 'holds_role' && item.direction === 'out') continue;  // shown as posts above
    const name = `${item.direction} ${item.predicate}`;
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return (
    <>
      {[...groups.values()].map((group) => (
        <details open={group[0].predicate !== 'mentions'}>
          <summary>{group[0].label} <small>({group.length})</small></summary>
          <ul class="relations">
            {group.map((item) => (
              <li>
                <Dates of={item} lang={lang} /> <RefLink of={item.other} />
                {Object.values(item.qualifier_labels).map((label) => <small class="qualifier"> {label}</small>)}
                <Evidence statement={item.statement} count={item.evidence_count} lang={lang} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
