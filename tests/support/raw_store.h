#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/store/families.h"

namespace chido {

class Database;

/// The rows of a closed store, byte by byte, to plant damage and to make old formats. Any failure
/// ends the test. The product has no such way in.
class RawStore {
 public:
  explicit RawStore(const std::filesystem::path& folder);
  ~RawStore();

  std::vector<std::pair<std::string, std::string>> Rows(Family family) const;
  void Put(Family family, std::string_view key, std::string_view value);
  void Delete(Family family, std::string_view key);
  /// Writes all rows into table files, so that the folder does not depend on its log.
  void Flush();

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace chido
