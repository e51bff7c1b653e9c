#include "tests/world/run.h"

#include <array>
#include <chrono>

#include "graph/base/error.h"
#include "linker/reading/stages.h"

namespace chido::world {
namespace {

template <typename T>
T Must(Result<T> result) {
  if (!result) Abort(result.error().message);
  return *std::move(result);
}

void Must(const Status& status) {
  if (!status) Abort(status.error().message);
}

const std::vector<std::uint64_t>& ListOf(const Truth& truth, Kind kind) {
  switch (kind) {
    case Kind::kOfficials:
      return truth.officials;
    case Kind::kMeetings:
      return truth.meetings;
    case Kind::kDirectives:
      return truth.directives;
    case Kind::kBodies:
      break;
  }
  return truth.bodies;
}

const std::vector<EntityId>& ListOf(const Assignment& assignment, Kind kind) {
  switch (kind) {
    case Kind::kOfficials:
      return assignment.officials;
    case Kind::kMeetings:
      return assignment.meetings;
    case Kind::kDirectives:
      return assignment.directives;
    case Kind::kBodies:
      break;
  }
  return assignment.bodies;
}

}  // namespace

std::string_view NameOf(Kind kind) {
  constexpr std::array<std::string_view, 4> kNames{"officials", "meetings", "directives", "bodies"};
  return kNames[static_cast<std::size_t>(kind)];
}

Known Press::Next() {
  while (true) {
    const Event event = EventOf(world_, event_);
    if (version_ == event.articles) {
      ++event_;
      version_ = 0;
      continue;
    }
    Known known = Make(world_, event, version_++);
    if (seen_.insert(known.written.article.id).second) return known;
  }
}

Run::Run(const RunOptions& options) : options_(options), world_(options.world), press_(world_) {
  if (!options.with_store) return;
  store_ = Must(Store::Open(folder_ / "store", {.create_if_missing = true}));
  resolver_ = std::make_unique<Resolver>(*store_, Lexicon::BuiltIn());
}

Reading Run::Read(const Known& known) const {
  if (!options_.from_text) return known.reading;
  return Must(ReadArticle(known.written.article, Lexicon::BuiltIn()));
}

void Run::Add(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    Known known = press_.Next();
    const auto begin = std::chrono::steady_clock::now();
    const Reading reading = Read(known);
    if (options_.with_store) {
      Must(resolver_->Add(known.written.article, reading));
    } else {
      blocks_.Add(reading);
    }
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (options_.from_text) known.truth = Align(known, reading, misses_);
    sheets_.push_back({known.written.article.id, known.telling.event.id, known.telling.version,
                       std::move(known.truth)});
  }
  const auto begin = std::chrono::steady_clock::now();
  if (!options_.with_store) blocks_.Solve();
  seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Assignment Run::AssignmentOf(const Sheet& sheet) const {
  if (!options_.with_store) return blocks_.Of(sheet.document);
  const auto rows = Must(store_->Read()->ScanBlock(AssignmentBlock(sheet.document)));
  return Must(AssignmentFromBytes(rows.at(0).bytes));
}

Linked Run::LinkedOf(Kind kind) const {
  Linked linked;
  for (std::uint32_t article = 0; article < sheets_.size(); ++article) {
    const Assignment assignment = AssignmentOf(sheets_[article]);
    const auto& truths = ListOf(sheets_[article].truth, kind);
    const auto& entities = ListOf(assignment, kind);
    for (std::uint32_t item = 0; item < truths.size(); ++item) {
      if (truths[item] == kNothing) continue;
      linked.placed.push_back({truths[item], entities.at(item).value});
      linked.where.push_back({article, item});
    }
  }
  return linked;
}

Reading Run::ReadingOf(std::uint32_t article) {
  const Sheet& sheet = sheets_.at(article);
  return Read(Make(world_, EventOf(world_, sheet.event), sheet.version));
}

}  // namespace chido::world
