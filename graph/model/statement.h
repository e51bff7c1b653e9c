#pragma once

#include <map>
#include <string>
#include <string_view>

#include "graph/model/edtf.h"
#include "graph/model/ids.h"
#include "graph/model/predicate.h"
#include "graph/model/span.h"

namespace chido {

/// Sorted by key, so that equal qualifiers are equal bytes. Keys in use:
///   holds_role: title, status ("former", "acting", absent for held)
///   chaired: manner chair|co-chair · attended: manner present|directing
///   spoke_at: manner opening|directing|concluding|report|remark|contribution
///   organised: manner lead|joint · cites: function · cited_by_speaker: meeting (entity id in hex),
///   function succeeded_by: kind renamed|merged|split
using Qualifiers = std::map<std::string, std::string, std::less<>>;

/// An edge of the graph, held up by evidence. The id is a function of the first four fields.
struct Statement {
  StatementId id;
  EntityId subject;
  Predicate predicate = Predicate::kMentions;
  EntityId object;
  Qualifiers qualifiers;
  /// When it held in the world: an event's date, or from the first to the last observation of a
  /// state.
  EdtfDate valid;
  bool valid_inferred = false;  ///< the year was inferred
  float confidence = 0;         ///< of the best evidence, in [0, 1]
  std::uint32_t evidence_count =
      0;  ///< pieces that count (a caption repeating the body counts once)

  /// The qualifier's value, empty if there is none. Lives as long as the statement.
  std::string_view Qualifier(std::string_view key) const;

  friend bool operator==(const Statement&, const Statement&) = default;
};

/// The id of a statement from what it says.
StatementId MakeStatementId(EntityId subject, Predicate predicate, EntityId object,
                            const Qualifiers& qualifiers);

/// One piece of evidence: where in which document a statement is read, and by which rule.
struct Evidence {
  StatementId statement;
  DocumentId document;  ///< zero for a fact of the gazetteer; then `rule` names the source row
  Span sentence;        ///< the sentence (or caption) that is the quote
  Span subject;         ///< the subject's mention, empty where it is only implied
  Span object;          ///< the object's mention, empty where it is only implied
  std::string rule;     ///< e.g. "chair.verb"
  std::uint32_t rule_version = 0;
  float confidence = 0;  ///< in [0, 1]
  EdtfDate valid;        ///< what this piece says of the time
  bool valid_inferred = false;
  bool repeats = false;  ///< repeats other evidence of the same document: shown, not counted

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

}  // namespace chido
