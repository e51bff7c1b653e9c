#include <fmt/format.h>

#include "http/api/describe.h"
#include "http/api/labels.h"
#include "http/asking.h"
#include "http/commands.h"
#include "http/layout.h"
#include "linker/resolve/judgement.h"
#include "linker/resolve/review.h"

namespace chido {
namespace {

constexpr std::size_t kPostsEach = 5;

/// What a judged mention was called, and the entity that it belongs to now.
Status ShowMention(const Snapshot& snapshot, const JudgedMention& mention, Layout& layout) {
  CHIDO_ASSIGN(const std::optional<EntityId> id, EntityOf(snapshot, mention));
  layout.Line(4, fmt::format("{} [{}], theo bài {}", mention.label,
                             id ? ToString(*id) : std::string("không còn trong kho"),
                             ToString(mention.document)));
  return {};
}

Status ShowJudgement(const Snapshot& snapshot, const Judgement& judgement, Layout& layout) {
  std::string heading =
      fmt::format("{}  {}  {}", judgement.Key(),
                  api::LabelOf(judgement.verdict, api::Language::kVietnamese), judgement.time);
  if (!judgement.author.empty()) heading += ", " + judgement.author;
  layout.Line(0, heading);
  CHIDO_TRY(ShowMention(snapshot, judgement.a, layout));
  CHIDO_TRY(ShowMention(snapshot, judgement.b, layout));
  layout.Field(4, "Ghi chú", judgement.note);
  return {};
}

void ShowNamesake(const Namesake& namesake, Layout& layout) {
  layout.Line(4, fmt::format("[{}] {} bài", ToString(namesake.official.id), namesake.documents));
  std::size_t shown = 0;
  for (const auto* roles : {&namesake.roles.now, &namesake.roles.past}) {
    for (const RoleHeld& role : *roles) {
      if (++shown <= kPostsEach) layout.Line(8, api::Describe(role));
    }
  }
  if (shown == 0) layout.Line(8, "không rõ chức vụ");
  if (shown > kPostsEach) layout.Line(8, "…");
}

void ShowPair(const ReviewPair& pair, Layout& layout) {
  const std::string ids =
      ToString(pair.first.official.id) + " " + ToString(pair.second.official.id);
  layout.Line(0, pair.first.official.label + " – một hay hai người?");
  ShowNamesake(pair.first, layout);
  ShowNamesake(pair.second, layout);
  layout.Line(4, "Một: chido same " + ids);
  layout.Line(4, "Hai: chido different " + ids);
}

}  // namespace

Result<int> RunJudgements(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const Asking asking, Ask(arguments, "/v1/judgements", {}));
  if (arguments.Flag("json")) return asking.AnswerAsJson(terminal);
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(*asking.snapshot));
  Layout layout(terminal.out);
  if (judgements.all().empty()) layout.Line(0, "Chưa có quyết định nào.");
  bool first = true;
  for (const Judgement& judgement : judgements.NewestFirst()) {
    if (!first) layout.Blank();
    first = false;
    CHIDO_TRY(ShowJudgement(*asking.snapshot, judgement, layout));
  }
  return 0;
}

Result<int> RunReview(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const Asking asking, Ask(arguments, "/v1/review", {"limit"}));
  if (arguments.Flag("json")) return asking.AnswerAsJson(terminal);
  const auto limit = static_cast<std::size_t>(arguments.Integer("limit"));
  CHIDO_ASSIGN(const ReviewList list, ReviewQueue(*asking.snapshot, limit));
  Layout layout(terminal.out);
  if (list.pairs.empty()) layout.Line(0, "Không có hai cán bộ cùng tên nào phải xem lại.");
  for (std::size_t i = 0; i < list.pairs.size(); ++i) {
    if (i > 0) layout.Blank();
    ShowPair(list.pairs[i], layout);
  }
  if (list.truncated) layout.Line(0, "… còn nữa: tăng --limit");
  return 0;
}

}  // namespace chido
