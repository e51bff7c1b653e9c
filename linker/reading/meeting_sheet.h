#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linker/reading/draft.h"

namespace chido::meeting {

/// What a token belongs to, so that a verb inside a name is not read as a verb.
enum Cover : std::uint8_t {
  kFree = 0,
  kBody = 1,       ///< of a body's name
  kPerson = 2,     ///< of a person with posts
  kDirective = 4,  ///< of a directive with its number and date
  kIgnored = 8,    ///< of a phrase that only looks like a cue (part.ignore)
  kPlace = 16,     ///< of a unit named by itself
};

/// A cue of the families that this stage reads, where it stands.
struct Cue {
  TokenRange tokens;
  std::string_view kind;
  std::string_view value;
};

/// Persons joined by commas and *và*, to whom one verb applies.
struct Group {
  TokenRange tokens;                   ///< with posts and honorifics
  std::vector<std::uint32_t> persons;  ///< into Draft::persons, all with an official
};

/// What one sentence holds for this stage, each list in text order.
struct SentenceSheet {
  TokenRange tokens;
  std::vector<Cue> verbs;  ///< chair.*, attend.*, speak.*, gathering.verb; the longest at a token
  std::vector<Cue> nouns;  ///< gathering.noun
  std::vector<Cue> holds;  ///< gathering.hold
  std::vector<Group> groups;
};

/// All sentences of the article, and what covers each token.
struct Sheet {
  std::vector<SentenceSheet> sentences;  ///< one per sentence of Draft::text
  std::vector<std::uint8_t> cover;       ///< one per token, or-ed from Cover
};

Sheet MakeSheet(const Draft& draft);

/// Bodies, dates, … that start in `tokens`; `mentions` is in text order.
template <typename Mention>
std::span<const Mention> In(const std::vector<Mention>& mentions, TokenRange tokens) {
  const auto begin = [](const Mention& mention) { return mention.tokens.begin; };
  const auto first = std::ranges::lower_bound(mentions, tokens.begin, {}, begin);
  const auto last = std::ranges::lower_bound(first, mentions.end(), tokens.end, {}, begin);
  return {first, last};
}

/// Whether the cue at or before `end` (exclusive) is of `kind`: a phrase that ends right there.
bool CueEndsAt(const Draft& draft, TokenRange within, std::uint32_t end, CueKind kind);
/// The token after any adverbs (part.adverb) and commas that stand at `token`.
std::uint32_t AfterAdverbs(const Draft& draft, std::uint32_t token, std::uint32_t end);
/// The token before which only adverbs stand up to `token`; at least `begin`.
std::uint32_t BeforeAdverbs(const Draft& draft, std::uint32_t token, std::uint32_t begin);

}  // namespace chido::meeting
