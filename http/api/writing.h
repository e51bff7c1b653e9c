#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/store/store.h"
#include "http/api/labels.h"
#include "http/api/message.h"
#include "linker/resolve/judgement.h"

namespace chido::api {

/// One resource that changes the store. Who may ask for it is for the caller to know.
struct WriteRoute {
  std::string_view method;
  std::string_view pattern;
  std::string_view operation;  ///< operationId of openapi.json
};

/// All of them; `Routes()` has what is only read.
std::span<const WriteRoute> WriteRoutes();

/// A route that writes and the text in the place of its `{id}`; `route` is null if there is none.
struct WriteMatch {
  const WriteRoute* route = nullptr;
  std::string_view id;
};
WriteMatch MatchWrite(std::string_view method, std::string_view path);

/// What a request asks to be judged, or to be taken back.
struct Order {
  std::string retract;  ///< key of a judgement to take back; all but `language` is empty then
  Verdict verdict = Verdict::kSame;
  std::string a;                       ///< id of an official or meeting
  std::string b;                       ///< of another; empty where `documents` are given
  std::vector<std::string> documents;  ///< ids of two that tell of `a`, to part it
  std::string author;
  std::string note;
  Language language = Language::kVietnamese;
};

/// Reads a request that `MatchWrite` knows. `holder` is the author where the request names none.
/// Errors: kBadInput if the body is no JSON object; kInvalidArgument for a field that is missing,
/// unknown, too long or of another type. Thread-safe.
Result<Order> OrderOf(const Request& request, std::string_view holder);

/// Judges or takes back, and answers with the judgement (schema Judgement) as it stands then: 201
/// for a new one, 200 else. Problems: 400, 404 for what is not there, 409 with `contradicts`, the
/// judgements that cannot hold beside it. Synced when it returns. Nothing throws but for want of
/// memory.
Response CarryOut(Store& store, const Order& order);

}  // namespace chido::api
