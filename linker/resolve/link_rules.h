#pragma once

#include <cstdint>
#include <string_view>

#include "graph/base/result.h"
#include "graph/store/change.h"
#include "graph/store/snapshot.h"

namespace chido {

/// Version of linking: raised whenever ids or rows of `block` come out differently, since a store
/// must be linked by one set of rules throughout.
inline constexpr std::uint32_t kLinkVersion = 3;

/// Lets only a store be changed that these rules linked; marks one without documents as theirs, in
/// `change`. `folder` is the store's. Errors: kUnsupported, with the remedy; those of the store.
Status AdmitLinkRules(const Snapshot& before, std::string_view folder, Change& change);

}  // namespace chido
