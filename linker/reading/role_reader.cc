#include "linker/reading/role_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linker/reading/scan.h"

namespace chido {
namespace {

using Binding = TitlePhrase::Binding;

/// How many bodies back *nhà trường* may point.
constexpr int kMostBodiesBack = 40;

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

ItemIndex RoleReader::MinistryBefore(std::uint32_t token) const {
  const auto begins = [&](std::int32_t mention) {
    return draft_.body_mentions[static_cast<std::size_t>(mention)].tokens.begin;
  };
  const auto next = std::ranges::upper_bound(ministries_, token, {}, begins);
  if (ministries_.empty()) return kNoItem;
  const std::int32_t nearest = next == ministries_.begin() ? *next : *std::prev(next);
  return draft_.body_mentions[static_cast<std::size_t>(nearest)].item;
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
    // "Ủy viên Ban Thường vụ, Ủy viên Đảng ủy X"
    const RolePhrase& next = roles[i];
    if (i == index + 1 && next.title.title.starts_with("Ủy viên") && next.mention >= 0) {
      const auto mention = static_cast<std::size_t>(next.mention);
      const ItemIndex body = draft_.body_mentions[mention].item;
      if (body != kNoItem &&
          draft_.bodies[static_cast<std::size_t>(body)].name.starts_with("Đảng ủy ")) {
        return body;
      }
    }
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
  const bool council = next.body->organ == "Hội đồng" && !next.body->owner.empty();
  const ItemIndex owner =
      council ? book_.Intern(next.body->owner) : BodyOf(roles, index + 1, province);
  return owner == kNoItem ? kNoItem : OrganOf(roles[index].unowned, owner, roles[index]);
}

ItemIndex RoleReader::OrganOf(std::string_view organ, ItemIndex owner, const RolePhrase& role) {
  const ItemIndex body =
      book_.Intern(std::string(organ) + " " + draft_.bodies[static_cast<std::size_t>(owner)].name);
  draft_.bodies[static_cast<std::size_t>(body)].grounds.push_back(
      draft_.GroundAt(role.tokens, "body.beside", 0.8F));
  return body;
}

/// *Bí thư Đảng ủy* in an article of one institution: the only body that begins so.
ItemIndex RoleReader::OnlyBody(std::string_view head) const {
  ItemIndex only = kNoItem;
  for (std::size_t i = 0; i < draft_.bodies.size(); ++i) {
    const BodyItem& body = draft_.bodies[i];
    if (body.grounds.empty() || !body.name.starts_with(head)) continue;
    if (body.name.size() <= head.size() || body.name[head.size()] != ' ') continue;
    if (only != kNoItem) return kNoItem;
    only = static_cast<ItemIndex>(i);
  }
  return only;
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

std::string_view RoleReader::MinistryOfField(TokenRange field) const {
  std::string name = "Bộ ";
  name += draft_.text.Text(field);
  for (const Match& match : draft_.lexicon.Lookup(name)) {
    if (match.kind == EntryKind::kCue &&
        draft_.lexicon.cues()[match.entry].kind == "organ.central") {
      return CueValue(draft_, match);
    }
  }
  return {};
}

ItemIndex RoleReader::BodyOfField(const RolePhrase& role) {
  const std::uint32_t end = EndOfField(role.title.end);
  if (end == role.title.end) return kNoItem;
  std::string name(MinistryOfField({role.title.end, end}));
  if (!role.country.empty()) name += " " + role.country;
  return book_.Intern(name);
}

/// Whether only a comma, *kiêm* or both part two posts.
bool RoleReader::IsJoined(const RolePhrase& first, const RolePhrase& second) const {
  std::uint32_t at = first.tokens.end;
  if (at < second.tokens.begin && draft_.text.tokens[at].kind == TokenKind::kPunctuation) ++at;
  if (const Match* link = draft_.CueAt(at, "role.link"); link != nullptr) at = link->tokens.end;
  return at >= second.tokens.begin;
}

ItemIndex RoleReader::BodyBefore(std::string_view head, std::uint32_t token) const {
  const auto begin_of = [](const BodyMention& mention) { return mention.tokens.begin; };
  auto at = std::ranges::lower_bound(draft_.body_mentions, token, {}, begin_of);
  for (int steps = 0; steps < kMostBodiesBack && at != draft_.body_mentions.begin(); ++steps) {
    --at;
    if (at->item == kNoItem) continue;
    const std::string& name = draft_.bodies[static_cast<std::size_t>(at->item)].name;
    if (name.starts_with(head) && name.size() > head.size() && name[head.size()] == ' ') {
      return at->item;
    }
  }
  return kNoItem;
}

ItemIndex RoleReader::BodyOf(const std::vector<RolePhrase>& roles, std::size_t index,
                             std::int32_t province) {
  const RolePhrase& role = roles[index];
  const auto units = draft_.lexicon.units();
  if (role.seat) return CommitteeOfSeat(roles, index);
  if (role.title.binding == Binding::kNone) return kNoItem;
  if (!role.unknown.empty()) return UnknownBody(role);
  if (!role.head.empty()) {
    const ItemIndex named = BodyBefore(role.head, role.tokens.begin);
    if (named == kNoItem || role.unowned.empty()) return named;
    return OrganOf(role.unowned, named, role);
  }
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
  if (!role.unowned.empty()) {
    const ItemIndex beside = BodyOwnedBeside(roles, index, province);
    return beside != kNoItem ? beside : OnlyBody(role.unowned);
  }
  if (IsPartyPost(role.title)) return CommitteeBeside(roles, index);
  if (const ItemIndex owner = OwnerBeside(roles, index); owner != kNoItem) return owner;
  if (role.title.title.ends_with("Chánh Thanh tra"))
    return BodyBefore("Thanh tra", role.tokens.begin);
  // "Phó Chính ủy, Chính ủy Quân khu": of one named before
  if (index + 1 < roles.size() && IsJoined(role, roles[index + 1]) && !role.HasBody() &&
      !roles[index + 1].head.empty() && roles[index + 1].unowned.empty()) {
    return BodyOf(roles, index + 1, province);
  }
  // "Chủ tịch, kiêm Tổng Giám đốc Công ty X": one body for both
  if (index + 1 < roles.size() && IsJoined(role, roles[index + 1]) && roles[index + 1].body &&
      !roles[index + 1].body->organ_of_party) {
    const ItemIndex body = BodyOf(roles, index + 1, province);
    if (body == kNoItem || !role.title.title.ends_with("Chánh Văn phòng")) return body;
    const std::string& owner = draft_.bodies[static_cast<std::size_t>(body)].name;
    return owner.starts_with("Văn phòng") ? body : book_.Intern("Văn phòng " + owner);
  }
  return kNoItem;
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
    if (mention.body == kNoItem && role.title.binding == Binding::kField) {
      mention.body = MinistryBefore(role.tokens.begin);
      mention.guessed = true;
    }
    if (role.body) {
      mention.organ = role.body->organ;
      mention.inferred = !role.body->place_stated && !role.body->word.empty();
    }
    if (role.seat && mention.body == kNoItem) continue;
    if (role.seat) mention.title = TitleOfSeat(role, mention.body);
    mention.former = role.former;
    mention.acting = role.acting;
    if (mention.body == kNoItem && mention.title.find("Trưởng Ban") != std::string::npos) continue;
    if (IsAdHoc(role.title)) {
      const bool standing =
          role.body &&
          (role.body->organ == "Đoàn đại biểu Quốc hội" ||
           (role.title.title == "Thành viên" && role.body->organ.starts_with("Hội đồng")));
      if (!standing) continue;
    }
    out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace chido
