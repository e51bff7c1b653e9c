/** The page's own words. What the graph says comes labelled from the API. */
export type Lang = 'vi' | 'en';

const words = {
  tagline: {vi: 'Ai chủ trì, ai giữ chức vụ nào, văn bản được viện dẫn ở đâu', en: 'Who chaired, who held which post, where a directive was cited'},
  placeholder: {vi: 'Tên cán bộ, cơ quan, hội nghị, số văn bản…', en: 'Official, body, meeting, directive number…'},
  search: {vi: 'Tìm', en: 'Search'},
  all: {vi: 'Tất cả', en: 'All'},
  official: {vi: 'Cán bộ', en: 'Officials'},
  body: {vi: 'Cơ quan', en: 'Bodies'},
  place: {vi: 'Địa danh', en: 'Places'},
  meeting: {vi: 'Hội nghị', en: 'Meetings'},
  directive: {vi: 'Văn bản', en: 'Directives'},
  document: {vi: 'Bài viết', en: 'Articles'},
  nothing: {vi: 'Không tìm thấy gì. Có phải ý bạn là:', en: 'Nothing found. Did you mean:'},
  names: {vi: 'Còn gọi là', en: 'Also called'},
  now: {vi: 'Chức vụ', en: 'Posts'},
  past: {vi: 'Chức vụ trước đây', en: 'Former posts'},
  graph: {vi: 'Sơ đồ quan hệ', en: 'Graph'},
  relations: {vi: 'Quan hệ', en: 'Relations'},
  evidence: {vi: 'Trích dẫn', en: 'Evidence'},
  open: {vi: 'Mở bài viết tại câu này', en: 'Open the article at this sentence'},
  line: {vi: 'dòng', en: 'line'},
  caption: {vi: 'chú thích ảnh', en: 'caption'},
  inferred: {vi: 'năm suy ra', en: 'year inferred'},
  unknown: {vi: 'không rõ', en: 'unknown'},
  more: {vi: 'Xem thêm', en: 'More'},
  citations: {vi: 'Được viện dẫn', en: 'Citations'},
  articles: {vi: 'bài viết', en: 'articles'},
  speaker: {vi: 'Người nói', en: 'Speaker'},
  at: {vi: 'tại', en: 'at'},
  links: {vi: 'Văn bản liên quan', en: 'Related directives'},
  truncated: {vi: 'Chỉ một phần được hiển thị.', en: 'Only a part is shown.'},
  source: {vi: 'Nguồn', en: 'Source'},
  jurisdiction: {vi: 'Địa bàn', en: 'Jurisdiction'},
  gazetteer: {vi: 'theo bảng danh mục', en: 'from the gazetteer'},
  loading: {vi: 'Đang tải…', en: 'Loading…'},
  at_date: {vi: 'Vào ngày', en: 'On date'},
  why: {vi: 'Vì sao?', en: 'Why?'},
  why_hint: {vi: 'Chọn một chỗ được tô để xem máy hiểu là gì, theo quy tắc nào và đã loại cách hiểu nào.', en: 'Choose a marked stretch to see what it was taken for, by which rule, and which readings lost.'},
  legend: {vi: 'Chú giải', en: 'Legend'},
  person: {vi: 'Người', en: 'Persons'},
  not_taken: {vi: 'bỏ qua', en: 'not taken'},
  taken_as: {vi: 'Được hiểu là', en: 'Taken for'},
  rule: {vi: 'Quy tắc', en: 'Rule'},
  confidence: {vi: 'Độ tin cậy', en: 'Confidence'},
  lost: {vi: 'Cách hiểu bị loại', en: 'Readings that lost'},
  statements: {vi: 'Điều bài viết nói', en: 'What the article states'},
  to_sentence: {vi: 'Tới câu này', en: 'To this sentence'},
  inside: {vi: 'nằm trong', en: 'inside'},
} as const;

export type Word = keyof typeof words;
export const say = (word: Word, lang: Lang): string => words[word][lang];

/** 2023-07-21 → 21/7/2023; intervals with a dash; other forms as they are. */
export function showDate(edtf: string | null | undefined): string {
  if (!edtf) return '';
  const one = (part: string): string => {
    if (part === '..') return '…';
    const [year, month, day] = part.replace('~', '').split('-');
    const sign = part.endsWith('~') ? '≈ ' : '';
    return sign + [day, month, year].filter(Boolean).map((p) => p.replace(/^0/, '')).join('/');
  };
  return edtf.split('/').map(one).join(' – ');
}
