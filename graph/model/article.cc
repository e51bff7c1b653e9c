#include "graph/model/article.h"

#include <array>

#include "graph/base/bytes.h"
#include "graph/base/hash.h"

namespace chido {
namespace {

constexpr std::array<std::string_view, 8> kBlockNames{
    "", "title", "lead", "body", "caption", "byline", "dateline", "boilerplate"};

}  // namespace

std::string_view NameOf(BlockKind kind) { return kBlockNames.at(static_cast<std::size_t>(kind)); }

std::optional<BlockKind> BlockKindFromName(std::string_view name) {
  for (std::size_t i = 1; i < kBlockNames.size(); ++i) {
    if (kBlockNames[i] == name) return static_cast<BlockKind>(i);
  }
  return std::nullopt;
}

DocumentId ContentId(std::string_view title, std::string_view text) {
  const std::uint64_t hash = Hash64(text, Hash64(title));
  return DocumentId{hash == 0 ? 1 : hash};
}

std::string EncodeArticle(const Article& article) {
  ByteWriter writer;
  writer.BigEndian64(article.id.value);
  for (const std::string* field :
       {&article.source_id, &article.url, &article.title, &article.publisher, &article.published,
        &article.origin, &article.text}) {
    writer.String(*field);
  }
  writer.Varint(article.blocks.size());
  for (const Block& block : article.blocks) {
    writer.Varint(static_cast<std::uint64_t>(block.kind));
    writer.Varint(block.span.begin);
    writer.Varint(block.span.end);
  }
  return writer.Take();
}

Result<Article> DecodeArticle(std::string_view bytes) {
  ByteReader reader(bytes);
  Article article;
  article.id = DocumentId{reader.BigEndian64()};
  for (std::string* field : {&article.source_id, &article.url, &article.title, &article.publisher,
                             &article.published, &article.origin, &article.text}) {
    *field = reader.String();
  }
  article.blocks.resize(reader.Count());
  for (Block& block : article.blocks) {
    block.kind = static_cast<BlockKind>(reader.Varint());
    block.span.begin = static_cast<std::uint32_t>(reader.Varint());
    block.span.end = static_cast<std::uint32_t>(reader.Varint());
  }
  CHIDO_TRY(reader.status("a stored article"));
  return article;
}

}  // namespace chido
