import type {Lost} from './api';
import {showDate, type Lang} from './i18n';

/** Why a reading lost, in Vietnamese, by the API's code; `{}` stands for the detail. In English the API says it. */
const vietnamese: Record<string, string> = {
  undecided: 'địa bàn của bài không quyết định được giữa các khả năng',
  outside_frame: 'nằm ngoài {}, địa bàn mà bài viết nói tới',
  ended: 'đã thôi tồn tại từ ngày {}',
  not_begun: 'đến ngày {} mới có',
  other_level: 'từ chỉ đơn vị hoặc các địa danh bên cạnh cho thấy là cấp khác',
  farther: 'xa các địa danh xung quanh hơn',
  inside_name: 'là một phần của tên dài hơn',
  generic: 'số nhiều, nói chung, hoặc từ chỉ trông giống tên cơ quan',
  no_post: 'không giữ chức vụ nào trong bài và không được xưng hô như cán bộ',
  nobody_named: 'phía trước không có gì cho biết là ai',
  unused: 'không giữ chức vụ và không dự cuộc họp nào',
  plural: 'nhiều cuộc họp, hoặc một phần của tên',
  planned: 'chưa diễn ra',
  recalled: 'chỉ được nhắc lại',
  too_little: 'quá ít dấu hiệu cho thấy đã diễn ra (điểm {})',
  already_told: 'nói về cuộc họp đã đọc, hoặc quá ít dấu hiệu của một cuộc họp khác (điểm {})',
  not_apart: 'không có ngày riêng hoặc không rõ ai tổ chức: chính là cuộc họp đã đọc',
  outweighed: 'bằng chứng không hơn các khả năng khác',
};

/** The reason in the language of the page; a code that the page does not know yet in English. */
export function sayReason(lost: Lost, lang: Lang): string {
  const words = vietnamese[lost.code];
  if (lang === 'en' || !words) return lost.reason;
  return words.replace('{}', /^\d{4}-/.test(lost.detail ?? '') ? showDate(lost.detail) : lost.detail ?? '…');
}
