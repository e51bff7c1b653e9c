#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "linker/lexicon/tables.h"

namespace chido {

/// Rows of `units` of the provinces that `host` names, those that still exist first, then the
/// latest: by their own hosts, else by a slug inside a label. `host` is in lower case.
std::vector<std::uint32_t> ProvincesOfHost(const RowTables& rows, std::string_view host);

/// The row of the province with this landline code: the one with the longest code that fits,
/// current codes before old ones, the smaller area before the merged one.
std::optional<std::uint32_t> ProvinceOfPhone(const RowTables& rows, std::string_view digits);

/// The parts of a host or path between '.', '-', '_' and '/', and each without the word for a body
/// before it ("tuyengiao", "huyenuy"); "gov", "vn" and the like left out.
std::vector<std::string_view> HostParts(std::string_view host);

}  // namespace chido
