#include "ingest/pipeline/pipeline.h"

#include <chrono>
#include <thread>

#include "ingest/pipeline/conveyor.h"

namespace chido {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kBeltBytes = std::size_t{64} << 20;
constexpr auto kPatience = std::chrono::milliseconds(100);
/// Articles between two syncs: losing power costs at most reading these again.
constexpr std::uint64_t kSyncEvery = 256;

bool Wanted(const PipelineOptions& options) {
  return options.stop == nullptr || !options.stop->load(std::memory_order_relaxed);
}

/// Whether `article` need not be read: the same content is stored, in a copy as good.
Result<bool> IsKnown(const Article& article, ReadingSink& sink, const PipelineOptions& options) {
  if (options.read_again) return false;
  CHIDO_ASSIGN(const std::optional<Article> stored, sink.Find(article.id));
  return stored.has_value() && !IsBetterCopy(article, *stored);
}

/// The loader's thread.
void Load(Source& source, ReadingSink& sink, const PipelineOptions& options, Conveyor& belt) {
  while (Wanted(options)) {
    std::optional<Result<Article>> item = source.Next();
    if (!item) break;
    Parcel parcel;
    parcel.counts = source.counts();
    if (item->has_value()) {
      parcel.article = std::move(**item);
      const Result<bool> known = IsKnown(parcel.article, sink, options);
      // An error of the sink comes up again where the parcel is added, and ends the run there.
      parcel.known = known.has_value() && *known;
    } else {
      parcel.error = std::move(item->error());
    }
    if (!belt.Put(std::move(parcel))) break;
  }
  belt.CloseInput();
}

/// A worker's thread.
void ReadAll(const ArticleReader& reader, Conveyor& belt) {
  while (Parcel* parcel = belt.TakeWork()) {
    Result<Reading> reading = reader(parcel->article);
    if (reading.has_value()) {
      parcel->reading = std::move(*reading);
    } else {
      parcel->error =
          Error{reading.error().code, parcel->article.origin + ": " + reading.error().message};
    }
    belt.Done(parcel);
  }
}

/// Adds what comes off the belt and keeps the account.
class Taker {
 public:
  Taker(ReadingSink& sink, const PipelineOptions& options) : sink_(sink), options_(options) {}

  Status Take(const Parcel& parcel) {
    report_.source = parcel.counts;
    if (parcel.error) {
      ++report_.failed;
      if (report_.errors.size() < PipelineReport::kErrorLimit) {
        report_.errors.push_back(*parcel.error);
      }
      return {};
    }
    if (parcel.known) {
      ++report_.known;
      return {};
    }
    return AddRead(parcel);
  }

  void Tell() {
    const auto now = steady_clock::now();
    report_.seconds = std::chrono::duration<double>(now - begin_).count();
    if (!options_.progress || now - told_ < kPatience) return;
    told_ = now;
    options_.progress(report_);
  }

  PipelineReport& report() { return report_; }

 private:
  Status AddRead(const Parcel& parcel) {
    // Asked again: a copy may have come in since the parcel was loaded.
    CHIDO_ASSIGN(const std::optional<Article> stored, sink_.Find(parcel.article.id));
    const bool better = stored && (options_.read_again || IsBetterCopy(parcel.article, *stored));
    if (stored) ++report_.known;
    if (stored && !better) return {};
    CHIDO_TRY(sink_.Add(parcel.article, *parcel.reading));
    ++(stored ? report_.replaced : report_.added);
    report_.text_bytes += parcel.article.text.size();
    return (report_.added + report_.replaced) % kSyncEvery == 0 ? sink_.Sync() : Status();
  }

  ReadingSink& sink_;
  const PipelineOptions& options_;
  PipelineReport report_;
  steady_clock::time_point begin_ = steady_clock::now();
  steady_clock::time_point told_ = begin_;
};

Status TakeAll(Conveyor& belt, Taker& taker) {
  for (;;) {
    Parcel parcel;
    const Conveyor::Taken taken = belt.TakeFirst(parcel, kPatience);
    if (taken == Conveyor::Taken::kEnd) return {};
    if (taken == Conveyor::Taken::kParcel) CHIDO_TRY(taker.Take(parcel));
    taker.Tell();
  }
}

}  // namespace

Result<PipelineReport> RunPipeline(Source& source, const ArticleReader& reader, ReadingSink& sink,
                                   const PipelineOptions& options) {
  Conveyor belt(std::size_t{4} * options.workers + 8, kBeltBytes);
  Taker taker(sink, options);
  Status status;
  {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { Load(source, sink, options, belt); });
    for (unsigned i = 0; i < options.workers; ++i) {
      threads.emplace_back([&] { ReadAll(reader, belt); });
    }
    status = TakeAll(belt, taker);
    belt.Stop();
  }
  CHIDO_TRY(status);
  CHIDO_TRY(sink.Sync());
  taker.Tell();
  PipelineReport& report = taker.report();
  report.source = source.counts();
  report.stopped = !Wanted(options);
  return std::move(report);
}

}  // namespace chido
