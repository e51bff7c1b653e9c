#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"

namespace chido {

/// Who may write over HTTP: names and secret keys, read once from a file. A value; thread-safe.
///
/// One line for each holder, `NAME KEY`, blanks between; blank lines and lines from `#` on are
/// passed over. A name has at most 64 bytes without blanks. A key has 32 to 256 of the characters
/// that `Authorization: Bearer` takes: letters, digits and `-._~+/=`.
class KeyRing {
 public:
  /// Errors, each with file, line and remedy: kNotFound, kIo, kInvalidArgument if others than the
  /// owner may read or write the file, kBadInput for a line of another form, for a name or key that
  /// stands twice, or if there is none.
  static Result<KeyRing> Load(const std::filesystem::path& file);

  /// The name beside the key. Takes the same time for all keys, right or wrong.
  std::optional<std::string_view> HolderOf(std::string_view key) const;

 private:
  struct Holder {
    std::string name;
    std::string key;
  };
  std::vector<Holder> holders_;
};

}  // namespace chido
