#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// The rooms from the ground up. A file may include its own room and those before it.
constexpr std::array<std::string_view, 18> kRooms{
    "graph/base",      "graph/model",    "graph/store",
    "graph/view",      "graph/algo",     "graph/exchange",
    "graph",           "linker/text",    "linker/lexicon",
    "linker/reading",  "linker/resolve", "ingest/source",
    "ingest/pipeline", "ingest",         "http/api",
    "http/server",     "http/ui",        "http"};

/// Where a library's headers may be included; `headers_too` false: in .cc files alone.
struct LibraryRule {
  std::string_view prefix;
  std::vector<std::string_view> rooms;
  bool headers_too = false;
};

const std::vector<LibraryRule>& LibraryRules() {
  static const std::vector<LibraryRule> kRules{
      {"rocksdb/", {"graph/store"}, true},  // internal headers of the store; checked apart below
      {"boost/", {"graph/view", "graph/algo"}, true},
      {"CLI/", {"graph/base"}, false},
      {"spdlog/", {"graph/base"}, false},
      {"rapidjson/", {"graph/base"}, false},
      {"prometheus/", {"http/server"}, false},
      {"xxhash.h", {"graph/base"}, false},
      {"unicode/", {"linker/text", "ingest/source"}, false},
      {"libxml/", {"ingest/source"}, false},
      {"simdjson.h", {"ingest/source"}, false},
      {"zlib.h", {"ingest/source", "http/server"}, false},
      {"httplib.h", {"http/server"}, true},
      {"nlohmann/",
       {"graph/exchange", "graph", "linker/reading", "ingest", "ingest/pipeline", "http/api",
        "http"},
       true},
  };
  return kRules;
}

struct Include {
  std::string file;
  int line = 0;
  std::string path;
};

/// The room of a path from the root; the longest that fits.
std::string_view RoomOf(std::string_view path) {
  std::string_view best;
  for (const std::string_view room : kRooms) {
    const bool inside =
        path.starts_with(room) && path.size() > room.size() && path[room.size()] == '/';
    if (inside && room.size() > best.size()) best = room;
  }
  return best;
}

std::size_t Floor(std::string_view room) {
  return static_cast<std::size_t>(std::ranges::find(kRooms, room) - kRooms.begin());
}

std::vector<std::string> ProductFiles() {
  const fs::path root = CHIDO_SOURCE_DIR;
  std::vector<std::string> files;
  for (const char* top : {"graph", "linker", "ingest", "http"}) {
    for (auto it = fs::recursive_directory_iterator(root / top); it != fs::end(it); ++it) {
      if (it->path().filename() == "node_modules") {
        it.disable_recursion_pending();
        continue;
      }
      const std::string extension = it->path().extension();
      if (extension == ".h" || extension == ".cc") files.push_back(fs::relative(it->path(), root));
    }
  }
  std::ranges::sort(files);
  return files;
}

std::vector<std::string> Lines(const std::string& file) {
  std::ifstream in(fs::path(CHIDO_SOURCE_DIR) / file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Include> IncludesOf(const std::string& file) {
  std::vector<Include> includes;
  int number = 0;
  for (const std::string& line : Lines(file)) {
    ++number;
    if (!line.starts_with("#include")) continue;
    const std::size_t begin = line.find_first_of("\"<");
    const std::size_t end = line.find_last_of("\">");
    if (begin == std::string::npos || end <= begin) continue;
    includes.push_back({file, number, line.substr(begin + 1, end - begin - 1)});
  }
  return includes;
}

TEST(LayersTest, FilesStandInRooms) {
  for (const std::string& file : ProductFiles()) {
    EXPECT_FALSE(RoomOf(file).empty()) << file << " is in no room of the house";
  }
  EXPECT_GT(ProductFiles().size(), 100u);
}

TEST(LayersTest, NoFileIncludesARoomAboveItsOwn) {
  for (const std::string& file : ProductFiles()) {
    for (const Include& include : IncludesOf(file)) {
      const std::string_view target = RoomOf(include.path);
      if (target.empty()) continue;
      EXPECT_LE(Floor(target), Floor(RoomOf(file)))
          << file << ":" << include.line << " includes " << include.path << " from a room above";
    }
  }
}

TEST(LayersTest, LibrariesStayInTheirRooms) {
  for (const std::string& file : ProductFiles()) {
    for (const Include& include : IncludesOf(file)) {
      for (const LibraryRule& rule : LibraryRules()) {
        if (!include.path.starts_with(rule.prefix)) continue;
        const bool header = file.ends_with(".h");
        EXPECT_TRUE(std::ranges::find(rule.rooms, RoomOf(file)) != rule.rooms.end())
            << file << ":" << include.line << " may not include " << include.path;
        EXPECT_TRUE(rule.headers_too || !header)
            << file << ":" << include.line << " is a header and may not include " << include.path;
      }
    }
  }
}

/// Headers that other rooms include must not carry a heavy library with them.
TEST(LayersTest, NoHeaderHandsAHeavyLibraryToAnotherRoom) {
  std::vector<std::string> heavy;
  for (const std::string& file : ProductFiles()) {
    if (!file.ends_with(".h")) continue;
    for (const Include& include : IncludesOf(file)) {
      for (const std::string_view prefix :
           {"rocksdb/", "boost/", "nlohmann/json.hpp", "httplib.h"}) {
        if (include.path.starts_with(prefix)) heavy.push_back(file);
      }
    }
  }
  for (const std::string& file : ProductFiles()) {
    for (const Include& include : IncludesOf(file)) {
      const bool carries = std::ranges::find(heavy, include.path) != heavy.end();
      // The adapter to Boost.Graph is made for the algorithms.
      const bool adapter =
          include.path == "graph/view/boost_graph.h" && RoomOf(file) == "graph/algo";
      EXPECT_TRUE(!carries || adapter || RoomOf(include.path) == RoomOf(file))
          << file << ":" << include.line << " gets a heavy library through " << include.path;
    }
  }
}

TEST(LayersTest, FilesStaySmall) {
  for (const std::string& file : ProductFiles()) {
    const std::size_t most = file.ends_with(".h") ? 150 : 400;
    EXPECT_LE(Lines(file).size(), most) << file << " is too long: split it by responsibility";
  }
}

TEST(LayersTest, EveryFolderTellsWhatItIsInAtMost60Lines) {
  for (const std::string_view room : kRooms) {
    const std::string readme = std::string(room) + "/README.md";
    const std::size_t lines = Lines(readme).size();
    EXPECT_GT(lines, 0u) << readme << " is missing";
    EXPECT_LE(lines, 60u) << readme << " is too long";
  }
}

}  // namespace
