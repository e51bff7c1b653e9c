#include "linker/reading/role_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linker/reading/scan.h"

namespace chido {
namespace {

using Binding = TitlePhrase::Binding;

/// Posts in a committee of the Party, whose name is left out beside a post of the same level.
bool IsPartyPost(const TitlePhrase& title) {
  return title.title.find("Bí thư") != std::string::npos ||
         title.title.starts_with("Ủy viên Ban Thường vụ");
}

std::string_view WordOfCommittee(std::string_view committee) {
  if (committee == "Tỉnh ủy") return "tỉnh";
  if (committee == "Thành ủy") return "thành phố";
  if (committee == "Huyện ủy") return "huyện";
  if (committee == "Thị ủy") return "thị xã";
  if (committee == "Quận ủy") return "quận";
  return {};
}

bool IsAdHoc(const TitlePhrase& title) {
  return title.title.ends_with("Trưởng Đoàn") || title.title == "Thành viên" ||
         title.title == "Thư ký";
}

}  // namespace

RoleReader::RoleReader(Draft& draft) : draft_(draft), grammar_(draft), book_(draft, grammar_) {
  mention_at_.assign(draft.text.tokens.size() + 1, -1);
  for (std::size_t i = 0; i < draft.body_mentions.size(); ++i) {
    const BodyMention& mention = draft.body_mentions[i];
    mention_at_[mention.tokens.begin] = static_cast<std::int32_t>(i);
    if (mention.item == kNoItem || mention.generic) continue;
    const BodyItem& body = draft.bodies[static_cast<std::size_t>(mention.item)];
    if (body.name.starts_with("Bộ ") && body.template_id.starts_with("s.")) {
      ministries_.push_back(static_cast<std::int32_t>(i));
    }
  }
}

std::int32_t RoleReader::MentionAt(std::uint32_t token) const {
  return token < mention_at_.size() ? mention_at_[token] : -1;
}

std::optional<RolePhrase> RoleReader::RoleAt(std::uint32_t token, std::uint32_t limit) {
  std::optional<TitlePhrase> title = TitleAt(draft_, token, limit);
  if (!title) return std::nullopt;
  RolePhrase role;
  role.tokens = {token, title->end};
  std::uint32_t at = title->body;
  if (title->binding != Binding::kShared && scan::IsAny(draft_.text, at, {"của", "tại"}) &&
      MentionAt(at + 1) >= 0) {
    ++at;
  }
  const bool takes_body = title->binding != Binding::kFixed && title->binding != Binding::kNone;
  if (takes_body && MentionAt(at) >= 0) {
    role.mention = MentionAt(at);
    const TokenRange body = draft_.body_mentions[static_cast<std::size_t>(role.mention)].tokens;
    role.tokens.end = std::max(title->end, body.end);
    role.body = grammar_.ParseAt(body.begin, body.end);
  } else if (takes_body && TakesUnownedCommittee(at, role)) {
    role.tokens.end = std::max(title->end, role.tokens.end);
  } else if (title->binding == Binding::kOf && TakesProvince(at, *title, role)) {
    // "Chủ tịch Lai Châu": the province stands for its organ
  } else if (title->binding == Binding::kMember) {
    // "Tỉnh ủy viên Bình Phước" has no mention of a body, but may name the province
    if (const PlaceMention* place = grammar_.locality().PlaceAt(title->end);
        place != nullptr && place->tokens.end <= limit) {
      role.tokens.end = place->tokens.end;
    }
  }
  if (!takes_body || role.mention < 0) TakeCountry(limit, role);
  role.title = std::move(*title);
  return role;
}

ItemIndex RoleReader::MinistryBefore(std::uint32_t token) const {
  const auto begins = [&](std::int32_t mention) {
    return draft_.body_mentions[static_cast<std::size_t>(mention)].tokens.begin;
  };
  const auto next = std::ranges::upper_bound(ministries_, token, {}, begins);
  if (ministries_.empty()) return kNoItem;
  const std::int32_t nearest = next == ministries_.begin() ? *next : *std::prev(next);
  return draft_.body_mentions[static_cast<std::size_t>(nearest)].item;
}

void RoleReader::TakeCountry(std::uint32_t limit, RolePhrase& role) const {
  const Match* country = draft_.CueAt(role.tokens.end, "place.country");
  if (country == nullptr || country->tokens.end > limit ||
      !draft_.text.tokens[role.tokens.end].capital) {
    return;
  }
  // "Thủ tướng Anh …" may be a man's name: a country is followed by a name or by no capital
  role.country = draft_.text.Text(country->tokens);
  role.tokens.end = country->tokens.end;
}

bool RoleReader::TakesUnownedCommittee(std::uint32_t token, RolePhrase& role) const {
  const Match* organ = draft_.CueAt(token, "organ.of");
  if (organ == nullptr || scan::Is(draft_.text, token, "văn")) return false;
  role.unowned = CueValue(draft_, *organ);
  role.tokens.end = organ->tokens.end;
  return true;
}

bool RoleReader::TakesProvince(std::uint32_t token, const TitlePhrase& title, RolePhrase& role) {
  const PlaceMention* place = grammar_.locality().PlaceAt(token);
  if (place == nullptr || !place->resolved) return false;
  const UnitRow& unit = draft_.lexicon.units()[place->units.front()];
  if (unit.level != 1) return false;
  const bool party = title.title.find("Bí thư") != std::string::npos;
  if (!party && title.title != "Chủ tịch" && title.title != "Phó Chủ tịch") return false;
  const auto row = static_cast<std::int32_t>(place->units.front());
  BodyPhrase body;
  if (party) {
    body = grammar_.Committee(UnitWord(unit), row, token);
  } else {
    body.head = body.organ = "Ủy ban nhân dân";
    body.word = UnitWord(unit);
    body.unit = row;
    body.word_in_name = true;
  }
  body.place_stated = body.word_stated = true;
  role.body = std::move(body);
  role.tokens.end = place->tokens.end;
  return true;
}

std::int32_t RoleReader::StatedProvince(const std::vector<RolePhrase>& roles) const {
  const auto units = draft_.lexicon.units();
  for (const RolePhrase& role : roles) {
    if (role.body && role.body->place_stated && role.body->unit >= 0 &&
        units[static_cast<std::size_t>(role.body->unit)].level == 1) {
      return role.body->unit;
    }
  }
  return -1;
}

ItemIndex RoleReader::CommitteeBeside(const std::vector<RolePhrase>& roles, std::size_t index) {
  const auto committee = [&](std::size_t i) -> ItemIndex {
    const RolePhrase& role = roles[i];
    if (role.body && !role.body->word.empty()) {
      return book_.Intern(grammar_.Committee(role.body->word, role.body->unit, role.tokens.begin));
    }
    if (role.title.binding == Binding::kMember && !WordOfCommittee(role.title.fixed).empty()) {
      return book_.Intern(
          grammar_.Committee(WordOfCommittee(role.title.fixed), -1, role.tokens.begin));
    }
    return kNoItem;
  };
  for (std::size_t i = index + 1; i < roles.size(); ++i) {
    if (const ItemIndex body = committee(i); body != kNoItem) return body;
  }
  for (std::size_t i = index; i-- > 0;) {
    if (const ItemIndex body = committee(i); body != kNoItem) return body;
  }
  return kNoItem;
}

ItemIndex RoleReader::CommuneBeside(const RolePhrase& next) {
  if (!next.body || LevelOfWord(next.body->word) != 3) return kNoItem;
  return book_.Intern(grammar_.Committee(next.body->word, next.body->unit, next.tokens.begin));
}

ItemIndex RoleReader::BodyOwnedBeside(const std::vector<RolePhrase>& roles, std::size_t index,
                                      std::int32_t province) {
  if (index + 1 >= roles.size()) return kNoItem;
  const RolePhrase& next = roles[index + 1];
  if (!next.body || next.body->generic) return kNoItem;
  if (roles[index].unowned == "Đảng ủy") {
    if (const ItemIndex body = CommuneBeside(next); body != kNoItem) return body;
  }
  const ItemIndex owner = BodyOf(roles, index + 1, province);
  if (owner == kNoItem) return kNoItem;
  const ItemIndex body = book_.Intern(std::string(roles[index].unowned) + " " +
                                      draft_.bodies[static_cast<std::size_t>(owner)].name);
  draft_.bodies[static_cast<std::size_t>(body)].grounds.push_back(
      draft_.GroundAt(roles[index].tokens, "body.beside", 0.8F));
  return body;
}

/// *Phó Tổng Biên tập, Bí thư Đảng ủy cơ quan X*, *Ủy viên Đoàn Chủ tịch, Trưởng ban Y của X*: the
/// post is held in X itself.
ItemIndex RoleReader::OwnerBeside(const std::vector<RolePhrase>& roles, std::size_t index) {
  for (const std::size_t i : {index + 1, index - 1}) {
    if (i >= roles.size() || !roles[i].body || roles[i].body->owner.empty()) continue;
    if (roles[i].body->word.empty()) return book_.Intern(roles[i].body->owner);
  }
  return kNoItem;
}

ItemIndex RoleReader::BodyOfField(const RolePhrase& role) {
  const std::uint32_t begin = role.title.end;
  const auto count = static_cast<std::uint32_t>(draft_.text.tokens.size());
  for (std::uint32_t length = 8; length >= 1; --length) {
    if (begin + length > count) continue;
    std::string name = "Bộ ";
    name += draft_.text.Text({begin, begin + length});
    for (const Match& match : draft_.lexicon.Lookup(name)) {
      if (match.kind == EntryKind::kCue &&
          draft_.lexicon.cues()[match.entry].kind == "organ.central") {
        return book_.Intern(std::string(CueValue(draft_, match)));
      }
    }
  }
  return kNoItem;
}

ItemIndex RoleReader::BodyOf(const std::vector<RolePhrase>& roles, std::size_t index,
                             std::int32_t province) {
  const RolePhrase& role = roles[index];
  const auto units = draft_.lexicon.units();
  if (role.title.binding == Binding::kFixed) {
    std::string name(role.title.fixed);
    if (!role.country.empty()) name += " " + role.country;
    return book_.Intern(name);
  }
  if (role.title.binding == Binding::kMember) {
    const std::string_view word = WordOfCommittee(role.title.fixed);
    if (word.empty()) return CommitteeBeside(roles, index);
    const bool of_province = province >= 0 && word == "tỉnh";
    return book_.Intern(grammar_.Committee(word, of_province ? province : -1, role.tokens.begin));
  }
  if (role.body && role.body->organ == "Đảng ủy" && !role.body->word_stated &&
      index + 1 < roles.size()) {
    // "Bí thư Đảng ủy, Chủ tịch UBND xã X": the commune of the next post, not of the last one named
    if (const ItemIndex body = CommuneBeside(roles[index + 1]); body != kNoItem) return body;
  }
  if (!role.body && role.mention >= 0) {
    // a short form or a name of a list, which the text alone does not tell
    const auto mention = static_cast<std::size_t>(role.mention);
    if (draft_.body_mentions[mention].item != kNoItem) return draft_.body_mentions[mention].item;
  }
  if (role.body && !role.body->generic) {
    BodyPhrase body = *role.body;
    const bool carried =
        province >= 0 && !body.place_stated &&
        (body.word == "tỉnh" || body.word == UnitWord(units[static_cast<std::size_t>(province)]));
    if (carried && body.unit != province) {
      body.unit = province;
      return book_.Intern(body);
    }
    const ItemIndex item = role.mention < 0
                               ? kNoItem
                               : draft_.body_mentions[static_cast<std::size_t>(role.mention)].item;
    return item != kNoItem ? item : book_.Intern(body);
  }
  if (role.title.binding == Binding::kField) {
    if (const ItemIndex body = BodyOfField(role); body != kNoItem) return body;
  }
  if (!role.unowned.empty()) return BodyOwnedBeside(roles, index, province);
  if (IsPartyPost(role.title)) return CommitteeBeside(roles, index);
  if (const ItemIndex owner = OwnerBeside(roles, index); owner != kNoItem) return owner;
  // "Chủ tịch, Tổng Giám đốc Công ty X": one body for both
  if (index + 1 < roles.size() && roles[index + 1].tokens.begin <= role.tokens.end + 1 &&
      roles[index + 1].body && !roles[index + 1].body->organ_of_party) {
    return BodyOf(roles, index + 1, province);
  }
  return role.title.binding == Binding::kField ? MinistryBefore(role.tokens.begin) : kNoItem;
}

std::vector<RoleMention> RoleReader::Complete(const std::vector<RolePhrase>& roles) {
  std::vector<RoleMention> out;
  const std::int32_t province = StatedProvince(roles);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const RolePhrase& role = roles[i];
    if (role.body && role.body->generic) continue;
    RoleMention mention;
    mention.tokens = role.tokens;
    mention.title = role.title.title;
    mention.body = BodyOf(roles, i, province);
    mention.former = role.former;
    mention.acting = role.acting;
    if (mention.body == kNoItem && mention.title.find("Trưởng Ban") != std::string::npos) continue;
    if (IsAdHoc(role.title)) {
      const bool standing = role.body && role.body->organ == "Đoàn đại biểu Quốc hội";
      if (!standing) continue;
    }
    out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace chido
