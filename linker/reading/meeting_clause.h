#pragma once

#include "linker/reading/meeting_sheet.h"

namespace chido::meeting {

// How verbs and persons of one sentence hang together. Ranges are half-open token ranges.

/// *dưới sự chủ trì của*, *với sự tham dự của*, *giao lưu với*: binds the group right after it.
bool BindsNext(const Draft& draft, const Cue& verb);
/// Whether a clause begins at `token`: the sentence, or after a comma, a colon or a quotation.
bool OpensClause(const Draft& draft, const SentenceSheet& sentence, std::uint32_t token);
/// Whether `verb` is said of `subject`, which stands before it and has no verb yet: adverbs, a
/// bracket, an apposition or *cùng …* may part them, another subject may not. `object`: the subject
/// stands after a preposition, so that nothing else may.
bool Follows(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
             const Group& subject, const Cue& verb, bool object = false);
/// Whether a verb after `gap` goes on after another verb of the same subject: by comma or *và*.
bool Coordinates(const Draft& draft, const SentenceSheet& sentence, TokenRange gap);
/// *có*, *gồm*, *là* or a colon between the verb and the group: the group opens a list.
bool HasListMark(const Draft& draft, const Sheet& sheet, std::uint32_t begin, std::uint32_t end);
/// *phát biểu có các đồng chí: …*: a verb after which speakers are listed.
bool ListsSpeakers(const Draft& draft, const Cue& verb);
/// Such a mark right before the group.
bool MarksNext(const Draft& draft, const SentenceSheet& sentence, const Group& group);
/// *Tham dự Hội nghị đồng chí A*: only the meeting's noun parts verb and group.
bool OnlyMeetingWords(const Draft& draft, TokenRange gap);
/// *Phát biểu kết luận hội nghị, đồng chí A …*: a verb in front, a comma, the subject.
bool FrontsClause(const Draft& draft, const SentenceSheet& sentence, const Cue& verb,
                  const Group& group);
/// Whether `gap` may part a binding verb from its group: *của các đồng chí Thường trực Tỉnh ủy: A*.
bool BindsAcross(const Draft& draft, const Sheet& sheet, TokenRange gap);
/// Whether `group` is only spoken of: *bổ nhiệm ông A*, *tưởng nhớ A*, *kết luận ông A đã …*.
bool IsSpokenOf(const Draft& draft, const SentenceSheet& sentence, const Group& group);
/// *trao quyết định*, *tặng hoa*: somebody else receives.
bool IsHanding(const Draft& draft, const Cue& verb);
/// *trao … cho đồng chí A*, *trao quyết định bổ nhiệm đồng chí A*: `group` receives.
bool Receives(const Draft& draft, const SentenceSheet& sentence, const Cue& handing,
              const Group& group);
/// First token of the session that `group` leads: *buổi làm việc ngày 5/3 của đồng chí A với …*;
/// kNoSession for none.
std::uint32_t OwnsSession(const Draft& draft, const SentenceSheet& sentence, const Group& group);
inline constexpr std::uint32_t kNoSession = ~0U;
/// *(được đồng chí A ủy quyền)*: only says by whose leave another acts.
bool IsBracketed(const Draft& draft, const Group& group);
/// *Đồng chí A: "…"*.
bool QuoteFollows(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
                  const Group& group);

}  // namespace chido::meeting
