#include "linker/reading/frame_evidence.h"

#include <algorithm>
#include <unordered_map>

#include "linker/reading/scan.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

constexpr float kPortal = 40;     ///< the address is one of the province's own
constexpr float kDistrict = 30;   ///< the address names one of its districts
constexpr float kPublisher = 25;  ///< the publisher is named after it
constexpr float kTelephone = 15;
constexpr float kMostText = 40;  ///< repeated names say no more than this
constexpr std::uint32_t kLeadSentences = 3;

std::string Day(const Draft& draft) {
  const EdtfDate& published = draft.frame.published;
  if (!published.from) return {};
  std::string day = FormatEdtf(EdtfDate::Single(*published.from));
  if (day.size() == 4) day += "-06";
  if (day.size() == 7) day += "-28";
  return day;
}

bool IsValidAt(const UnitRow& unit, std::string_view day) {
  if (day.empty()) return true;
  return (unit.valid_from.empty() || unit.valid_from <= day) &&
         (unit.valid_to.empty() || day < unit.valid_to);
}

class Collector {
 public:
  explicit Collector(const Draft& draft) : draft_(draft), text_(draft.text), day_(Day(draft)) {}

  FrameEvidence Run() {
    ReadAddress();
    ReadPublisher();
    ReadTelephones();
    ReadUnits();
    ReadOrgans();
    for (ProvinceScore& score : evidence_.provinces) {
      score.text = std::min(score.text, kMostText);
    }
    std::ranges::stable_sort(evidence_.provinces,
                             [](const auto& a, const auto& b) { return a.total() > b.total(); });
    return std::move(evidence_);
  }

 private:
  /// The row of the article's time for a province: of the same name, else its only successor.
  std::uint32_t Timely(std::uint32_t unit) {
    const auto [known, fresh] = timely_.emplace(unit, unit);
    if (!fresh) return known->second;
    const auto units = draft_.lexicon.units();
    for (int step = 0; step < 2 && !IsValidAt(units[unit], day_); ++step) {
      if (const auto now = SameNameNow(unit)) {
        unit = *now;
        break;
      }
      if (units[unit].valid_to.empty() || units[unit].valid_to > day_) break;
      if (units[unit].successors.size() != 1) break;
      std::string_view next = units[unit].successors.front();
      if (next.starts_with('~')) next.remove_prefix(1);
      const auto row = draft_.lexicon.UnitByUid(next);
      if (!row) break;
      unit = *row;
    }
    known->second = unit;
    return unit;
  }

  /// The score of a province; rows of one name are one province.
  ProvinceScore* ScoreOf(std::uint32_t row) {
    const auto units = draft_.lexicon.units();
    const std::uint32_t unit = Timely(row);
    for (ProvinceScore& score : evidence_.provinces) {
      if (score.unit == unit) return &score;
      if (units[score.unit].name != units[unit].name) continue;
      const bool better = !IsValidAt(units[score.unit], day_) && IsValidAt(units[unit], day_);
      if (better || (day_.empty() && units[unit].valid_from > units[score.unit].valid_from)) {
        score.unit = unit;
      }
      return &score;
    }
    evidence_.provinces.push_back({.unit = unit});
    return &evidence_.provinces.back();
  }

  std::optional<std::uint32_t> SameNameNow(std::uint32_t unit) const {
    const auto units = draft_.lexicon.units();
    for (const Match& match : draft_.lexicon.Lookup(units[unit].name)) {
      if (match.kind != EntryKind::kUnit) continue;
      const UnitRow& row = units[match.entry];
      if (row.level == 1 && row.name == units[unit].name && IsValidAt(row, day_)) {
        return match.entry;
      }
    }
    return std::nullopt;
  }

  void Add(std::uint32_t unit, float weight, bool address, const Ground& ground) {
    ProvinceScore* score = ScoreOf(unit);
    (address ? score->address : score->text) += weight;
    if (score->ground.rule.empty()) score->ground = ground;
  }

  /// Shares `weight` among the provinces of `rows`, once per name; those of the article's time
  /// come before others.
  void AddSame(const std::vector<std::uint32_t>& rows, float weight, std::string_view rule) {
    const auto units = draft_.lexicon.units();
    const bool timely =
        std::ranges::any_of(rows, [&](std::uint32_t row) { return IsValidAt(units[row], day_); });
    std::vector<std::uint32_t> names;
    for (const std::uint32_t row : rows) {
      if (timely && !IsValidAt(units[row], day_)) continue;
      const bool known = std::ranges::any_of(
          names, [&](std::uint32_t other) { return units[other].name == units[row].name; });
      if (!known) names.push_back(row);
    }
    if (names.empty()) return;
    const float share = weight / static_cast<float>(names.size());
    for (const std::uint32_t row : names) {
      Ground ground;
      ground.rule = rule;
      Add(row, share, true, ground);
    }
  }

  void ReadAddress() {
    ReadCentralHost();
    for (const std::string& address : {draft_.article.url, draft_.article.publisher}) {
      if (address.find('.') == address.npos && address.find('_') == address.npos) continue;
      const std::string host = HostOf(address);
      AddSame(NamedIn(host, draft_.lexicon.ProvincesByHost(host)), kPortal, "frame.address");
      std::vector<std::uint32_t> provinces;
      for (const std::uint32_t district : DistrictsOf(address, host)) {
        if (const auto province = draft_.lexicon.ProvinceOf(district)) {
          provinces.push_back(*province);
        }
      }
      AddSame(provinces, kDistrict, "frame.district_address");
      if (!evidence_.provinces.empty()) return;
    }
  }

  /// "xaydungdang.org.vn": the site of an organ of the centre.
  void ReadCentralHost() {
    for (const std::string& address : {draft_.article.url, draft_.article.publisher}) {
      const std::string host = HostOf(address);
      for (std::size_t at = 0; at < host.size();) {
        const std::size_t end = std::min(host.find('.', at), host.size());
        for (const Match& match : draft_.lexicon.Lookup(host.substr(at, end - at))) {
          const bool central = match.kind == EntryKind::kCue &&
                               draft_.lexicon.cues()[match.entry].kind == "frame.central_host";
          if (!central) continue;
          evidence_.central_host = true;
          return;
        }
        at = end + 1;
      }
    }
  }

  /// Of the provinces that share an address since they merged, those whose own name it holds, where
  /// the article's day does not decide.
  std::vector<std::uint32_t> NamedIn(std::string_view host, std::vector<std::uint32_t> rows) const {
    if (!day_.empty()) return rows;
    std::vector<std::uint32_t> named;
    for (const std::uint32_t row : rows) {
      std::string slug = SearchKey(draft_.lexicon.units()[row].name);
      std::erase(slug, ' ');
      if (host.find(slug) != host.npos) named.push_back(row);
    }
    return named.empty() ? rows : named;
  }

  static std::string HostOf(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme != address.npos) address.remove_prefix(scheme + 3);
    return std::string(address.substr(0, address.find_first_of("/ ?")));
  }

  /// Districts that the host names, else a part of a path that calls itself a site.
  std::vector<std::uint32_t> DistrictsOf(std::string_view address, std::string_view host) const {
    auto districts = draft_.lexicon.DistrictsByHost(host);
    std::size_t at = 0;
    while (districts.empty() && at < address.size()) {
      const std::size_t end = std::min(address.find_first_of("/ :", at), address.size());
      const std::string_view part = address.substr(at, end - at);
      if (part.find("_website") != part.npos || part.find("_portal") != part.npos) {
        districts = draft_.lexicon.DistrictsByHost(part);
      }
      at = end + 1;
    }
    return districts;
  }

  /// "Báo Thái Nguyên": a province in the publisher's name.
  void ReadPublisher() {
    const std::string name = NormalName(draft_.article.publisher);
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      words.push_back(std::string_view(name).substr(at, end - at));
      at = end + 1;
    }
    constexpr std::size_t kLongestName = 5;
    constexpr std::size_t kMostWords = 12;
    for (std::size_t first = 1; first < std::min(words.size(), kMostWords); ++first) {
      for (std::size_t count = std::min(kLongestName, words.size() - first); count >= 2; --count) {
        const char* begin = words[first].data();
        const std::string_view last = words[first + count - 1];
        if (AddNamed({begin, static_cast<std::size_t>(last.data() + last.size() - begin)})) return;
      }
    }
  }

  bool AddNamed(std::string_view phrase) {
    std::vector<std::uint32_t> rows;
    for (const Match& match : draft_.lexicon.Lookup(phrase)) {
      if (match.kind == EntryKind::kUnit && draft_.lexicon.units()[match.entry].level == 1) {
        rows.push_back(match.entry);
      }
    }
    AddSame(rows, kPublisher, "frame.publisher");
    return !rows.empty();
  }

  /// "02623.637.106", "(0262) 3637106" in the exact text: contacts stand in its margins.
  void ReadTelephones() {
    const std::string_view stored = draft_.article.text;
    for (std::size_t at = stored.find("02"); at != stored.npos; at = stored.find("02", at + 1)) {
      if (at > 0 && IsDigit(stored[at - 1])) continue;
      const std::string digits = DigitsFrom(stored.substr(at));
      if (digits.size() != 10 && digits.size() != 11) continue;
      const auto unit = draft_.lexicon.ProvinceByPhone(digits);
      if (!unit) continue;
      AddSame({*unit}, kTelephone, "frame.telephone");
      return;
    }
  }

  static bool IsDigit(char c) { return c >= '0' && c <= '9'; }

  /// The digits of a number that dots, blanks, dashes or a bracket may part; twelve at most.
  static std::string DigitsFrom(std::string_view text) {
    constexpr std::size_t kMost = 12;
    std::string digits;
    for (const char c : text) {
      if (IsDigit(c)) {
        digits += c;
      } else if ((c != '.' && c != ' ' && c != ')' && c != '-') || digits.size() >= 10) {
        break;
      }
      if (digits.size() == kMost) break;
    }
    return digits;
  }

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
    if (level == 2) return named ? 0.7F * post : 0;
    if (named) return 2 * post;
    // Without a unit word it may be a part of a person's name or of a longer one.
    const bool after_name = first > 0 && scan::IsWord(text_, first - 1) &&
                            text_.tokens[first - 1].capital && !StartsSentence(first - 1);
    const bool before_name =
        scan::IsWord(text_, match.tokens.end) && text_.tokens[match.tokens.end].capital;
    if (after_name || before_name) return 0;
    if (scan::After(text_, first, "hồ chí minh") != first) return 0;
    // A place where something is held need not be whose matter it is.
    return first > 0 && scan::Is(text_, first - 1, "tại") ? 0.3F : 0.6F;
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
        i = next;
        continue;
      }
      std::vector<std::uint32_t> provinces;
      std::uint8_t level = 3;
      for (std::size_t j = i; j < draft_.matches.size(); ++j) {
        const Match& same = draft_.matches[j];
        if (same.tokens.begin != match.tokens.begin) break;
        if (same.kind != EntryKind::kUnit || same.tokens != match.tokens) continue;
        next = j + 1;
        level = std::min(level, units[same.entry].level);
        Collect(same.entry, provinces);
      }
      i = next;
      if (level <= 2) AddUnit(match, level, provinces);
    }
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
    Add(provinces.front(), weight * head, false, draft_.GroundAt(match.tokens, "frame.unit", 0.8F));
    if (head > 1) ScoreOf(provinces.front())->head += weight * head;
  }

  /// Organs of the centre that act, and words for organs of some province or district.
  void ReadOrgans() {
    std::uint32_t behind = 0;
    for (const Match& match : draft_.matches) {
      if (match.kind == EntryKind::kCue &&
          draft_.lexicon.cues()[match.entry].kind == "frame.local") {
        evidence_.local += HeadWeight(match.tokens.begin);
      }
      if (match.tokens.begin < behind || !IsCentral(match) || IsAttribute(match)) continue;
      behind = match.tokens.end;
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
  std::string day_;
  FrameEvidence evidence_;
  std::unordered_map<std::uint32_t, std::uint32_t> timely_;
};

}  // namespace

FrameEvidence CollectFrameEvidence(const Draft& draft) { return Collector(draft).Run(); }

}  // namespace chido
