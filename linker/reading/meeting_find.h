#pragma once

#include <string>
#include <vector>

#include "linker/reading/meeting_sheet.h"

namespace chido::meeting {

/// A place where the text tells of a gathering: a noun (*Hội nghị …*) or a verb (*làm việc với …*).
struct Candidate {
  std::uint32_t sentence = 0;
  TokenRange anchor;      ///< the noun or verb
  std::string_view kind;  ///< value of its cue
  bool verb = false;
  bool held = false;      ///< a verb says that it took place
  bool chaired = false;   ///< is the object of *chủ trì*
  bool titled = false;    ///< says what it was about
  bool plural = false;    ///< *các hội nghị*, or part of a name
  bool item = false;      ///< its sentence begins with an asterisk: news of its own in a round-up
  bool planned = false;   ///< a word before it says that it is still to come
  bool recalled = false;  ///< only looked back on, or known by its name
  bool same_day = false;  ///< *chiều cùng ngày …*: another one after one told before
  int score = 0;          ///< how surely it is a gathering that the article reports
  TokenRange title;       ///< noun with what it was about
  const DateMention* date = nullptr;  ///< of its sentence; into Draft::dates
};

/// Least score of a gathering that is reported as held.
inline constexpr int kLeastScore = 4;
/// Least score of a second gathering in one article.
inline constexpr int kSecondScore = 7;

/// *có*, *đã có*, *mở*, *họp*: holds only what stands right after it.
bool IsWeakHold(const Draft& draft, const Cue& hold);

/// All candidates in text order, plans and plurals with a low score.
std::vector<Candidate> FindCandidates(const Draft& draft, const Sheet& sheet);

/// The noun at `anchor` with what follows and says what the gathering was about.
TokenRange TitleOf(const Draft& draft, const Sheet& sheet, TokenRange anchor);

/// The date of the sentence that tells when the gathering at `anchor` was; nullptr for none.
const DateMention* DateFor(const Draft& draft, const Sheet& sheet, std::uint32_t sentence,
                           TokenRange anchor);

}  // namespace chido::meeting
