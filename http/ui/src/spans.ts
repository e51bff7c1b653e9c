import type {Span} from './api';

/** A stretch of text that no span begins or ends in, with what covers it, the outermost first. */
export interface Stretch<T> {
  begin: number;
  end: number;
  text: string;
  covers: T[];
}

/**
 * Cuts a text where spans begin and end, so that spans may lie inside each other or cross. Spans count bytes of UTF-8,
 * strings here count UTF-16 units.
 */
export function cutText<T extends {span: Span | null}>(text: string, covers: T[]): Stretch<T>[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  const known = covers.filter((cover): cover is T & {span: Span} => cover.span !== null);
  const waiting = [...known].sort((a, b) => b.span.begin - a.span.begin);
  const borders = new Set([0, bytes.length]);
  for (const {span} of known) borders.add(span.begin).add(span.end);
  const cuts = [...borders].sort((a, b) => a - b);
  let over: (T & {span: Span})[] = [];
  return cuts.slice(0, -1).map((begin, i) => {
    over = over.filter(({span}) => span.end > begin);
    while (waiting.length > 0 && waiting[waiting.length - 1].span.begin === begin) over.push(waiting.pop()!);
    over.sort((a, b) => b.span.end - b.span.begin - (a.span.end - a.span.begin));
    const end = cuts[i + 1];
    return {begin, end, text: decoder.decode(bytes.subarray(begin, end)), covers: [...over]};
  });
}
