#pragma once

#include "graph/store/store.h"
#include "http/api/message.h"

namespace chido::api {

/// Answers requests about one store. Thread-safe: every request reads its own snapshot. The store
/// must outlive it.
///
/// HEAD is answered as GET, with the body: who sends it leaves that out. Ids of merged entities are
/// answered 308. Nothing throws; what goes wrong is problem+json.
class Api {
 public:
  explicit Api(const Store& store) : store_(store) {}
  Response Answer(const Request& request) const noexcept;

 private:
  const Store& store_;
};

/// A request of "/v1/search?q=h%27lim": splits and decodes path and query. Damaged escapes stay as
/// they are. Thread-safe.
Request RequestOf(std::string_view target);
/// What `RequestOf` reads: path and query with escapes.
std::string TargetOf(const Request& request);

}  // namespace chido::api
