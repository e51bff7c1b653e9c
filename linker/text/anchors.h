#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linker/text/normal.h"

namespace chido {

/// A point where the normalised text and the stored text are known to meet.
struct Anchor {
  std::uint32_t normal = 0;
  std::uint32_t stored = 0;
  std::int64_t shift() const { return static_cast<std::int64_t>(stored) - normal; }
};

/// Anchors of a text that is being normalised, in text order.
class Anchors {
 public:
  /// From `normal` on the texts advance alike, starting at `stored`.
  void Meet(std::size_t normal, std::size_t stored);
  /// Takes an anchor over as it is, also one that changes nothing.
  void Copy(std::size_t normal, std::size_t stored);
  /// The stored bytes up to `stored_end`, which follow what `normal` stands behind, were removed.
  void Removed(std::size_t normal, std::size_t stored_begin, std::size_t stored_end);
  /// Forgets what lies behind `normal`: the text was cut there.
  void CutBehind(std::size_t normal);
  const std::vector<Anchor>& all() const { return all_; }
  OffsetMap ToMap() const;

 private:
  std::vector<Anchor> all_;
};

/// A text on its way to the normal form. `toned` are offsets of vowels whose tone may stand wrong.
struct NormalDraft {
  std::string text;
  Anchors anchors;
  std::vector<std::uint32_t> toned;
};

/// Puts the tone of each syllable named in `draft.toned` on its canonical vowel.
void PlaceTones(NormalDraft& draft);

}  // namespace chido
