#pragma once

#include <span>
#include <string_view>

#include "linker/lexicon/lexicon.h"
#include "linker/resolve/judgement.h"
#include "linker/resolve/mention.h"
#include "linker/resolve/official_model.h"
#include "linker/resolve/partition.h"

namespace chido {

/// Solves blocks of every kind, with what that needs of the lexicon. Immutable, so thread-safe; the
/// lexicon must outlive it.
class Partitioner {
 public:
  explicit Partitioner(const Lexicon& lexicon) : known_(lexicon), officials_(lexicon) {}

  /// The entities of the mentions of a block, or of blocks that judgements make one; `block` is the
  /// name of any of them.
  SolvedBlock Solve(std::string_view block, std::span<const Mention> mentions,
                    const Constraints& judged = {}) const;

 private:
  KnownTargets known_;
  OfficialModel officials_;
};

/// The part of a reading's assignment that needs no block; room for the rest.
Assignment StartAssignment(const Reading& reading, const Lexicon& lexicon);
/// The list of an assignment that holds the mentions of such a block.
std::vector<EntityId>& ListOf(Assignment& assignment, std::string_view block);

}  // namespace chido
