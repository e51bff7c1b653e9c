#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/base/result.h"
#include "graph/store/snapshot.h"
#include "linker/lexicon/lexicon.h"
#include "linker/resolve/mention.h"

namespace chido {

/// A mention as a judgement names it: by what survives another reading of its document.
struct JudgedMention {
  std::string block;
  DocumentId document;
  std::string name;   ///< `JudgedName` of the mention
  std::string label;  ///< for people: the entity's label when it was judged
  friend bool operator==(const JudgedMention&, const JudgedMention&) = default;
};

enum class Verdict : std::uint8_t { kSame, kDifferent };

/// "same", "different".
std::string_view NameOf(Verdict verdict);

/// What a person decided of two mentions, and with them of their entities. Kept apart from all
/// readings, so that it survives reading and ingesting again.
struct Judgement {
  Verdict verdict = Verdict::kSame;
  JudgedMention a;
  JudgedMention b;
  std::string author;
  std::string note;
  std::string time;  ///< RFC 3339

  /// 16 hexadecimal digits: the same for the same two mentions and verdict, in either order.
  std::string Key() const;
};

/// A mention's identity (of an official), or a hash of its title words and place in the document.
std::string JudgedName(const Mention& mention);

std::pair<std::string, std::string> ToRow(const Judgement& judgement);
/// Error kCorruption for damaged bytes.
Result<Judgement> JudgementFromRow(const std::pair<std::string, std::string>& row);

/// Pairs of a list of mentions, by index, that a person judged.
struct Constraints {
  std::vector<std::pair<std::size_t, std::size_t>> same;
  std::vector<std::pair<std::size_t, std::size_t>> different;
  bool empty() const { return same.empty() && different.empty(); }
};

/// All judgements of a store. A value.
class Judgements {
 public:
  static Result<Judgements> Load(const Snapshot& snapshot);

  const std::map<std::string, Judgement>& all() const { return all_; }
  /// As people read them: by time backwards, then by key.
  std::vector<Judgement> NewestFirst() const;
  void Put(const Judgement& judgement) { all_.insert_or_assign(judgement.Key(), judgement); }
  void Erase(const std::string& key) { all_.erase(key); }

  /// The blocks that must be solved together with `block`, itself included: those that judgements
  /// of sameness lead to.
  std::set<std::string> GroupOf(const std::string& block) const;
  /// `blocks` names the block of each mention.
  Constraints Of(std::span<const Mention> mentions, std::span<const std::string> blocks) const;
  /// The other judgements that `judgement` contradicts, which cannot all hold beside it: first the
  /// one of difference if there is one, then the shortest chain of those of sameness. Empty if it
  /// fits.
  std::vector<Judgement> Against(const Judgement& judgement) const;
  /// Error kConflict if `judgement` contradicts the others, with the chain that says so;
  /// kInvalidArgument if it is about one mention, or about two types.
  Status Admit(const Judgement& judgement) const;

 private:
  std::map<std::string, Judgement> all_;  // by key
};

/// A mention that an official or meeting can be judged by: its oldest. Errors: kInvalidArgument for
/// other types, whose names decide; kNotFound if no document tells of it.
Result<JudgedMention> JudgedMentionOf(const Snapshot& snapshot, EntityId entity,
                                      const Lexicon& lexicon);
/// The mention of an official or meeting in one document, for parting what is one entity. Errors:
/// as above; kNotFound if the document does not tell of it.
Result<JudgedMention> JudgedMentionIn(const Snapshot& snapshot, EntityId entity,
                                      DocumentId document, const Lexicon& lexicon);
/// The entity that a judged mention belongs to now; none if no stored document tells of it so.
Result<std::optional<EntityId>> EntityOf(const Snapshot& snapshot, const JudgedMention& mention);
/// The entity that would be named after the mention, were it the oldest of it; none as above.
Result<std::optional<EntityId>> AnchorOf(const Snapshot& snapshot, const JudgedMention& mention);

}  // namespace chido
