#include "linker/resolve/judgement.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <tuple>

#include "graph/base/bytes.h"
#include "graph/base/hash.h"

namespace chido {
namespace {

using Place = std::tuple<std::string_view, DocumentId, std::string_view>;

Place PlaceOf(const JudgedMention& mention) {
  return {mention.block, mention.document, mention.name};
}

void Write(ByteWriter& writer, const JudgedMention& mention) {
  writer.String(mention.block);
  writer.BigEndian64(mention.document.value);
  writer.String(mention.name);
  writer.String(mention.label);
}

JudgedMention ReadMention(ByteReader& reader) {
  JudgedMention mention;
  mention.block = reader.String();
  mention.document = DocumentId{reader.BigEndian64()};
  mention.name = reader.String();
  mention.label = reader.String();
  return mention;
}

std::string Told(const Judgement& judgement) {
  const std::string_view verdict = judgement.verdict == Verdict::kSame ? " = " : " ≠ ";
  return "'" + judgement.a.label + "'" + std::string(verdict) + "'" + judgement.b.label + "' (" +
         judgement.Key() + ")";
}

}  // namespace

std::string_view NameOf(Verdict verdict) {
  return verdict == Verdict::kSame ? "same" : "different";
}

std::string Judgement::Key() const {
  const Place of_a = PlaceOf(a);
  const Place of_b = PlaceOf(b);
  const auto& [first, second] = std::minmax(of_a, of_b);
  std::uint64_t hash = Hash64(NameOf(verdict));
  for (const Place& place : {first, second}) {
    hash = Hash64(std::get<0>(place), hash);
    hash = Hash64(ToString(std::get<1>(place)), hash);
    hash = Hash64(std::get<2>(place), hash);
  }
  return ToHex(hash);
}

std::string JudgedName(const Mention& mention) {
  if (!mention.identity.empty()) return mention.identity;
  std::uint64_t hash = mention.words.size();
  for (const std::uint64_t word : mention.words) hash = Hash64(std::to_string(word), hash);
  return ToHex(hash) + "/" + std::to_string(mention.index);
}

std::pair<std::string, std::string> ToRow(const Judgement& judgement) {
  ByteWriter writer;
  writer.Varint(static_cast<std::uint64_t>(judgement.verdict));
  Write(writer, judgement.a);
  Write(writer, judgement.b);
  for (const auto* text : {&judgement.author, &judgement.note, &judgement.time}) {
    writer.String(*text);
  }
  return {judgement.Key(), writer.Take()};
}

Result<Judgement> JudgementFromRow(const std::pair<std::string, std::string>& row) {
  ByteReader reader(row.second);
  Judgement judgement;
  judgement.verdict = reader.Varint() == 0 ? Verdict::kSame : Verdict::kDifferent;
  judgement.a = ReadMention(reader);
  judgement.b = ReadMention(reader);
  for (auto* text : {&judgement.author, &judgement.note, &judgement.time}) *text = reader.String();
  CHIDO_TRY(reader.status("judgement " + row.first));
  return judgement;
}

Result<Judgements> Judgements::Load(const Snapshot& snapshot) {
  Judgements judgements;
  CHIDO_ASSIGN(const auto rows, snapshot.Judgements());
  for (const auto& row : rows) {
    CHIDO_ASSIGN(const Judgement judgement, JudgementFromRow(row));
    judgements.Put(judgement);
  }
  return judgements;
}

std::vector<Judgement> Judgements::NewestFirst() const {
  std::vector<Judgement> judgements;
  for (const auto& [key, judgement] : all_) judgements.push_back(judgement);
  std::ranges::stable_sort(judgements, std::ranges::greater(), &Judgement::time);
  return judgements;
}

std::set<std::string> Judgements::GroupOf(const std::string& block) const {
  std::set<std::string> group{block};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& [key, judgement] : all_) {
      if (judgement.verdict != Verdict::kSame) continue;
      const bool a = group.contains(judgement.a.block);
      const bool b = group.contains(judgement.b.block);
      if (a == b) continue;
      group.insert(a ? judgement.b.block : judgement.a.block);
      grew = true;
    }
  }
  return group;
}

Constraints Judgements::Of(std::span<const Mention> mentions,
                           std::span<const std::string> blocks) const {
  Constraints constraints;
  if (all_.empty()) return constraints;
  std::map<std::tuple<std::string, DocumentId, std::string>, std::size_t> at;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    at.emplace(std::tuple(blocks[i], mentions[i].document, JudgedName(mentions[i])), i);
  }
  const auto find = [&at](const JudgedMention& mention) {
    return at.find(std::tuple(mention.block, mention.document, mention.name));
  };
  for (const auto& [key, judgement] : all_) {
    const auto a = find(judgement.a);
    const auto b = find(judgement.b);
    if (a == at.end() || b == at.end()) continue;  // elsewhere, or not read so any more
    auto& pairs = judgement.verdict == Verdict::kSame ? constraints.same : constraints.different;
    pairs.emplace_back(a->second, b->second);
  }
  return constraints;
}

namespace {

/// The judgements of sameness that lead from one mention to another, the fewest; none if they do
/// not.
std::optional<std::vector<const Judgement*>> ChainBetween(
    const std::map<std::string, Judgement>& all, const JudgedMention& from,
    const JudgedMention& to) {
  std::map<Place, const Judgement*> came_by{{PlaceOf(from), nullptr}};
  std::map<Place, Place> came_from;
  std::deque<Place> next{PlaceOf(from)};
  while (!next.empty() && !came_by.contains(PlaceOf(to))) {
    const Place at = next.front();
    next.pop_front();
    for (const auto& [key, judgement] : all) {
      if (judgement.verdict != Verdict::kSame) continue;
      const Place a = PlaceOf(judgement.a);
      const Place b = PlaceOf(judgement.b);
      if (a != at && b != at) continue;
      const Place other = a == at ? b : a;
      if (!came_by.emplace(other, &judgement).second) continue;
      came_from.emplace(other, at);
      next.push_back(other);
    }
  }
  if (!came_by.contains(PlaceOf(to))) return std::nullopt;
  std::vector<const Judgement*> chain;
  for (Place at = PlaceOf(to); came_by.at(at) != nullptr; at = came_from.at(at)) {
    chain.insert(chain.begin(), came_by.at(at));
  }
  return chain;
}

std::string Told(std::span<const Judgement> chain) {
  std::string text;
  for (const Judgement& link : chain) text += (text.empty() ? "" : ", ") + Told(link);
  return text;
}

}  // namespace

std::vector<Judgement> Judgements::Against(const Judgement& judgement) const {
  std::vector<Judgement> against;
  const auto add = [&against, &judgement](const std::vector<const Judgement*>& chain) {
    for (const Judgement* link : chain) {
      if (link->Key() != judgement.Key()) against.push_back(*link);
    }
  };
  if (judgement.verdict == Verdict::kDifferent) {
    if (const auto chain = ChainBetween(all_, judgement.a, judgement.b)) add(*chain);
    return against;
  }
  std::map<std::string, Judgement> with = all_;
  with.insert_or_assign(judgement.Key(), judgement);
  for (const auto& [key, other] : all_) {
    if (other.verdict != Verdict::kDifferent) continue;
    const auto chain = ChainBetween(with, other.a, other.b);
    if (!chain) continue;
    against.push_back(other);
    add(*chain);
    break;
  }
  return against;
}

Status Judgements::Admit(const Judgement& judgement) const {
  if (PlaceOf(judgement.a) == PlaceOf(judgement.b)) {
    return Fail(Code::kInvalidArgument, "both names stand for the same entity '" +
                                            judgement.a.label + "'; a judgement needs two");
  }
  const auto type_of = [](const JudgedMention& mention) {
    return std::string_view(mention.block).substr(0, mention.block.find('/'));
  };
  if (type_of(judgement.a) != type_of(judgement.b)) {
    return Fail(Code::kInvalidArgument, "'" + judgement.a.label + "' and '" + judgement.b.label +
                                            "' are of different types; nothing is to be judged");
  }
  const std::vector<Judgement> against = Against(judgement);
  if (against.empty()) return {};
  const std::string remedy = "; take one of these back first (chido retract KEY)";
  if (judgement.verdict == Verdict::kDifferent) {
    return Fail(Code::kConflict, "they were judged the same: " + Told(against) + remedy);
  }
  const std::string chain = Told(std::span(against).subspan(1));
  return Fail(Code::kConflict,
              "it would make one of what was judged different: " + Told(against.front()) +
                  (chain.empty() ? "" : ", by ") + chain + remedy);
}

}  // namespace chido
