#include <algorithm>

#include "linker/text/normal.h"

namespace chido {

void OffsetMap::Add(std::uint32_t at, std::int64_t shift) {
  at_.push_back(at);
  shift_.push_back(shift);
}

std::uint32_t OffsetMap::ToStored(std::uint32_t normalised) const {
  const auto after = std::upper_bound(at_.begin(), at_.end(), normalised);
  if (after == at_.begin()) return normalised;
  const std::int64_t shift = shift_[static_cast<std::size_t>(after - at_.begin() - 1)];
  return static_cast<std::uint32_t>(normalised + shift);
}

Span OffsetMap::ToStored(Span normalised) const {
  const std::uint32_t begin = ToStored(normalised.begin);
  if (normalised.empty()) return {begin, begin};
  // Of several entries at the end the first counts: the others stand behind characters that were
  // removed after the span.
  const auto at = std::lower_bound(at_.begin(), at_.end(), normalised.end);
  if (at != at_.end() && *at == normalised.end) {
    return {begin, static_cast<std::uint32_t>(normalised.end +
                                              shift_[static_cast<std::size_t>(at - at_.begin())])};
  }
  return {begin, ToStored(normalised.end)};
}

std::uint32_t OffsetMap::ToNormalised(std::uint32_t stored) const {
  std::size_t low = 0;
  std::size_t high = at_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (at_[middle] + shift_[middle] <= static_cast<std::int64_t>(stored)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::int64_t normalised = stored;
  if (low > 0) normalised -= shift_[low - 1];
  if (low < at_.size()) normalised = std::min<std::int64_t>(normalised, at_[low]);
  return static_cast<std::uint32_t>(normalised);
}

}  // namespace chido
