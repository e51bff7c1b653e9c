#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "linker/resolve/features.h"
#include "linker/resolve/partition.h"

namespace chido {
namespace {

/// Share of a citation's title words that a directive's title must have to be meant by it, and
/// below which it cannot be meant.
constexpr double kFits = 0.6;
constexpr double kStrange = 0.2;
/// Words of a title from which on it says anything, for and against.
constexpr std::size_t kTellingWords = 2;
constexpr std::size_t kContradictingWords = 4;
/// Years between two articles of one time.
constexpr int kSameTime = 1;
constexpr std::size_t kMostCandidates = 20;

/// What one mention is taken for: a date of its own identity, another entity, or open.
struct Choice {
  std::string date;
  std::vector<EntityId> candidates;
  bool open = false;
};

std::string KnownId(const Mention& mention) {
  for (const std::string& key : mention.keys) {
    if (key.starts_with("k:")) return key.substr(2);
  }
  return "";
}

/// Known ids end with "@" and the date.
std::string DateOfKnown(std::string_view known_id) {
  const std::size_t at = known_id.rfind('@');
  return at == std::string_view::npos ? std::string() : std::string(known_id.substr(at + 1));
}

/// The date that the mention itself decides for; empty if none.
std::string StatedDate(const Mention& mention) {
  return mention.date.empty() ? DateOfKnown(KnownId(mention)) : mention.date;
}

int YearOf(std::string_view date) {
  int year = 0;
  std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
  return year;
}

void AddWords(std::vector<std::uint64_t>& words, const std::vector<std::uint64_t>& more) {
  std::vector<std::uint64_t> all;
  std::ranges::set_union(words, more, std::back_inserter(all));
  words = std::move(all);
}

/// Share of the words of `title` among `of`.
double Overlap(const std::vector<std::uint64_t>& title, const std::vector<std::uint64_t>& of) {
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(title, of, std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(title.size());
}

/// Whose number it is is not known: the scope is the document itself.
bool HasOwnScope(const Mention& mention) {
  return mention.identity.ends_with("|" + ToString(mention.document));
}

/// Type and number, with the bar behind them.
std::string_view NumberOf(std::string_view identity) {
  return identity.substr(0, identity.rfind('|') + 1);
}

/// A target with its date.
using Dated = std::pair<std::string_view, const DirectiveTarget*>;

class DirectiveBlock {
 public:
  DirectiveBlock(std::span<const Mention> mentions, const KnownTargets& known);

  SolvedBlock Partition() const;

 private:
  Choice ChooseDate(const Mention& mention) const;
  std::optional<EntityId> ChooseOther(const Mention& mention) const;
  std::vector<EntityId> OthersOf(const Mention& mention) const;

  std::span<const Mention> mentions_;
  std::map<std::string_view, DirectiveTargets> targets_;              ///< by identity
  std::map<std::string_view, std::vector<std::string_view>> scoped_;  ///< identities by number
};

DirectiveBlock::DirectiveBlock(std::span<const Mention> mentions, const KnownTargets& known)
    : mentions_(mentions) {
  for (const Mention& mention : mentions) {
    const auto [at, added] = targets_.try_emplace(mention.identity);
    if (added) at->second = known.Of(mention.identity);
    if (added && !HasOwnScope(mention)) {
      scoped_[NumberOf(mention.identity)].push_back(at->first);
    }
    const std::string date = StatedDate(mention);
    if (date.empty()) continue;
    DirectiveTarget& target = at->second[date];
    AddWords(target.words, mention.words);
    if (!mention.published.empty()) target.cited.push_back(YearOf(mention.published));
  }
  for (auto& [number, identities] : scoped_) std::ranges::sort(identities);
}

/// The one among `dated` that the title names; none if none or several do.
std::optional<std::string_view> ByTitle(const Mention& mention, std::span<const Dated> dated) {
  if (mention.words.size() < kTellingWords) return std::nullopt;
  std::optional<std::string_view> found;
  for (const auto& [date, target] : dated) {
    if (Overlap(mention.words, target->words) < kFits) continue;
    if (found) return std::nullopt;
    found = date;
  }
  return found;
}

/// Whether the title is plainly another one than that of every directive of `dated`.
bool NamesNone(const Mention& mention, std::span<const Dated> dated) {
  return mention.words.size() >= kContradictingWords &&
         std::ranges::all_of(dated, [&mention](const auto& item) {
           const DirectiveTarget& target = *item.second;
           return target.words.size() >= kContradictingWords &&
                  Overlap(mention.words, target.words) < kStrange;
         });
}

/// The only one that articles of the mention's time cite with its date, else the newest.
std::string_view ByTime(const Mention& mention, std::span<const Dated> dated) {
  const int year = YearOf(mention.published);
  std::optional<std::string_view> cited;
  for (const auto& [date, target] : dated) {
    const bool now = std::ranges::any_of(
        target->cited, [year](int other) { return std::abs(other - year) <= kSameTime; });
    if (!now) continue;
    if (cited) return dated.back().first;
    cited = date;
  }
  return cited.value_or(dated.back().first);
}

Choice DirectiveBlock::ChooseDate(const Mention& mention) const {
  std::vector<Dated> dated;
  for (const auto& [date, target] : targets_.at(mention.identity)) {
    // Dates of lower precision ("2016") sort before the days of their year, as they should.
    if (mention.published.empty() || date <= mention.published) dated.emplace_back(date, &target);
  }
  Choice choice;
  if (dated.empty()) {
    choice.open = true;
    return choice;
  }
  if (const auto date = ByTitle(mention, dated)) {
    choice.date = *date;
  } else if (NamesNone(mention, dated) || (mention.published.empty() && dated.size() > 1)) {
    choice.open = true;
    for (const auto& [date, target] : dated) {
      choice.candidates.push_back(DirectiveEntityId(mention.identity, date));
    }
  } else {
    choice.date = ByTime(mention, dated);
  }
  return choice;
}

std::vector<EntityId> DirectiveBlock::OthersOf(const Mention& mention) const {
  std::vector<EntityId> others;
  const auto found = scoped_.find(NumberOf(mention.identity));
  if (found == scoped_.end()) return others;
  const std::string stated = StatedDate(mention);
  for (const std::string_view identity : found->second) {
    for (const auto& [date, target] : targets_.at(identity)) {
      if (stated.empty() || stated == date) others.push_back(DirectiveEntityId(identity, date));
      if (others.size() == kMostCandidates) return others;
    }
  }
  return others;
}

std::optional<EntityId> DirectiveBlock::ChooseOther(const Mention& mention) const {
  const auto found = scoped_.find(NumberOf(mention.identity));
  if (found == scoped_.end() || mention.words.size() < kContradictingWords) return std::nullopt;
  const std::string stated = StatedDate(mention);
  std::optional<EntityId> other;
  for (const std::string_view identity : found->second) {
    for (const auto& [date, target] : targets_.at(identity)) {
      if (!stated.empty() && stated != date) continue;
      if (Overlap(mention.words, target.words) < kFits) continue;
      if (other) return std::nullopt;
      other = DirectiveEntityId(identity, date);
    }
  }
  return other;
}

SolvedBlock DirectiveBlock::Partition() const {
  SolvedBlock made;
  std::map<EntityId, std::vector<EntityId>> open;
  for (const Mention& mention : mentions_) {
    Choice choice{.date = StatedDate(mention)};
    std::optional<EntityId> other;
    if (HasOwnScope(mention)) {
      other = ChooseOther(mention);
      choice.open = !other;
      if (!other) choice.candidates = OthersOf(mention);
    } else if (choice.date.empty()) {
      choice = ChooseDate(mention);
    }
    const EntityId id = other.value_or(DirectiveEntityId(mention.identity, choice.date));
    made.entities.push_back(id);
    if (!choice.open) continue;
    std::vector<EntityId>& candidates = open[id];
    candidates.insert(candidates.end(), choice.candidates.begin(), choice.candidates.end());
  }
  // What is known alone and not told of is not stored, so nothing can lead to it.
  const std::set<EntityId> told(made.entities.begin(), made.entities.end());
  for (auto& [id, candidates] : open) {
    std::erase_if(candidates, [&told](EntityId candidate) { return !told.contains(candidate); });
    std::ranges::sort(candidates);
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    made.pending.push_back({id, std::move(candidates)});
  }
  return made;
}

}  // namespace

KnownTargets::KnownTargets(const Lexicon& lexicon) {
  for (const KnownDirectiveRow& row : lexicon.known_directives()) {
    if (row.date.empty()) continue;
    DirectiveTarget& target = targets_[KnownIdentity(row)][std::string(row.date)];
    AddWords(target.words, TitleWords(row.title));
  }
}

const DirectiveTargets& KnownTargets::Of(std::string_view identity) const {
  static const DirectiveTargets kNone;
  const auto found = targets_.find(identity);
  return found == targets_.end() ? kNone : found->second;
}

SolvedBlock PartitionDirectives(std::span<const Mention> mentions, const KnownTargets& known) {
  return DirectiveBlock(mentions, known).Partition();
}

}  // namespace chido
