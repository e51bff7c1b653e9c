#include "graph/base/bytes.h"

#include <bit>

namespace chido {

void ByteWriter::Varint(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  bytes_.push_back(static_cast<char>(value));
}

void ByteWriter::Signed(std::int64_t value) {
  Varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

void ByteWriter::String(std::string_view value) {
  Varint(value.size());
  bytes_.append(value);
}

void ByteWriter::Float(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  for (int shift = 0; shift < 32; shift += 8) bytes_.push_back(static_cast<char>(bits >> shift));
}

void ByteWriter::BigEndian64(std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) bytes_.push_back(static_cast<char>(value >> shift));
}

std::string_view ByteReader::Take(std::size_t size) {
  if (!ok_ || size > rest_.size()) {
    ok_ = false;
    rest_ = {};
    return {};
  }
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

std::uint64_t ByteReader::Varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::string_view byte = Take(1);
    if (byte.empty()) return 0;
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte[0]) & 0x7F) << shift;
    if ((static_cast<unsigned char>(byte[0]) & 0x80) == 0) return value;
  }
  ok_ = false;
  rest_ = {};
  return 0;
}

std::int64_t ByteReader::Signed() {
  const std::uint64_t value = Varint();
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::string_view ByteReader::StringView() { return Take(Varint()); }

float ByteReader::Float() {
  const std::string_view bytes = Take(4);
  if (bytes.empty()) return 0;
  std::uint32_t bits = 0;
  for (int i = 3; i >= 0; --i) bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
  return std::bit_cast<float>(bits);
}

std::uint64_t ByteReader::BigEndian64() {
  std::uint64_t value = 0;
  for (const char byte : Take(8)) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

std::size_t ByteReader::Count() {
  const std::uint64_t count = Varint();
  if (count <= rest_.size()) return count;
  ok_ = false;
  rest_ = {};
  return 0;
}

Status ByteReader::status(std::string_view what) const {
  if (ok_) return {};
  return Fail(Code::kCorruption, std::string(what) + " is cut short or damaged");
}

}  // namespace chido
