#pragma once

#include <filesystem>
#include <mutex>
#include <string_view>

#include "http/api/message.h"
#include "http/keys.h"
#include "http/live_api.h"

namespace chido {

/// Takes judgements over HTTP from holders of a key. The store is opened for writing for the moment
/// of one change, and the live view is renewed before the answer, so that the next question sees
/// it. Every attempt is logged. Thread-safe: one change at a time.
class JudgementDesk {
 public:
  /// `live` must outlive it, and be of the same store.
  JudgementDesk(std::filesystem::path store, KeyRing keys, LiveApi& live);

  /// Whether a request asks for a change and so is for the desk.
  static bool Takes(const api::Request& request);
  /// The answer to such a request: 401 without a key, 403 with an unknown one, 503 with Retry-After
  /// while somebody else writes to the store, else what `api::CarryOut` says.
  api::Response Answer(const api::Request& request) noexcept;

 private:
  api::Response Decide(const api::Request& request, std::string_view holder);

  const std::filesystem::path store_;
  const KeyRing keys_;
  LiveApi& live_;
  std::timed_mutex writing_;
};

}  // namespace chido
