#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chido {

/// The column families of a store. Their names are on disk: a new one needs a new format version.
enum class Family : std::uint8_t {
  kArticle,
  kReading,
  kEntity,
  kStatement,
  kOut,
  kIn,
  kEvidence,
  kDocStatement,
  kName,
  kBlock,
  kRedirect,
  kJudgement,
  kCounter,
  kPending,
  kMeta,
};

inline constexpr std::size_t kFamilyCount = 15;

/// All families, in the order of their numbers.
std::array<Family, kFamilyCount> AllFamilies();
/// The name on disk, e.g. "doc_statement".
std::string_view NameOf(Family family);
/// Whether all its rows follow from rows of other families.
bool IsDerived(Family family);
/// Whether its rows count as content for `Store::Digest`.
bool IsContent(Family family);

}  // namespace chido
