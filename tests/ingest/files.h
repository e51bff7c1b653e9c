#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/source/source.h"

namespace chido::testing {

/// Writes `bytes` and returns the path.
inline std::string WriteFile(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

/// The same as gzip; of `cut` bytes the file's end is missing.
inline std::string WriteGzip(const std::filesystem::path& path, std::string_view bytes,
                             std::size_t cut = 0) {
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(file);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - cut);
  return path.string();
}

/// All that a source gives.
struct Loaded {
  std::vector<Article> articles;
  std::vector<Error> errors;
  SourceCounts counts;
};

inline Loaded Load(const std::vector<std::string>& paths) {
  Loaded loaded;
  const auto source = OpenPaths(paths);
  while (auto item = source->Next()) {
    if (item->has_value()) {
      loaded.articles.push_back(std::move(**item));
    } else {
      loaded.errors.push_back(item->error());
    }
  }
  loaded.counts = source->counts();
  return loaded;
}

/// The text of the blocks of one kind, joined by '|'.
inline std::string TextOf(const Article& article, BlockKind kind) {
  std::string text;
  for (const Block& block : article.blocks) {
    if (block.kind != kind) continue;
    if (!text.empty()) text += '|';
    text += block.span.In(article.text);
  }
  return text;
}

}  // namespace chido::testing
