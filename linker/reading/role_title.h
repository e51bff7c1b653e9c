#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linker/reading/draft.h"
#include "linker/reading/scan.h"

namespace chido {

/// Words of a title, without the body it is held in.
struct TitlePhrase {
  /// Where the body of the post is found.
  enum class Binding : std::uint8_t {
    kOf,      ///< its name follows
    kShared,  ///< its name begins with the title's last word: Trưởng *ban Tổ chức*
    kField,   ///< its name, or only its field, follows: Bộ trưởng (Bộ) Y tế
    kFixed,   ///< the title says it: Thủ tướng → Chính phủ
    kMember,  ///< the title is made of its name: Tỉnh ủy viên
    kNone,    ///< an office of its own: Chủ tịch nước
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;   ///< token after the title
  std::uint32_t body = 0;  ///< token at which the body's name may begin
  std::string title;       ///< canonical long form
  Binding binding = Binding::kOf;
  std::string_view fixed;  ///< the body of kFixed, the committee of kMember
};

/// `TitleAt` where `MayBeTitle`.
std::optional<TitlePhrase> ReadTitle(const Draft& draft, std::uint32_t token, std::uint32_t limit);

/// Whether a title may start at `token`; no is certain, and most tokens are answered so.
inline bool MayBeTitle(const Draft& draft, std::uint32_t token) {
  return draft.MayHaveCue(token, CueKind("role.title")) || scan::Is(draft.text, token, "phó");
}

/// The title that starts at `token`: *Phó* before, *Thường trực* behind. None if there is none
/// before `limit`.
inline std::optional<TitlePhrase> TitleAt(const Draft& draft, std::uint32_t token,
                                          std::uint32_t limit) {
  return MayBeTitle(draft, token) ? ReadTitle(draft, token, limit) : std::nullopt;
}

}  // namespace chido
