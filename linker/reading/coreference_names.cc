#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "linker/reading/coreference_roles.h"
#include "linker/reading/scan.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

using Form = PersonMention::Form;

bool IsCutOff(const Draft& draft, std::uint32_t token) {
  return scan::Is(draft.text, token, "…") ||
         (scan::Is(draft.text, token, ".") && scan::Is(draft.text, token + 1, "."));
}

bool GoesOnInWords(const Draft& draft, std::uint32_t token) {
  return scan::IsWord(draft.text, token) || scan::IsNumber(draft.text, token);
}

bool GoesOnInLowerCase(const Draft& draft, std::uint32_t token) {
  return scan::IsWord(draft.text, token) && !draft.text.tokens[token].capital;
}

std::uint32_t Blanks(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count(text, ' '));
}

/// Where in a long name a name of the article ends that the rest was glued to; 0 if nowhere.
std::size_t EndOfKnownName(const Draft& draft, const PersonMention& mention,
                           const std::map<std::string, std::string>& names) {
  const std::string_view text = mention.text;
  if (mention.name.size() != Blanks(text) + 1) return 0;
  std::uint32_t left = 1;
  for (std::size_t end = text.rfind(' '); end != std::string_view::npos && end > 0;
       end = text.rfind(' ', end - 1), ++left) {
    if (mention.name.size() < left + 3) return 0;
    const bool glued = left >= 2 || GoesOnInWords(draft, mention.name.end);
    if (glued && names.contains(FoldKey(text.substr(0, end)))) return end;
  }
  return 0;
}

}  // namespace

void MendNames(Draft& draft) {
  std::map<std::string, std::string> names;
  for (const PersonMention& mention : draft.persons) {
    if (mention.form == Form::kFull) names.emplace(FoldKey(mention.text), mention.text);
  }
  for (PersonMention& mention : draft.persons) {
    if (mention.form != Form::kFull) continue;
    if (const std::size_t end = EndOfKnownName(draft, mention, names); end > 0) {
      // "Lò Văn Ngân Ưu tiên …": the headline has no full stop
      mention.name.end -= Blanks(mention.text.substr(end));
      mention.text.resize(end);
    } else if (IsCutOff(draft, mention.name.end)) {
      const std::string begin = FoldKey(mention.text) + " ";
      const auto full = names.lower_bound(begin);
      if (full != names.end() && full->first.starts_with(begin)) mention.text = full->second;
    }
  }
}

namespace {

/// *Bộ trưởng* alone may be the *Bộ trưởng, Chủ nhiệm* of elsewhere.
std::string KeyOf(std::int32_t person, const RoleMention& role, std::string_view organ = {}) {
  std::string key = std::to_string(person) + "|" + role.title.substr(0, role.title.find(','));
  key += '|';
  key += organ;
  return key;
}

/// A post that one person holds at a time.
bool IsHeads(const RoleMention& role) {
  return !role.former && !role.title.starts_with("Phó") &&
         role.title.find("viên") == std::string::npos && !role.title.starts_with("Đại biểu") &&
         !role.title.starts_with("Trợ lý") && !role.title.starts_with("Thư ký");
}

std::string PostOf(const RoleMention& role) { return role.title + "|" + std::to_string(role.body); }

/// *Thủ tướng, ông A*: a post that a comma and an address part from the name.
bool IsParted(const Draft& draft, const PersonMention& mention, const RoleMention& role) {
  return role.tokens.end < mention.name.begin && scan::Is(draft.text, role.tokens.end, ",") &&
         draft.MatchAt(role.tokens.end + 1, EntryKind::kHonorific) != nullptr;
}

/// *… bà A, Chủ tịch X giao …*: a post behind a comma that a verb or the end of a line follows.
bool MayBeSubject(const Draft& draft, const PersonMention& mention, const RoleMention& role) {
  if (mention.name.empty() || IsParted(draft, mention, role)) return !mention.name.empty();
  if (role.tokens.begin <= mention.name.end) return false;
  const std::uint32_t end = role.tokens.end;
  const bool cut = end >= scan::SentenceRange(draft.text, role.tokens.begin).end;
  return scan::Is(draft.text, role.tokens.begin - 1, ",") && (cut || GoesOnInLowerCase(draft, end));
}

}  // namespace

void SettlePosts(Draft& draft, const std::vector<std::int32_t>& person_of) {
  std::unordered_map<std::string, const RoleMention*> stated;  // by person and title
  std::unordered_map<std::string, std::int32_t> heads;  // post → who is named right behind it
  for (std::size_t i = 0; i < draft.persons.size(); ++i) {
    const PersonMention& mention = draft.persons[i];
    if (person_of[i] < 0 || mention.name.empty()) continue;
    for (const RoleMention& role : mention.roles) {
      if (!role.guessed && !role.inferred && role.body != kNoItem) {
        stated.emplace(KeyOf(person_of[i], role), &role);
        stated.emplace(KeyOf(person_of[i], role, role.organ), &role);
      }
      const bool before = role.tokens.end <= mention.name.begin && !IsParted(draft, mention, role);
      if (before && IsHeads(role) && !role.guessed) heads.emplace(PostOf(role), person_of[i]);
    }
  }
  for (std::size_t i = 0; i < draft.persons.size(); ++i) {
    if (person_of[i] < 0) continue;
    for (RoleMention& role : draft.persons[i].roles) {
      if (!role.guessed && !role.inferred) continue;
      const auto known = stated.find(KeyOf(person_of[i], role, role.organ));
      if (known == stated.end() || (role.inferred && role.organ.empty())) continue;
      role.body = known->second->body;
      role.title = known->second->title;
    }
  }
  for (std::size_t i = 0; i < draft.persons.size(); ++i) {
    PersonMention& mention = draft.persons[i];
    if (person_of[i] < 0) continue;
    std::erase_if(mention.roles, [&](const RoleMention& role) {
      if (!IsHeads(role) || !MayBeSubject(draft, mention, role)) return false;
      const auto head = heads.find(PostOf(role));
      return head != heads.end() && head->second != person_of[i];
    });
  }
}

}  // namespace chido
