#include "tests/support/sample_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

#include "graph/base/hash.h"

namespace chido {
namespace {

constexpr int kOfficials = 7;
constexpr int kBodies = 3;
constexpr int kDirectives = 4;

EntityId IdOf(std::string_view kind, int number) {
  return EntityId{Hash64(fmt::format("{}/{}", kind, number))};
}

EntityRecord Record(EntityId id, EntityType type, std::string label, std::string key) {
  EntityRecord record;
  record.entity.id = id;
  record.entity.type = type;
  record.entity.label = std::move(label);
  record.name_keys = {std::move(key)};
  return record;
}

std::string OfficialName(int number) {
  static const std::vector<std::string> kGiven{"Mận", "Ổi", "Khế", "Bưởi", "Quýt", "Nhãn", "Vải"};
  return "Trần Thử " + kGiven.at(number);
}

std::string OfficialKey(int number) {
  static const std::vector<std::string> kGiven{"man", "oi", "khe", "buoi", "quyt", "nhan", "vai"};
  return "tran thu " + kGiven.at(number);
}

Statement Say(EntityId subject, Predicate predicate, EntityId object, Qualifiers qualifiers,
              EdtfDate valid) {
  Statement statement;
  statement.id = MakeStatementId(subject, predicate, object, qualifiers);
  statement.subject = subject;
  statement.predicate = predicate;
  statement.object = object;
  statement.qualifiers = std::move(qualifiers);
  statement.valid = valid;
  statement.confidence = 0.75F;
  return statement;
}

Span Find(const Article& article, const std::string& words) {
  const auto at = static_cast<std::uint32_t>(article.text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

Article MakeArticle(int number) {
  Article article;
  article.title = fmt::format("Hội nghị thử số {}", number);
  article.url = fmt::format("https://vi.example/tin/{}", number);
  article.text = fmt::format(
      "Hội nghị thử số {0}\nNgày {1:02}/3/2024, đồng chí {2} chủ trì hội nghị do Ban Thử nghiệm "
      "{3} "
      "tổ chức, quán triệt Chỉ thị số {4}-CT/TN.\n",
      number, number % 28 + 1, OfficialName(number % kOfficials), number % kBodies,
      number % kDirectives);
  article.id = ContentId(article.title, article.text);
  const auto head = static_cast<std::uint32_t>(article.text.find('\n'));
  article.blocks = {
      {BlockKind::kTitle, {0, head}},
      {BlockKind::kBody, {head + 1, static_cast<std::uint32_t>(article.text.size())}}};
  return article;
}

/// Builds the changes of successive articles, counting evidence as it goes.
class SampleWriter {
 public:
  Change Write(int number) {
    Change change;
    const Article article = MakeArticle(number);
    PutEntities(change, article, number);
    const EdtfDate day = EdtfDate::Day(2024, 3, number % 28 + 1);
    const EntityId official = SampleOfficial(number % kOfficials);
    const EntityId body = SampleBody(number % kBodies);
    const EntityId meeting = SampleMeeting(number);
    const EntityId directive = SampleDirective(number % kDirectives);
    Put(change, article, Say(official, Predicate::kHoldsRole, body, {{"title", "Trưởng ban"}}, {}));
    Put(change, article, Say(official, Predicate::kChaired, meeting, {{"manner", "chair"}}, day));
    Put(change, article, Say(body, Predicate::kOrganised, meeting, {{"manner", "lead"}}, day));
    Put(change, article,
        Say(meeting, Predicate::kCites, directive, {{"function", "disseminates"}}, day));
    Put(change, article, Say(EntityId{article.id.value}, Predicate::kMentions, official, {}, day));
    change.put_readings.push_back({article.id, 1, fmt::format("reading {}", number)});
    change.put_block_rows.push_back(
        {"official/" + OfficialKey(number % kOfficials), article.id, 0, "features"});
    change.put_articles.push_back(article);
    return change;
  }

 private:
  static void PutEntities(Change& change, const Article& article, int number) {
    const int official = number % kOfficials;
    const int body = number % kBodies;
    const int directive = number % kDirectives;
    change.put_entities = {
        Record(SampleOfficial(official), EntityType::kOfficial, OfficialName(official),
               OfficialKey(official)),
        Record(SampleBody(body), EntityType::kBody, fmt::format("Ban Thử nghiệm {}", body),
               fmt::format("ban thu nghiem {}", body)),
        Record(SampleMeeting(number), EntityType::kMeeting, article.title,
               fmt::format("hoi nghi thu so {}", number)),
        Record(SampleDirective(directive), EntityType::kDirective,
               fmt::format("Chỉ thị {}-CT/TN", directive), fmt::format("{}-ct/tn", directive)),
        Record(EntityId{article.id.value}, EntityType::kDocument, article.title,
               fmt::format("hoi nghi thu so {}", number))};
  }

  void Put(Change& change, const Article& article, const Statement& said) {
    const Statement& statement = statements_.try_emplace(said.id, said).first->second;
    ++statements_.at(said.id).evidence_count;
    change.put_statements.push_back(statement);
    Evidence evidence;
    evidence.statement = said.id;
    evidence.document = article.id;
    evidence.sentence = article.blocks.back().span;
    evidence.subject = Find(article, "đồng chí");
    evidence.object = Find(article, "hội nghị");
    evidence.rule = "sample";
    evidence.rule_version = 1;
    evidence.confidence = said.confidence;
    evidence.valid = said.valid;
    change.put_evidence.push_back(evidence);
  }

  std::map<StatementId, Statement> statements_;
};

EntityRecord GeneratedRecord(EntityId id, EntityType type, int number) {
  if (type == EntityType::kOfficial) {
    return Record(id, type, fmt::format("Trần Thử {}", number), fmt::format("tran thu {}", number));
  }
  return Record(id, type, fmt::format("Hội nghị thử số {}", number),
                fmt::format("hoi nghi thu so {}", number));
}

void PutGenerated(Change& part, int official, int meeting, std::int32_t day, std::uint64_t number) {
  // The number as a qualifier keeps repeated pairs apart.
  Statement statement =
      Say(SampleOfficial(official), Predicate::kChaired, SampleMeeting(meeting),
          {{"manner", fmt::format("chair {}", number)}}, EdtfDate::Single(FromDays(day)));
  statement.evidence_count = 1;
  Evidence evidence;
  evidence.statement = statement.id;
  evidence.rule = "generated";
  evidence.valid = statement.valid;
  part.put_evidence.push_back(std::move(evidence));
  part.put_statements.push_back(std::move(statement));
}

template <typename Item, typename KeyOf>
void KeepLast(std::vector<Item>& items, const KeyOf& key_of) {
  std::map<decltype(key_of(items.front())), Item> last;
  for (Item& item : items) last.insert_or_assign(key_of(item), item);
  items.clear();
  for (auto& [key, item] : last) items.push_back(item);
}

template <typename Item>
void Append(std::vector<Item>& to, const std::vector<Item>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

template <typename Item>
void Split(const std::vector<Item>& items, std::vector<Item> Change::* member,
           std::vector<Change>& into) {
  for (const Item& item : items) {
    Change change;
    (change.*member).push_back(item);
    into.push_back(std::move(change));
  }
}

}  // namespace

EntityId SampleOfficial(int number) { return IdOf("official", number); }
EntityId SampleBody(int number) { return IdOf("body", number); }
EntityId SampleMeeting(int article) { return IdOf("meeting", article); }
EntityId SampleDirective(int number) { return IdOf("directive", number); }

std::vector<Change> SampleChanges(int articles) {
  SampleWriter writer;
  std::vector<Change> changes;
  for (int number = 0; number < articles; ++number) changes.push_back(writer.Write(number));
  return changes;
}

Change MergeChanges(const std::vector<Change>& changes) {
  Change merged;
  for (const Change& change : changes) {
    Append(merged.put_articles, change.put_articles);
    Append(merged.put_readings, change.put_readings);
    Append(merged.put_entities, change.put_entities);
    Append(merged.put_statements, change.put_statements);
    Append(merged.put_evidence, change.put_evidence);
    Append(merged.put_block_rows, change.put_block_rows);
  }
  KeepLast(merged.put_entities, [](const EntityRecord& record) { return record.entity.id; });
  KeepLast(merged.put_statements, [](const Statement& statement) { return statement.id; });
  return merged;
}

std::vector<Change> ShuffledPuts(const Change& change, std::uint32_t seed) {
  std::vector<Change> changes;
  Split(change.put_articles, &Change::put_articles, changes);
  Split(change.put_readings, &Change::put_readings, changes);
  Split(change.put_entities, &Change::put_entities, changes);
  Split(change.put_statements, &Change::put_statements, changes);
  Split(change.put_evidence, &Change::put_evidence, changes);
  Split(change.put_block_rows, &Change::put_block_rows, changes);
  std::mt19937 random(seed);
  std::ranges::shuffle(changes, random);
  return changes;
}

Status GenerateGraph(std::uint64_t statements, std::uint32_t seed,
                     const std::function<Status(const Change&)>& take) {
  constexpr std::uint64_t kPart = 20'000;
  std::mt19937_64 random(seed);
  const int half = std::max<int>(1, static_cast<int>(statements / 10));
  Change part;
  for (int i = 0; i < half; ++i) {
    part.put_entities.push_back(GeneratedRecord(SampleOfficial(i), EntityType::kOfficial, i));
    part.put_entities.push_back(GeneratedRecord(SampleMeeting(i), EntityType::kMeeting, i));
    if (part.put_entities.size() < kPart) continue;
    CHIDO_TRY(take(part));
    part = {};
  }
  for (std::uint64_t i = 0; i < statements; ++i) {
    const auto official = static_cast<int>(random() % half);
    const auto meeting = static_cast<int>(random() % half);
    const auto day = static_cast<std::int32_t>(18000 + random() % 2000);
    PutGenerated(part, official, meeting, day, i);
    if (part.put_statements.size() < kPart) continue;
    CHIDO_TRY(take(part));
    part = {};
  }
  return take(part);
}

}  // namespace chido
