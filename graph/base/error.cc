#include "graph/base/error.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace chido {
namespace {

constexpr std::array<ErrorRow, 14> kRows{{
    {Code::kInvalidArgument, "invalid-argument", "The request does not fit", 400, 2},
    {Code::kNotFound, "not-found", "Nothing of that name", 404, 3},
    {Code::kAlreadyExists, "already-exists", "It exists already", 409, 4},
    {Code::kConflict, "conflict", "It is held by somebody else, or contradicts what is there", 409,
     5},
    {Code::kUnsupported, "unsupported-format", "The format is not supported", 501, 6},
    {Code::kCorruption, "corruption", "Stored data is damaged", 500, 7},
    {Code::kIo, "io", "Reading or writing failed", 500, 8},
    {Code::kTooLarge, "too-large", "Over the limit", 413, 9},
    {Code::kBadInput, "bad-input", "The input is malformed", 422, 10},
    {Code::kTimeout, "timeout", "The time budget ran out", 504, 11},
    {Code::kUnavailable, "unavailable", "Not available now", 503, 12},
    {Code::kInternal, "internal", "A fault of the program", 500, 13},
    {Code::kUnauthorised, "unauthorised", "A key is needed", 401, 14},
    {Code::kForbidden, "forbidden", "The key is not known", 403, 15},
}};

}  // namespace

const ErrorRow& RowOf(Code code) { return kRows.at(static_cast<std::size_t>(code)); }

void Abort(std::string_view message) {
  std::fprintf(stderr, "chido: broken invariant: %.*s\n", static_cast<int>(message.size()),
               message.data());
  std::abort();
}

}  // namespace chido
