#include "ingest/pipeline/conveyor.h"

#include <algorithm>

namespace chido {

bool Conveyor::Full() const {
  return belt_.size() >= parcels_ || (!belt_.empty() && text_ >= bytes_);
}

bool Conveyor::Put(Parcel parcel) {
  auto owned = std::make_unique<Parcel>(std::move(parcel));
  owned->done = owned->known || owned->error.has_value();
  owned->taken = owned->done;
  std::unique_lock lock(mutex_);
  room_.wait(lock, [this] { return stopped_ || !Full(); });
  if (stopped_) return false;
  text_ += owned->article.text.size();
  belt_.push_back(std::move(owned));
  work_.notify_one();
  first_.notify_one();
  return true;
}

void Conveyor::CloseInput() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  work_.notify_all();
  first_.notify_all();
}

void Conveyor::Stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  room_.notify_all();
  work_.notify_all();
  first_.notify_all();
}

Parcel* Conveyor::TakeWork() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (stopped_) return nullptr;
    const auto open =
        std::ranges::find_if(belt_, [](const auto& parcel) { return !parcel->taken; });
    if (open != belt_.end()) {
      (*open)->taken = true;
      return open->get();
    }
    if (closed_) return nullptr;
    work_.wait(lock);
  }
}

void Conveyor::Done(Parcel* parcel) {
  const std::lock_guard lock(mutex_);
  parcel->done = true;
  if (!belt_.empty() && belt_.front().get() == parcel) first_.notify_one();
}

Conveyor::Taken Conveyor::TakeFirst(Parcel& out, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  const auto ready = [this] {
    const bool first = !belt_.empty() && belt_.front()->done;
    return stopped_ || first || (closed_ && belt_.empty());
  };
  if (!first_.wait_for(lock, patience, ready)) return Taken::kNothingYet;
  if (stopped_ || belt_.empty()) return Taken::kEnd;
  out = std::move(*belt_.front());
  text_ -= std::min(text_, out.article.text.size());
  belt_.pop_front();
  room_.notify_one();
  return Taken::kParcel;
}

}  // namespace chido
