#include "http/live_api.h"

#include <utility>

#include "graph/base/hash.h"
#include "graph/base/log.h"

namespace chido {
namespace {

/// A number that changes whenever the store's files do. The sum does not depend on their order.
std::uint64_t FingerprintOf(const std::filesystem::path& folder) {
  std::uint64_t sum = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("LOG") || name == "LOCK") continue;  // the writer's notes to itself
    std::error_code gone;
    const auto size = entry.file_size(gone);
    const auto time = entry.last_write_time(gone).time_since_epoch().count();
    if (gone) continue;
    sum += Hash64(name + '/' + std::to_string(size) + '/' + std::to_string(time));
  }
  return sum;
}

}  // namespace

struct LiveApi::View {
  View(std::unique_ptr<Store> opened, std::uint64_t seen)
      : store(std::move(opened)), api(*store), fingerprint(seen) {}

  std::unique_ptr<Store> store;
  api::Api api;
  std::uint64_t fingerprint;
};

Result<std::unique_ptr<LiveApi>> LiveApi::Open(std::filesystem::path folder,
                                               std::chrono::seconds refresh) {
  std::unique_ptr<LiveApi> live(new LiveApi(std::move(folder)));
  CHIDO_TRY(live->OpenView());
  if (refresh.count() > 0) {
    live->refresher_ = std::thread([&live = *live, refresh] { live.RefreshEvery(refresh); });
  }
  return live;
}

LiveApi::~LiveApi() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  end_.notify_all();
  if (refresher_.joinable()) refresher_.join();
}

api::Response LiveApi::Answer(const api::Request& request) const noexcept {
  std::shared_ptr<const View> view;
  {
    const std::lock_guard lock(mutex_);
    view = view_;
  }
  return view->api.Answer(request);
}

Status LiveApi::OpenView() {
  // The files are looked at first: what is written while the view opens is seen the next time.
  const std::uint64_t fingerprint = FingerprintOf(folder_);
  // Read-only: serving never waits for an ingest into the same store, nor holds one up.
  CHIDO_ASSIGN(std::unique_ptr<Store> store, Store::Open(folder_, {.read_only = true}));
  auto view = std::make_shared<const View>(std::move(store), fingerprint);
  const std::lock_guard lock(mutex_);
  view_.swap(view);
  return {};
}

void LiveApi::Refresh() {
  const std::lock_guard looking(looking_);
  std::uint64_t seen = 0;
  {
    const std::lock_guard lock(mutex_);
    seen = view_->fingerprint;
  }
  if (FingerprintOf(folder_) == seen) return;
  const Status opened = OpenView();
  if (!opened) Log(LogLevel::kWarning, "the store is served as it was: " + opened.error().message);
}

void LiveApi::RefreshEvery(std::chrono::seconds refresh) {
  std::unique_lock lock(mutex_);
  while (!end_.wait_for(lock, refresh, [this] { return ended_; })) {
    lock.unlock();
    Refresh();
    lock.lock();
  }
}

}  // namespace chido
