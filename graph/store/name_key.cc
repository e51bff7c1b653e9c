#include "graph/store/name_key.h"

#include <algorithm>

#include "graph/store/key_bytes.h"

namespace chido {

std::string ExactNamePrefix(char kind, std::string_view text) {
  std::string prefix(1, kind);
  prefix += text;
  prefix.push_back('\0');
  return prefix;
}

std::string EncodeNameKey(std::string_view folded, EntityId entity) {
  std::string key = ExactNamePrefix(kNameKind, folded);
  AppendBigEndian(key, entity.value);
  return key;
}

std::string EncodeUrlKey(std::string_view url, DocumentId document) {
  std::string key = ExactNamePrefix(kUrlKind, url);
  AppendBigEndian(key, document.value);
  return key;
}

Result<NameKey> DecodeNameKey(std::string_view bytes) {
  if (bytes.size() < 10 || bytes[bytes.size() - 9] != '\0') {
    return Fail(Code::kCorruption, "a name key has no zero byte before its id");
  }
  return NameKey{std::string(bytes.substr(1, bytes.size() - 10)),
                 BigEndianAt<std::uint64_t>(bytes, bytes.size() - 8)};
}

std::vector<Trigram> TrigramsOf(std::string_view folded) {
  std::vector<Trigram> trigrams;
  if (folded.empty() || folded.size() > kMaxTrigramKey) return trigrams;
  trigrams.reserve(folded.size());
  Trigram last = ' ';
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    const char byte = i < folded.size() ? folded[i] : ' ';
    last = (last << 8 | static_cast<unsigned char>(byte)) & 0xFFFFFF;
    if (i > 0) trigrams.push_back(last);
  }
  std::ranges::sort(trigrams);
  trigrams.erase(std::ranges::unique(trigrams).begin(), trigrams.end());
  return trigrams;
}

std::string EncodeTrigramKey(Trigram trigram, std::string_view folded) {
  std::string key;
  key.reserve(4 + folded.size());
  key.push_back(kTrigramKind);
  for (const int shift : {16, 8, 0}) key.push_back(static_cast<char>(trigram >> shift));
  key += folded;
  return key;
}

Result<std::string_view> FoldedOfTrigramKey(std::string_view bytes) {
  if (bytes.size() < 5) return Fail(Code::kCorruption, "a trigram key is shorter than 5 bytes");
  return bytes.substr(4);
}

float TrigramSimilarity(const std::vector<Trigram>& a, const std::vector<Trigram>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++common;
    const bool first = *x <= *y;
    const bool second = *y <= *x;
    if (first) ++x;
    if (second) ++y;
  }
  return 2.0F * static_cast<float>(common) / static_cast<float>(a.size() + b.size());
}

}  // namespace chido
