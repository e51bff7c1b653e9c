#pragma once

#include <expected>
#include <string>
#include <utility>

#include "graph/base/error.h"

namespace chido {

/// A value or the error that took its place. Nothing throws across layers.
template <typename T>
using Result = std::expected<T, Error>;

/// Success without a value.
using Status = Result<void>;

/// The error side of a `Result`, built in place: `return Fail(Code::kIo, "…")`.
inline std::unexpected<Error> Fail(Code code, std::string message) {
  return std::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace chido

#define CHIDO_CONCAT_INNER(a, b) a##b
#define CHIDO_CONCAT(a, b) CHIDO_CONCAT_INNER(a, b)

/// `CHIDO_ASSIGN(const T value, Expression)`: evaluates a `Result<T>`; returns its error, or binds
/// the value.
#define CHIDO_ASSIGN(declaration, expression)                      \
  auto CHIDO_CONCAT(chido_result_, __LINE__) = (expression);       \
  if (!CHIDO_CONCAT(chido_result_, __LINE__).has_value())          \
    return std::unexpected<::chido::Error>(                        \
        std::move(CHIDO_CONCAT(chido_result_, __LINE__)).error()); \
  declaration = std::move(*CHIDO_CONCAT(chido_result_, __LINE__))

/// `CHIDO_TRY(Expression)`: evaluates a `Status` or `Result`; returns its error, drops its value.
#define CHIDO_TRY(expression)                                                  \
  do {                                                                         \
    auto chido_status = (expression);                                          \
    if (!chido_status.has_value())                                             \
      return std::unexpected<::chido::Error>(std::move(chido_status).error()); \
  } while (false)
