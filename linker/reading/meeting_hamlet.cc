#include "linker/reading/meeting_hamlet.h"

#include <algorithm>
#include <string>
#include <utility>

#include "linker/reading/locality.h"
#include "linker/reading/meeting_sheet.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kReach = 24;        // tokens from a hamlet's word to *tổ chức*
constexpr std::uint32_t kLongestName = 5;   // tokens
constexpr std::uint32_t kHoldDistance = 8;  // tokens between *tổ chức* and the gathering

const PlaceMention* PlaceAt(const Draft& draft, std::uint32_t token) {
  const auto places = In(draft.places, {token, token + 1});
  return places.empty() || places.front().units.empty() ? nullptr : &places.front();
}

/// *tổ chức* before a word for a gathering.
bool HoldsAt(const Draft& draft, std::uint32_t token, std::uint32_t end) {
  const Match* hold = draft.CueAt(token, "gathering.hold");
  if (hold == nullptr || !scan::Is(draft.text, hold->tokens.end - 1, "chức")) return false;
  const std::uint32_t last = std::min(end, hold->tokens.end + kHoldDistance);
  for (std::uint32_t t = hold->tokens.end; t < last; ++t) {
    if (draft.CueAt(t, "gathering.noun") != nullptr) return true;
  }
  return false;
}

/// A hamlet as the text names it.
struct Hamlet {
  TokenRange tokens;                    ///< with the commune
  std::string name;                     ///< without brackets and commune
  const PlaceMention* place = nullptr;  ///< the commune
};

/// The hamlet whose word stands at `token` and whose units end at `end`.
bool ReadHamlet(const Draft& draft, std::uint32_t token, std::uint32_t end, Hamlet& hamlet) {
  const Match* word = draft.CueAt(token, "name.hamlet");
  if (word == nullptr) return false;
  hamlet.name = CueValue(draft, *word);
  std::uint32_t at = word->tokens.end;
  while ((word = draft.CueAt(at, "name.hamlet")) != nullptr) {  // *khu dân cư ấp Thượng*
    hamlet.name += ' ';
    hamlet.name += scan::Plain(draft.text, word->tokens);
    at = word->tokens.end;
  }
  if (scan::Is(draft.text, at, "(") && scan::Is(draft.text, at + 2, ")")) at += 3;
  const std::uint32_t name = at;
  while (at < end && at - name < kLongestName && !scan::Is(draft.text, at, ",")) {
    const Token& part = draft.text.tokens[at];
    const bool named = part.capital || scan::IsNumber(draft.text, at) ||
                       scan::IsAny(draft.text, at, {"-", "/", "."});
    if (!named) return false;
    ++at;
  }
  if (at == name) return false;
  hamlet.name += ' ';
  hamlet.name += scan::Plain(draft.text, {name, at});
  hamlet.tokens = {token, at};
  while (at < end) {
    if (!scan::IsAny(draft.text, at, {",", "(", ")"})) return false;
    const PlaceMention* place = PlaceAt(draft, at + 1);
    at = place != nullptr ? place->tokens.end : at + 1;
    if (place == nullptr || hamlet.place != nullptr) continue;
    hamlet.place = place;
    hamlet.tokens.end = at;
  }
  return at == end && hamlet.place != nullptr;
}

void Add(Draft& draft, const Hamlet& hamlet) {
  const UnitRow& unit = draft.lexicon.units()[hamlet.place->units.front()];
  std::string name = hamlet.name;
  name.append(", ").append(unit.type).append(" ").append(unit.name);
  const auto known =
      std::ranges::find(draft.bodies, name, [](const BodyItem& body) { return body.name; });
  const auto item = static_cast<ItemIndex>(known - draft.bodies.begin());
  if (known == draft.bodies.end()) {
    draft.bodies.push_back({.name = std::move(name), .place = std::string(unit.uid)});
  }
  draft.bodies[item].grounds.push_back(draft.GroundAt(hamlet.tokens, "body.named", 0.8F));
  const auto after =
      std::ranges::lower_bound(draft.body_mentions, hamlet.tokens.begin, {},
                               [](const BodyMention& body) { return body.tokens.begin; });
  draft.body_mentions.insert(after, {.tokens = hamlet.tokens, .item = item});
}

}  // namespace

void AddHamlets(Draft& draft) {
  for (const Sentence& sentence : draft.text.sentences) {
    const TokenRange tokens = sentence.tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!HoldsAt(draft, t, tokens.end)) continue;
      const std::uint32_t end = BeforeAdverbs(draft, t, tokens.begin);
      const std::uint32_t first = std::max(tokens.begin + kReach, end) - kReach;
      for (std::uint32_t begin = first; begin < end; ++begin) {
        Hamlet hamlet;
        if (!ReadHamlet(draft, begin, end, hamlet)) continue;
        if (In(draft.body_mentions, {begin, end}).empty()) Add(draft, hamlet);
        break;
      }
      break;  // the first verb of a sentence has its subject
    }
  }
}

}  // namespace chido::meeting
