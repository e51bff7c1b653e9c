#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/base/result.h"

namespace chido {

/// Appends values to a byte string. Integers are LEB128 varints, strings are length and bytes,
/// floats are four little-endian bytes. On disk: the form of a value never changes without a new
/// format version.
class ByteWriter {
 public:
  void Varint(std::uint64_t value);
  /// Zigzag, so that small negative numbers stay short.
  void Signed(std::int64_t value);
  void String(std::string_view value);
  void Float(float value);
  void Bool(bool value) { Varint(value ? 1 : 0); }
  /// Eight bytes, most significant first: compares as the number does.
  void BigEndian64(std::uint64_t value);
  const std::string& bytes() const { return bytes_; }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what `ByteWriter` wrote. After the first misfit every read returns zero or empty and
/// `status()` tells kCorruption, so that a decoder checks once at its end. Views point into the
/// given bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t Varint();
  std::int64_t Signed();
  std::string_view StringView();
  std::string String() { return std::string(StringView()); }
  float Float();
  bool Bool() { return Varint() != 0; }
  std::uint64_t BigEndian64();
  /// A count of items that follow, each at least one byte: never more than the bytes left, so that
  /// a damaged length cannot ask for memory.
  std::size_t Count();
  bool AtEnd() const { return rest_.empty(); }
  bool ok() const { return ok_; }
  /// Error kCorruption with `what` in its sentence, if any read failed.
  Status status(std::string_view what) const;

 private:
  std::string_view Take(std::size_t size);
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace chido
