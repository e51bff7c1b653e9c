#include "graph/store/name_key.h"

#include <algorithm>
#include <iterator>

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

std::vector<std::string> TrigramsOf(std::string_view folded) {
  std::vector<std::string> trigrams;
  if (folded.empty() || folded.size() > kMaxTrigramKey) return trigrams;
  std::string padded(1, ' ');
  padded += folded;
  padded.push_back(' ');
  for (std::size_t i = 0; i + 3 <= padded.size(); ++i) trigrams.push_back(padded.substr(i, 3));
  std::ranges::sort(trigrams);
  trigrams.erase(std::ranges::unique(trigrams).begin(), trigrams.end());
  return trigrams;
}

std::string EncodeTrigramKey(std::string_view trigram, std::string_view folded) {
  std::string key(1, kTrigramKind);
  key += trigram;
  key += folded;
  return key;
}

Result<std::string_view> FoldedOfTrigramKey(std::string_view bytes) {
  if (bytes.size() < 5) return Fail(Code::kCorruption, "a trigram key is shorter than 5 bytes");
  return bytes.substr(4);
}

float TrigramSimilarity(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string_view> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return 2.0F * static_cast<float>(common.size()) / static_cast<float>(a.size() + b.size());
}

}  // namespace chido
