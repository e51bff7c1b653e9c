#include "linker/reading/frame_evidence.h"

#include <algorithm>

#include "linker/reading/frame_board.h"
#include "linker/reading/scan.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

constexpr float kMostText = 40;  ///< repeated names say no more than this
constexpr std::uint32_t kLeadSentences = 3;

class Collector {
 public:
  explicit Collector(const Draft& draft) : draft_(draft), text_(draft.text), board_(draft) {}

  FrameEvidence Run() {
    ReadFrameAddress(draft_, board_);
    evidence_.central_host = IsCentralAddress(draft_);
    ReadUnits();
    ReadOrgans();
    evidence_.provinces = board_.Take();
    for (ProvinceScore& score : evidence_.provinces) {
      score.text = std::min(score.text, kMostText);
    }
    std::ranges::sort(evidence_.provinces, [](const auto& a, const auto& b) {
      return a.total() != b.total() ? a.total() > b.total() : a.unit < b.unit;
    });
    return std::move(evidence_);
  }

 private:
  float HeadWeight(std::uint32_t token) const {
    const std::uint32_t sentence = text_.SentenceOf(token);
    const BlockKind block = text_.sentences[sentence].block;
    if (block == BlockKind::kTitle) return 4;
    if (block == BlockKind::kLead || sentence < kLeadSentences) return 2.5F;
    return 1;
  }

  /// How much a unit's name at `match` says of the article's province.
  float UnitWeight(const Match& match, std::uint8_t level) const {
    const std::uint32_t first = match.tokens.begin;
    if (!text_.tokens[first].capital || !text_.tokens[match.tokens.end - 1].capital) return 0;
    const bool named =
        first > 0 && (draft_.CueAt(first - 1, "frame.unit_word") != nullptr || EndsUnitWord(first));
    // "Bí thư Tỉnh ủy X": a guest's post says less than an organ that acts.
    const float post = named && HeadWeight(first) == 1 && EndsPost(first) ? 0.5F : 1;
    const bool behind = !named && FollowsLesserUnit(first);
    if (level == 2) return named || behind ? 0.7F * post : 0;
    if (named) return 2 * post;
    // Without a unit word it may be a part of a person's name or of a longer one.
    const bool after_name = first > 0 && scan::IsWord(text_, first - 1) &&
                            text_.tokens[first - 1].capital && !StartsSentence(first - 1);
    const bool before_name =
        scan::IsWord(text_, match.tokens.end) && text_.tokens[match.tokens.end].capital;
    if (after_name || before_name) return 0;
    if (scan::After(text_, first, "hồ chí minh") != first) return 0;
    if (behind) return 1.2F;
    // A place where something is held need not be whose matter it is.
    return first > 0 && scan::Is(text_, first - 1, "tại") ? 0.3F : 0.6F;
  }

  /// "phường Nghĩa Tân, Hà Nội", "xã Hòa Bình (Khoái Châu)": a unit before the comma lies in this
  /// one. Not where it is only where something is held ("tại phường …").
  bool FollowsLesserUnit(std::uint32_t first) const {
    if (first < 3 || !scan::IsAny(text_, first - 1, {",", "("})) return false;
    constexpr std::uint32_t kLongestName = 5;
    std::uint32_t token = first - 2;
    for (std::uint32_t step = 0; step < kLongestName && token > 0; ++step, --token) {
      if (scan::IsAny(text_, token, {"xã", "phường", "trấn", "huyện", "quận"})) {
        return step > 0 && !scan::IsAny(text_, token - 1, {"tại", "ở"});
      }
      if (!text_.tokens[token].capital && !scan::IsNumber(text_, token)) return false;
    }
    return false;
  }

  /// Whether a post of a person leads up to the unit's name at `first`.
  bool EndsPost(std::uint32_t first) const {
    constexpr std::uint32_t kLongest = 7;
    for (std::uint32_t step = 2; step <= kLongest && step <= first; ++step) {
      const Match* role = draft_.MatchAt(first - step, EntryKind::kRole);
      if (role != nullptr && role->tokens.end + 3 >= first) return true;
    }
    return false;
  }

  bool StartsSentence(std::uint32_t token) const {
    return scan::SentenceRange(text_, token).begin == token;
  }

  bool EndsUnitWord(std::uint32_t first) const {
    constexpr std::uint32_t kLongest = 3;
    for (std::uint32_t step = 2; step <= kLongest && step <= first; ++step) {
      const Match* cue = draft_.CueAt(first - step, "frame.unit_word");
      if (cue != nullptr && cue->tokens.end == first) return true;
    }
    return false;
  }

  void ReadUnits() {
    const auto units = draft_.lexicon.units();
    for (std::size_t i = 0; i < draft_.matches.size();) {
      const Match& match = draft_.matches[i];
      std::size_t next = i + 1;
      if (match.kind != EntryKind::kUnit) {
        const std::uint32_t token = match.tokens.begin;
        const bool later = draft_.MatchAt(token, EntryKind::kUnit) != nullptr;
        i = later ? next : draft_.matches_at[token + 1].first;
        continue;
      }
      std::vector<std::uint32_t> provinces;
      std::uint8_t level = 3;
      const bool timely = HasTimelyUnit(i);
      for (std::size_t j = i; j < draft_.matches.size(); ++j) {
        const Match& same = draft_.matches[j];
        if (same.tokens.begin != match.tokens.begin) break;
        if (same.kind != EntryKind::kUnit || same.tokens != match.tokens) continue;
        next = j + 1;
        // Huế was a city of its province before it became one.
        if (timely && !board_.IsTimely(same.entry)) continue;
        level = std::min(level, units[same.entry].level);
        Collect(same.entry, provinces);
      }
      i = next;
      if (level <= 2) AddUnit(match, level, provinces);
    }
  }

  /// Whether a province or district of the article's day bears the name at match `i`.
  bool HasTimelyUnit(std::size_t i) const {
    const Match& match = draft_.matches[i];
    for (; i < draft_.matches.size(); ++i) {
      const Match& same = draft_.matches[i];
      if (same.tokens.begin != match.tokens.begin) break;
      const bool unit = same.kind == EntryKind::kUnit && same.tokens == match.tokens;
      if (!unit || draft_.lexicon.units()[same.entry].level > 2) continue;
      if (board_.IsTimely(same.entry)) return true;
    }
    return false;
  }

  /// Notes the province of a row, once per name, if the row is one of the article's time.
  void Collect(std::uint32_t row, std::vector<std::uint32_t>& provinces) const {
    const auto units = draft_.lexicon.units();
    if (units[row].level == 3) return;
    const auto province = units[row].level == 1 ? row : draft_.lexicon.ProvinceOf(row);
    if (!province) return;
    const bool known = std::ranges::any_of(
        provinces, [&](std::uint32_t other) { return units[other].name == units[*province].name; });
    if (!known) provinces.push_back(*province);
  }

  void AddUnit(const Match& match, std::uint8_t level, std::vector<std::uint32_t>& provinces) {
    const auto units = draft_.lexicon.units();
    if (level == 1) {
      // A city and its province share a name; the province is meant by both.
      std::erase_if(provinces, [&](std::uint32_t row) {
        return FoldKey(units[row].name) != text_.Lower(match.tokens) &&
               std::ranges::none_of(units[row].aliases, [&](std::string_view alias) {
                 return FoldKey(alias) == text_.Lower(match.tokens);
               });
      });
    }
    const bool one = provinces.size() == 1;
    if (!one) return;
    const float weight = UnitWeight(match, level);
    if (weight == 0) return;
    const float head = HeadWeight(match.tokens.begin);
    board_.Add(provinces.front(), weight * head, false,
               draft_.GroundAt(match.tokens, "frame.unit", 0.8F));
    if (head > 1) board_.ScoreOf(provinces.front())->head += weight * head;
  }

  /// Organs of the centre that act, and words for organs of some province or district.
  void ReadOrgans() {
    const auto count = static_cast<std::uint32_t>(text_.tokens.size());
    for (std::uint32_t token = 0; token < count; ++token) {
      if (draft_.MayHaveCue(token, "frame") || draft_.MatchAt(token, EntryKind::kBody) != nullptr) {
        ReadOrgansAt(token);
      }
    }
  }

  void ReadOrgansAt(std::uint32_t token) {
    for (const Match& match : draft_.MatchesAt(token)) {
      if (match.kind == EntryKind::kCue &&
          draft_.lexicon.cues()[match.entry].kind == "frame.local") {
        evidence_.local += HeadWeight(match.tokens.begin);
      }
      if (match.tokens.begin < behind_ || !IsCentral(match) || IsAttribute(match)) continue;
      behind_ = match.tokens.end;
      const float head = HeadWeight(match.tokens.begin);
      (head > 1 ? evidence_.central : evidence_.central_body) += head;
      if (evidence_.central_ground.rule.empty()) {
        evidence_.central_ground = draft_.GroundAt(match.tokens, "frame.central", 0.8F);
      }
    }
  }

  bool IsCentral(const Match& match) const {
    if (match.kind == EntryKind::kCue) {
      return draft_.lexicon.cues()[match.entry].kind == "frame.central";
    }
    return match.kind == EntryKind::kBody && match.form == PhraseForm::kCanonical &&
           match.tokens.size() > 2 && draft_.lexicon.bodies()[match.entry].level == "central";
  }

  /// "Ủy viên Trung ương Đảng", "đại biểu Quốc hội", "… của Chính phủ": no actor.
  bool IsAttribute(const Match& cue) const {
    const std::uint32_t first = cue.tokens.begin;
    if (first == 0) return false;
    return scan::IsAny(text_, first - 1, {"viên", "biểu", "của", "thư", "theo", "nguyên"});
  }

  const Draft& draft_;
  const AnalysedText& text_;
  ProvinceBoard board_;
  FrameEvidence evidence_;
  std::uint32_t behind_ = 0;  ///< the last organ of the centre ends here
};

}  // namespace

FrameEvidence CollectFrameEvidence(const Draft& draft) { return Collector(draft).Run(); }

}  // namespace chido
