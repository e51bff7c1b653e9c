#include "linker/text/anchors.h"

namespace chido {

void Anchors::Meet(std::size_t normal, std::size_t stored) {
  const Anchor next{static_cast<std::uint32_t>(normal), static_cast<std::uint32_t>(stored)};
  const std::int64_t now = all_.empty() ? 0 : all_.back().shift();
  if (next.shift() != now) all_.push_back(next);
}

void Anchors::Copy(std::size_t normal, std::size_t stored) {
  all_.push_back({static_cast<std::uint32_t>(normal), static_cast<std::uint32_t>(stored)});
}

void Anchors::Removed(std::size_t normal, std::size_t stored_begin, std::size_t stored_end) {
  const Anchor before{static_cast<std::uint32_t>(normal), static_cast<std::uint32_t>(stored_begin)};
  const Anchor after{before.normal, static_cast<std::uint32_t>(stored_end)};
  const bool has_before = !all_.empty() && all_.back().normal == before.normal;
  if (!has_before) all_.push_back(before);
  const bool has_after = all_.size() >= 2 && all_[all_.size() - 2].normal == before.normal;
  if (has_after) {
    all_.back() = after;
  } else {
    all_.push_back(after);
  }
}

void Anchors::CutBehind(std::size_t normal) {
  while (!all_.empty() && all_.back().normal > normal) all_.pop_back();
}

OffsetMap Anchors::ToMap() const {
  OffsetMap map;
  for (const Anchor& anchor : all_) map.Add(anchor.normal, anchor.shift());
  return map;
}

}  // namespace chido
