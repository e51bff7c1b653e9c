#include "graph/store/key_text.h"

#include <fmt/format.h>

#include "graph/store/block_key.h"
#include "graph/store/edge_key.h"
#include "graph/store/evidence_key.h"
#include "graph/store/id_key.h"

namespace chido {
namespace {

std::string Escaped(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto number = static_cast<unsigned char>(byte);
    if (number < 0x20 || number == 0x7F) {
      text += fmt::format("\\x{:02x}", number);
    } else {
      text.push_back(byte);
    }
  }
  return text;
}

std::string Hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

std::string EdgeText(std::string_view key) {
  EdgeRow row;
  // Only the key is of interest; without its value a row always counts as cut short.
  if (key.size() != 29 || (!DecodeEdgeRow(key, "", row) && !row.statement)) return Hex(key);
  return fmt::format("{} {} {} statement {}", ToString(row.entity), RowOf(row.predicate).name,
                     ToString(row.other), ToString(row.statement));
}

std::string EvidenceText(std::string_view bytes) {
  const Result<EvidenceKey> key = DecodeEvidenceKey(bytes);
  if (!key) return Hex(bytes);
  return fmt::format("statement {} document {} bytes {}-{} rule {}", ToString(key->statement),
                     ToString(key->document), key->sentence.begin, key->sentence.end, key->rule);
}

std::string BlockText(std::string_view bytes) {
  const Result<BlockKey> key = DecodeBlockKey(bytes);
  if (!key) return Hex(bytes);
  return fmt::format("{} document {} mention {}", key->block, ToString(key->document),
                     key->mention);
}

std::string NameText(std::string_view bytes) {
  if (bytes.size() > 10 && bytes[bytes.size() - 9] == '\0') {
    return fmt::format("{} {}", Escaped(bytes.substr(1, bytes.size() - 10)),
                       Hex(bytes.substr(bytes.size() - 8)));
  }
  return Escaped(bytes);
}

}  // namespace

std::string KeyText(Family family, std::string_view key) {
  switch (family) {
    case Family::kArticle:
    case Family::kReading:
    case Family::kEntity:
    case Family::kStatement:
    case Family::kRedirect:
    case Family::kPending:
    case Family::kDocStatement:
    case Family::kCounter:
      return Hex(key);
    case Family::kOut:
    case Family::kIn:
      return EdgeText(key);
    case Family::kEvidence:
      return EvidenceText(key);
    case Family::kName:
      return NameText(key);
    case Family::kBlock:
      return BlockText(key);
    case Family::kJudgement:
    case Family::kMeta:
      return Escaped(key);
  }
  return Hex(key);
}

}  // namespace chido
