#pragma once

#include <cstdint>
#include <memory>
#include <unordered_set>
#include <vector>

#include "graph/store/store.h"
#include "linker/resolve/mention.h"
#include "linker/resolve/resolver.h"
#include "tests/support/temporary_folder.h"
#include "tests/world/blocks.h"
#include "tests/world/score.h"
#include "tests/world/truth.h"
#include "tests/world/world.h"

namespace chido::world {

/// The articles of a world, one after the other: those of a meeting together, the meetings in no
/// order of time.
class Press {
 public:
  explicit Press(World& world) : world_(world) {}
  /// The next article whose text was not there before. Never ends.
  Known Next();

 private:
  World& world_;
  std::uint64_t event_ = 0;
  int version_ = 0;
  std::unordered_set<DocumentId> seen_;
};

/// The four kinds of things that are linked.
enum class Kind : std::uint8_t { kOfficials, kMeetings, kDirectives, kBodies };
inline constexpr Kind kKinds[] = {Kind::kOfficials, Kind::kMeetings, Kind::kDirectives,
                                  Kind::kBodies};
std::string_view NameOf(Kind kind);

/// Where a mention stands: an article of the run, and the item in its list.
struct Where {
  std::uint32_t article = 0;
  std::uint32_t item = 0;
};

/// The mentions of one kind as they were linked.
struct Linked {
  std::vector<Placed> placed;
  std::vector<Where> where;  ///< of each
};

struct RunOptions {
  WorldOptions world;
  bool from_text = false;  ///< the product's reader reads the articles; else perfect readings
  bool with_store = true;  ///< the resolver links them in a store; else see `Blocks`
};

/// A world's articles on their way through the pipeline into a store in a temporary folder.
class Run {
 public:
  explicit Run(const RunOptions& options);

  /// Adds the next `count` articles. Ends the process on an error of the product.
  void Add(std::size_t count);
  /// Seconds that reading and resolving took so far.
  double seconds() const { return seconds_; }
  std::size_t articles() const { return sheets_.size(); }
  const ReaderMisses& misses() const { return misses_; }

  /// How the mentions of a kind are linked now; those of nothing are left out.
  Linked LinkedOf(Kind kind) const;
  /// The reading of an article of the run that was linked.
  Reading ReadingOf(std::uint32_t article);
  World& world() { return world_; }

 private:
  struct Sheet {
    DocumentId document;
    std::uint64_t event = 0;
    int version = 0;
    Truth truth;
  };

  Reading Read(const Known& known) const;
  Assignment AssignmentOf(const Sheet& sheet) const;

  RunOptions options_;
  World world_;
  Press press_;
  testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Resolver> resolver_;
  Blocks blocks_;
  std::vector<Sheet> sheets_;
  ReaderMisses misses_;
  double seconds_ = 0;
};

}  // namespace chido::world
