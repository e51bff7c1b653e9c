#pragma once

#include <string>
#include <string_view>

namespace chido {

/// What went wrong, as one closed list. `ErrorRow` gives each its HTTP status, exit code and slug;
/// the three are part of the interface and never change for a code.
enum class Code {
  kInvalidArgument,  ///< the caller's words do not fit (bad date, unknown predicate, bad flag)
  kNotFound,         ///< the named entity, file or folder does not exist
  kAlreadyExists,    ///< the target folder or file is there and would be overwritten
  kConflict,  ///< somebody else holds it (store in use, port in use), or it contradicts a judgement
  kUnsupported,   ///< a newer or unknown format version
  kCorruption,    ///< stored bytes are not what was written
  kIo,            ///< the file system or the network said no
  kTooLarge,      ///< over a stated limit
  kBadInput,      ///< input data is malformed (invalid UTF-8, not an article, not JSON)
  kTimeout,       ///< a deadline or budget ran out where no partial answer is possible
  kUnavailable,   ///< overloaded or stopping; try again
  kInternal,      ///< a bug of ours
  kUnauthorised,  ///< a key is needed and none was given
  kForbidden,     ///< a key was given that nobody holds
};

/// One row of the error table.
struct ErrorRow {
  Code code;
  std::string_view slug;   ///< stable name in problem+json `type`, kebab case
  std::string_view title;  ///< short English title
  int http_status;         ///< 4xx or 5xx
  int exit_code;           ///< 2..63, distinct per code
};

/// The row of `code`. Every code has one.
const ErrorRow& RowOf(Code code);

/// An error as a value. `message` is a sentence that names what, where (file, line, key) and the
/// remedy.
struct Error {
  Code code = Code::kInternal;
  std::string message;

  friend bool operator==(const Error&, const Error&) = default;
};

/// Ends the process with `message` on stderr. Only for broken invariants, never for bad input.
[[noreturn]] void Abort(std::string_view message);

}  // namespace chido
