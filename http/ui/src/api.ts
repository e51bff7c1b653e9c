/** What the page asks of /v1, with the shapes of /openapi.json. */

export interface Ref {
  id: string;
  type: EntityType;
  label: string;
  date?: string;
  number?: string;
  issuer?: string;
}
export type EntityType = 'official' | 'body' | 'place' | 'meeting' | 'directive' | 'document';
export interface Span {
  begin: number;
  end: number;
}
export interface Hit extends Ref {
  type_label: string;
  description: string | null;
  documents: number;
}
export interface Quote {
  document: {
    id: string;
    title: string;
    publisher: string | null;
    url: string | null;
    origin: string | null;
    published: string | null;
  } | null;
  text: string;
  line: number;
  sentence: Span | null;
  rule: string;
  confidence: number;
  caption: boolean;
  repeats: boolean;
}
interface Stated {
  qualifiers: Record<string, string>;
  qualifier_labels: Record<string, string>;
  valid: string | null;
  valid_inferred: boolean;
  confidence: number;
  evidence_count: number;
}
export interface Role extends Stated {
  title: string;
  body: Ref;
  statement: string;
}
export interface EntityDetail {
  id: string;
  type: EntityType;
  type_label: string;
  label: string;
  description: string | null;
  names: string[];
  attributes: Record<string, string>;
  first_seen: string | null;
  last_seen: string | null;
  roles?: {now: Role[]; past: Role[]};
}
export interface Relation extends Stated {
  statement: string;
  predicate: string;
  direction: 'out' | 'in';
  label: string;
  other: Ref;
}
export interface Edge extends Stated {
  statement: string;
  subject: string;
  object: string;
  predicate: string;
  label: string;
}
export interface Neighbourhood {
  start: string;
  nodes: {entity: Ref; distance: number}[];
  edges: Edge[];
  truncated: boolean;
}
export interface Citation {
  function: string;
  function_label: string | null;
  meeting: Ref | null;
  meeting_date: string | null;
  speaker: Ref | null;
  quote: Quote;
}
export interface Trace {
  directive: EntityDetail;
  issuers: Ref[];
  open: boolean;
  candidates: Ref[];
  citing_documents: number;
  citations: Citation[];
  links?: {from: Ref; function: string; function_label: string | null; to: Ref; quotes: Quote[]}[];
  truncated: boolean;
}
export interface ArticleView {
  id: string;
  label: string;
  title: string | null;
  url: string | null;
  publisher: string | null;
  published: string | null;
  origin: string | null;
  jurisdiction: string | null;
  text: string;
  blocks: {kind: string; span: Span}[];
  mentions: {entity: Ref; spans: Span[]}[];
  statements: {statement: {id: string; subject: Ref; label: string; object: Ref}; evidence: {sentence: Span | null}[]}[];
}
export interface Lost {
  taken_as: string | null;
  code: string;
  detail: string | null;
  reason: string;
}
/** What the reader made of one stretch of text; of a statement `span` is its sentence. */
export interface Finding {
  span: Span | null;
  kind: string;
  kind_label: string;
  taken_as: string | null;
  rule: string | null;
  confidence: number | null;
  notes: {key: string; value: string | null; label: string | null}[];
  lost: Lost[];
}
export interface Explanation {
  id: string;
  reader_version: number;
  mentions: Finding[];
  statements: Finding[];
}
export interface Stats {
  documents: number;
  evidence: number;
  entities: Record<string, number>;
  statements: Record<string, number>;
}

/** A problem+json answer as an exception. */
export class Problem extends Error {
  constructor(readonly status: number, detail: string, readonly suggestions: Hit[]) {
    super(detail);
  }
}

export async function get<T>(path: string, query: Record<string, string | number | undefined>,
                             lang: string): Promise<T> {
  const params = new URLSearchParams({lang});
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(key, String(value));
  }
  const answer = await fetch(`${path}?${params}`, {headers: {Accept: 'application/json'}});
  const body = await answer.json();
  if (!answer.ok) throw new Problem(answer.status, body.detail ?? body.title, body.suggestions ?? []);
  return body as T;
}
