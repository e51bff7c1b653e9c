#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

#include "graph/base/result.h"
#include "graph/model/article.h"
#include "ingest/source/source.h"
#include "linker/reading/reading.h"

namespace chido {

/// What lies on the belt: an article on its way from the source to the sink, or what went wrong.
struct Parcel {
  Article article;
  std::optional<Reading> reading;  ///< filled by a worker
  std::optional<Error> error;      ///< instead of a reading
  bool known = false;              ///< stored already: there is nothing to read
  SourceCounts counts;             ///< of the source when it gave this

 private:
  friend class Conveyor;
  bool taken = false;
  bool done = false;
};

/// A bounded belt between one loader, many workers and one taker. Parcels leave it in the order in
/// which they were put on, so the result does not depend on the workers. Thread-safe.
class Conveyor {
 public:
  /// At most `parcels` articles and about `bytes` of their text lie on the belt at once.
  Conveyor(std::size_t parcels, std::size_t bytes) : parcels_(parcels), bytes_(bytes) {}

  /// Puts a parcel at the end; waits while the belt is full. False once the belt was stopped.
  bool Put(Parcel parcel);
  /// No more parcels will come.
  void CloseInput();
  /// Wakes everybody; nothing is given out any more.
  void Stop();

  /// A parcel to read, or nullptr when there will be none. It stays on the belt until `Done`.
  Parcel* TakeWork();
  void Done(Parcel* parcel);

  enum class Taken { kParcel, kNothingYet, kEnd };
  /// The first parcel if it is finished; waits for it up to `patience`.
  Taken TakeFirst(Parcel& out, std::chrono::milliseconds patience);

 private:
  bool Full() const;

  const std::size_t parcels_;
  const std::size_t bytes_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable work_;
  std::condition_variable first_;
  std::deque<std::unique_ptr<Parcel>> belt_;
  std::size_t text_ = 0;
  bool closed_ = false;
  bool stopped_ = false;
};

}  // namespace chido
