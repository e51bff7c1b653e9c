#include "linker/reading/role_title.h"

#include "linker/reading/locality.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

void ReadBinding(std::string_view binding, TitlePhrase& title) {
  using Binding = TitlePhrase::Binding;
  constexpr std::string_view kMemberPrefix = "committee:";
  if (binding.starts_with("shared")) {
    // "shared2": the last two words ("Chánh *Văn phòng*")
    title.binding = Binding::kShared;
    title.body = title.end - (binding.ends_with('2') ? 2 : 1);
  } else if (binding == "field") {
    title.binding = Binding::kField;
  } else if (binding == "none") {
    title.binding = Binding::kNone;
  } else if (binding.starts_with('=')) {
    title.binding = Binding::kFixed;
    title.fixed = binding.substr(1);
  } else if (binding.starts_with(kMemberPrefix)) {
    title.binding = Binding::kMember;
    title.fixed = binding.substr(kMemberPrefix.size());
  }
}

/// *Thường trực*, *thứ nhất*, *chuyên trách* behind a title.
void TakeStanding(const Draft& draft, std::uint32_t limit, TitlePhrase& title) {
  const Match* standing = draft.CueAt(title.end, "role.standing");
  if (standing == nullptr || standing->tokens.end > limit) return;
  const bool may_stand = title.title.starts_with("Phó") || title.title == "Thứ trưởng" ||
                         title.title == "Bí thư" || title.title == "Ủy viên";
  if (!may_stand) return;
  const std::string_view value = CueValue(draft, *standing);
  if (!value.empty()) {
    title.title += ' ';
    title.title += value;
  }
  title.end = standing->tokens.end;
  if (title.binding == TitlePhrase::Binding::kShared) title.binding = TitlePhrase::Binding::kOf;
  title.body = title.end;
}

}  // namespace

std::optional<TitlePhrase> ReadTitle(const Draft& draft, std::uint32_t token, std::uint32_t limit) {
  const Match* words = draft.CueAt(token, "role.title");
  const bool deputy = words == nullptr && scan::Is(draft.text, token, "phó");
  if (deputy) words = draft.CueAt(token + 1, "role.title");
  if (words == nullptr || words->tokens.end > limit) return std::nullopt;
  // "Đại sứ quán" is an office, not its head
  if (const Match* organ = draft.CueAt(token, "organ");
      organ != nullptr && organ->tokens.end > words->tokens.end) {
    return std::nullopt;
  }
  TitlePhrase title;
  title.begin = token;
  title.end = title.body = words->tokens.end;
  const std::string_view value = CueValue(draft, *words);
  const std::size_t cut = value.find('>');
  title.title = deputy ? "Phó " : "";
  title.title += value.substr(0, cut);
  if (cut != std::string_view::npos) ReadBinding(value.substr(cut + 1), title);
  TakeStanding(draft, limit, title);
  return title;
}

}  // namespace chido
