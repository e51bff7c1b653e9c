#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/store/database.h"

namespace chido {

/// Writes that become visible all at once, and that can be read back before that. Later writes to a
/// key win. Not thread-safe; only the one writer has one. Must not outlive the database.
class Batch {
 public:
  explicit Batch(Database& database);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  void Put(Family family, std::string_view key, std::string_view value);
  void Delete(Family family, std::string_view key);
  /// As the database would answer after `Commit`.
  Result<std::optional<std::string>> Get(Family family, std::string_view key) const;
  /// At most `limit` keys with this prefix, as after `Commit`, in no order.
  Result<std::vector<std::string>> Keys(Family family, std::string_view prefix,
                                        std::size_t limit = ~std::size_t{0}) const;
  /// Bytes gathered so far.
  std::size_t size() const;
  /// Writes everything and empties the batch; `sync`: and waits until it is on the disk.
  /// Errors: kIo; then nothing was written.
  Status Commit(bool sync);

 private:
  struct Parts;
  Database& database_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace chido
