#include "linker/reading/body_book.h"

#include <span>

#include "linker/text/normal.h"

namespace chido {

BodyBook::BodyBook(Draft& draft, const BodyGrammar& grammar) : draft_(draft), grammar_(grammar) {
  for (std::size_t i = 0; i < draft.bodies.size(); ++i) {
    by_name_.emplace(FoldKey(draft.bodies[i].name), static_cast<ItemIndex>(i));
  }
}

std::string BodyBook::TemplateOf(const BodyPhrase& phrase) const {
  std::string name = phrase.head;
  if (phrase.word_in_name && !phrase.word.empty()) {
    name += ' ';
    name += phrase.word;
  }
  const std::uint8_t level =
      phrase.unit < 0 ? LevelOfWord(phrase.word)
                      : draft_.lexicon.units()[static_cast<std::size_t>(phrase.unit)].level;
  constexpr std::string_view kLevels[] = {"", "province", "district", "commune"};
  std::string_view fallback;
  const std::string_view keys[] = {name, phrase.head};
  for (const std::string_view key : std::span(keys).first(name == phrase.head ? 1 : 2)) {
    for (const Match& match : draft_.lexicon.Lookup(key)) {
      if (match.kind != EntryKind::kBody) continue;
      const BodyRow& row = draft_.lexicon.bodies()[match.entry];
      if (level > 0 && level < 4 && row.level == kLevels[level]) return std::string(row.id);
      if (level == 0 && row.level == "central") return std::string(row.id);
      if (row.level == "any") fallback = row.id;
    }
  }
  return std::string(fallback);
}

ItemIndex BodyBook::Intern(const BodyPhrase& phrase) {
  const std::string name = grammar_.NameOf(phrase);
  const auto next = static_cast<ItemIndex>(draft_.bodies.size());
  const auto [written, unseen] = by_writing_.emplace(name, next);
  if (!unseen) return written->second;
  const auto [at, added] = by_name_.emplace(FoldKey(name), next);
  written->second = at->second;
  if (!added) return at->second;
  BodyItem body;
  body.name = name;
  body.template_id = TemplateOf(phrase);
  if (phrase.unit >= 0) {
    body.place = draft_.lexicon.units()[static_cast<std::size_t>(phrase.unit)].uid;
  }
  draft_.bodies.push_back(std::move(body));
  return at->second;
}

ItemIndex BodyBook::Intern(const std::string& name) {
  BodyPhrase phrase;
  phrase.head = name;
  return Intern(phrase);
}

}  // namespace chido
