#include "graph/store/page.h"

namespace chido {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

std::string EncodeCursor(std::string_view key) {
  std::string cursor;
  cursor.reserve(2 * key.size());
  for (const char byte : key) {
    cursor.push_back(kDigits[static_cast<unsigned char>(byte) >> 4]);
    cursor.push_back(kDigits[static_cast<unsigned char>(byte) & 0xF]);
  }
  return cursor;
}

Result<std::string> DecodeCursor(std::string_view cursor, std::string_view prefix) {
  std::string key;
  bool sound = cursor.size() % 2 == 0;
  for (std::size_t i = 0; sound && i < cursor.size(); i += 2) {
    const std::size_t high = kDigits.find(cursor[i]);
    const std::size_t low = kDigits.find(cursor[i + 1]);
    sound = high != std::string_view::npos && low != std::string_view::npos;
    key.push_back(static_cast<char>(high << 4 | low));
  }
  if (sound && key.starts_with(prefix)) return key;
  return Fail(Code::kInvalidArgument,
              "the cursor does not come from this question: pass `next` of the page before, or "
              "nothing to start");
}

}  // namespace chido
