#include <fmt/format.h>

#include <cstdlib>
#include <set>

#include "graph/algo/roles.h"
#include "graph/algo/search.h"
#include "http/api/describe.h"
#include "http/api/judging.h"
#include "http/asking.h"
#include "http/commands.h"
#include "http/layout.h"
#include "linker/lexicon/lexicon.h"
#include "linker/resolve/judgement.h"
#include "linker/resolve/resolver.h"

namespace chido {
namespace {

constexpr std::size_t kMostListed = 20;
constexpr std::size_t kMostCounted = 1000;

/// "id  label, posts (n documents)", for choosing among namesakes.
Result<std::string> LineOf(const Snapshot& snapshot, const Entity& entity) {
  std::string line = fmt::format("\n  {}  {}", ToString(entity.id), entity.label);
  if (entity.type == EntityType::kOfficial) {
    CHIDO_ASSIGN(const RoleList roles, RolesOf(snapshot, entity.id));
    for (const auto* list : {&roles.now, &roles.past}) {
      for (const RoleHeld& role : *list) line += "; " + api::Describe(role);
    }
  } else {
    CHIDO_ASSIGN(const std::string description, api::Describe(snapshot, entity));
    if (!description.empty()) line += "; " + description;
  }
  CHIDO_ASSIGN(const std::uint64_t documents, CountMentioning(snapshot, entity.id, kMostCounted));
  return line + fmt::format("; {} {}", documents, documents == 1 ? "document" : "documents");
}

/// The one official or else meeting that a name or id stands for.
Result<Entity> OneCalled(const Snapshot& snapshot, const std::string& text) {
  const bool id = FromHex(text).has_value();
  Result<std::vector<Entity>> called =
      EntitiesCalled(snapshot, text, id ? std::nullopt : std::optional(EntityType::kOfficial));
  if (!called && called.error().code == Code::kNotFound) {
    Result<std::vector<Entity>> meetings = EntitiesCalled(snapshot, text, EntityType::kMeeting);
    if (meetings) called = std::move(meetings);
  }
  if (!called) return std::unexpected(std::move(called).error());
  if (called->size() == 1) return std::move(called->front());
  std::string message =
      fmt::format("{} {}s are named '{}'; give the ids of those you mean:", called->size(),
                  NameOf(called->front().type), text);
  for (const Entity& entity : *called) {
    CHIDO_ASSIGN(const std::string line, LineOf(snapshot, entity));
    message += line;
  }
  return Fail(Code::kInvalidArgument, std::move(message));
}

/// The remedy where one entity is to be parted: which of its documents may be named.
std::unexpected<Error> NeedsDocuments(const Snapshot& snapshot, const Entity& entity) {
  std::string message = fmt::format(
      "'{0}' is one entity; to part it, name two documents that tell of different ones: chido "
      "different {1} --document ID --document ID. It is told of by:",
      entity.label, ToString(entity.id));
  CHIDO_ASSIGN(const Page<EdgeRow> page,
               snapshot.Edges(entity.id, Direction::kIn,
                              {.predicate = Predicate::kMentions, .limit = kMostListed}));
  for (const EdgeRow& row : page.items) {
    CHIDO_ASSIGN(const std::optional<Entity> document, snapshot.GetEntity(row.other));
    if (!document) continue;
    message += fmt::format("\n  {}  {} {}", ToString(row.other), document->Attribute("published"),
                           document->label);
  }
  if (!page.next.empty()) message += "\n  …";
  return Fail(Code::kInvalidArgument, std::move(message));
}

/// The two mentions that a verdict is about, as they were typed.
Result<api::MentionPair> JudgedBy(const Snapshot& snapshot, Verdict verdict,
                                  const Arguments& arguments) {
  CHIDO_ASSIGN(const Entity a, OneCalled(snapshot, arguments.String("A")));
  const std::vector<std::string>& documents = arguments.List("document");
  const bool parting = verdict == Verdict::kDifferent;
  if (!arguments.String("B").empty() && !documents.empty()) {
    return Fail(Code::kInvalidArgument, "give either B or --document twice, not both");
  }
  if (!documents.empty()) return api::MentionsInDocuments(snapshot, a, documents);
  if (parting && arguments.String("B").empty()) return NeedsDocuments(snapshot, a);
  CHIDO_ASSIGN(const Entity b, OneCalled(snapshot, arguments.String("B")));
  if (parting && a.id == b.id) return NeedsDocuments(snapshot, a);
  return api::MentionsOfBoth(snapshot, a, b);
}

/// What has become of the judged, and how many entities came or went.
Status TellOutcome(const Snapshot& snapshot, const Judgement& judgement, std::uint64_t before,
                   std::uint64_t after, Layout& layout) {
  if (after < before) {
    layout.Line(0, fmt::format("Đã nhập làm một: bớt {} thực thể.", before - after));
  } else if (after > before) {
    layout.Line(0, fmt::format("Đã tách ra: thêm {} thực thể.", after - before));
  } else {
    layout.Line(0, "Không thực thể nào nhập vào hay tách ra.");
  }
  std::set<EntityId> told;
  for (const JudgedMention* mention : {&judgement.a, &judgement.b}) {
    CHIDO_ASSIGN(const std::optional<EntityId> id, EntityOf(snapshot, *mention));
    if (!id || !told.insert(*id).second) continue;
    CHIDO_ASSIGN(const std::optional<Entity> entity, snapshot.GetEntity(*id));
    if (!entity) continue;
    CHIDO_ASSIGN(const std::string description, api::Describe(snapshot, *entity));
    layout.Line(2, fmt::format("[{}] {}{}{}", ToString(*id), entity->label,
                               description.empty() ? "" : ", ", description));
  }
  return {};
}

std::string InWords(const Judgement& judgement) {
  return judgement.verdict == Verdict::kSame
             ? fmt::format("“{}” và “{}” là một", judgement.a.label, judgement.b.label)
             : fmt::format("“{}” và “{}” là hai, không phải một", judgement.a.label,
                           judgement.b.label);
}

/// Judges or retracts, and tells what came of it.
Result<int> Decide(Store& store, const Judgement& judgement, bool retract, Terminal& terminal) {
  CHIDO_ASSIGN(const StoreStats before, store.Stats());
  Resolver resolver(store, Lexicon::BuiltIn());
  if (retract) {
    CHIDO_TRY(resolver.Retract(judgement.Key()));
  } else {
    CHIDO_TRY(resolver.Judge(judgement));
  }
  CHIDO_TRY(store.Sync());
  CHIDO_ASSIGN(const StoreStats after, store.Stats());
  Layout layout(terminal.out);
  layout.Line(0, (retract ? "Đã rút: " : "Đã ghi: ") + InWords(judgement) + ".");
  CHIDO_TRY(
      TellOutcome(*store.Read(), judgement, before.EntityTotal(), after.EntityTotal(), layout));
  layout.Line(0, retract ? "Mã: " + judgement.Key()
                         : fmt::format("Mã: {0} (rút lại: chido retract {0})", judgement.Key()));
  return 0;
}

std::string AuthorOf(const Arguments& arguments) {
  std::string author = arguments.String("author");
  if (!author.empty()) return author;
  const char* user = std::getenv("USER");
  return user != nullptr ? user : "";
}

Result<int> Judge(Verdict verdict, const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder));
  CHIDO_ASSIGN(api::MentionPair judged, JudgedBy(*store->Read(), verdict, arguments));
  const Judgement judgement =
      api::JudgementNow(verdict, std::move(judged), AuthorOf(arguments), arguments.String("note"));
  return Decide(*store, judgement, false, terminal);
}

}  // namespace

Result<int> RunSame(const Arguments& arguments, Terminal& terminal) {
  return Judge(Verdict::kSame, arguments, terminal);
}

Result<int> RunDifferent(const Arguments& arguments, Terminal& terminal) {
  return Judge(Verdict::kDifferent, arguments, terminal);
}

Result<int> RunRetract(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder));
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(*store->Read()));
  const std::string key = arguments.String("KEY");
  const auto found = judgements.all().find(key);
  if (found == judgements.all().end()) {
    return Fail(Code::kNotFound,
                "there is no judgement '" + key + "'; `chido judgements` lists them");
  }
  return Decide(*store, found->second, true, terminal);
}

}  // namespace chido
