#include "tests/support/drawn_store.h"

#include <algorithm>
#include <sstream>

namespace chido::testing {
namespace {

EntityType TypeOf(char letter) {
  switch (letter) {
    case 'o':
      return EntityType::kOfficial;
    case 'b':
      return EntityType::kBody;
    case 'p':
      return EntityType::kPlace;
    case 'm':
      return EntityType::kMeeting;
    case 'd':
      return EntityType::kDirective;
    case 'a':
      return EntityType::kDocument;
    default:
      Abort(std::string("no type has the letter ") + letter);
  }
}

/// Line `number` (from 1) of an article's text, without its end.
Span LineOf(std::string_view text, int number) {
  std::size_t begin = 0;
  for (int line = 1; line < number; ++line) begin = text.find('\n', begin) + 1;
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()))};
}

std::string TextOf(const std::string& name) {
  std::string text;
  for (int line = 1; line <= 5; ++line) text += name + " dòng " + std::to_string(line) + "\n";
  return text;
}

void Require(const Status& status) {
  if (!status) Abort(status.error().message);
}

}  // namespace

DrawnStore::DrawnStore(std::string_view drawing) {
  Result<std::unique_ptr<Store>> opened =
      Store::Open(folder_ / "store", {.create_if_missing = true});
  if (!opened) Abort(opened.error().message);
  store_ = std::move(*opened);
  std::istringstream lines{std::string(drawing)};
  for (std::string line; std::getline(lines, line);) AddLine(line);
  Apply();
}

EntityId DrawnStore::Put(std::string_view typed_name) {
  const std::string name(typed_name.substr(2));
  if (const auto found = ids_.find(name); found != ids_.end()) return found->second;
  if (typed_name.front() == 'a') return EntityId{Article(name).value};
  EntityRecord record;
  record.entity.id = EntityId{ids_.size() + 1};
  record.entity.type = TypeOf(typed_name.front());
  record.entity.label = name;
  record.name_keys = {name};
  change_.put_entities.push_back(record);
  return ids_.emplace(name, record.entity.id).first->second;
}

DocumentId DrawnStore::Article(const std::string& name) {
  if (const auto found = ids_.find(name); found != ids_.end()) {
    return DocumentId{found->second.value};
  }
  chido::Article article;
  article.text = TextOf(name);
  article.title = name;
  article.id = ContentId(article.title, article.text);
  article.origin = name + ".txt";
  article.published = std::string("2024-01-0") + name.back();
  article.blocks = {{BlockKind::kBody, {0, static_cast<std::uint32_t>(article.text.size())}}};
  EntityRecord record;
  record.entity.id = EntityId{article.id.value};
  record.entity.type = EntityType::kDocument;
  record.entity.label = name;
  record.name_keys = {name};
  change_.put_articles.push_back(article);
  change_.put_entities.push_back(record);
  ids_.emplace(name, record.entity.id);
  return article.id;
}

void DrawnStore::AddEvidence(Statement& statement, std::string_view places) {
  while (!places.empty()) {
    std::string_view place = places.substr(0, places.find(','));
    places.remove_prefix(std::min(place.size() + 1, places.size()));
    Evidence piece;
    piece.repeats = place.front() == '~';
    if (piece.repeats) place.remove_prefix(1);
    const std::size_t hash = place.find('#');
    const std::string article(place.substr(0, hash));
    piece.statement = statement.id;
    piece.document = Article(article);
    piece.sentence = LineOf(TextOf(article), place[hash + 1] - '0');
    piece.rule = "drawn";
    piece.confidence = statement.confidence;
    if (!piece.repeats) ++statement.evidence_count;
    change_.put_evidence.push_back(std::move(piece));
  }
}

void DrawnStore::AddLine(std::string_view line) {
  std::istringstream words{std::string(line)};
  std::string subject;
  std::string predicate;
  std::string object;
  if (!(words >> subject >> predicate >> object)) return;
  Statement statement;
  statement.subject = Put(subject);
  statement.object = Put(object);
  const auto found = PredicateFromName(predicate);
  if (!found) Abort("no predicate is called " + predicate);
  statement.predicate = *found;
  statement.confidence = 1;
  std::string places;
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    const std::string key = word.substr(0, equals);
    if (equals == std::string::npos) {
      statement.valid = ParseEdtf(word).value();
    } else if (key == "sure") {
      statement.confidence = std::stof(word.substr(equals + 1));
    } else if (key == "in") {
      places = word.substr(equals + 1);
    } else if (key == "meeting") {
      statement.qualifiers.emplace(key, ToString(Put("m:" + word.substr(equals + 1))));
    } else {
      statement.qualifiers.emplace(key, word.substr(equals + 1));
    }
  }
  statement.id = MakeStatementId(statement.subject, statement.predicate, statement.object,
                                 statement.qualifiers);
  AddEvidence(statement, places);
  change_.put_statements.push_back(std::move(statement));
}

void DrawnStore::Apply() {
  Require(store_->Apply(change_));
  change_ = {};
  snapshot_ = store_->Read();
}

void DrawnStore::Set(std::string_view name, std::string_view key, std::string_view value) {
  const auto record = snapshot_->GetEntityRecord(Id(name));
  if (!record || !*record) Abort("nothing was drawn as " + std::string(name));
  EntityRecord changed = **record;
  changed.entity.attributes.insert_or_assign(std::string(key), std::string(value));
  change_.put_entities.push_back(std::move(changed));
  Apply();
}

void DrawnStore::LeaveOpen(std::string_view name, std::string_view candidate) {
  change_.put_pending.push_back({Id(name), {Id(candidate)}});
  Apply();
}

EntityId DrawnStore::Id(std::string_view name) const {
  const auto found = ids_.find(name);
  if (found == ids_.end()) Abort("nothing was drawn as " + std::string(name));
  return found->second;
}

std::string DrawnStore::NameOf(EntityId id) const {
  for (const auto& [name, drawn] : ids_) {
    if (drawn == id) return name;
  }
  return "?";
}

const Snapshot& DrawnStore::snapshot() { return *snapshot_; }

}  // namespace chido::testing
