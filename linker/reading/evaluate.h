#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "linker/reading/reading.h"

namespace chido {

/// How well one kind of fact was read, over all articles of the gold.
struct EvaluationRow {
  std::string kind;        ///< "officials", "meeting dates", …
  std::uint32_t gold = 0;  ///< facts that count in the gold
  std::uint32_t system = 0;
  std::uint32_t hits = 0;

  /// In [0, 1]; none where nothing was answered.
  std::optional<double> precision() const;
  /// In [0, 1]; none where the gold has nothing.
  std::optional<double> recall() const;
  /// Harmonic mean; 0 where one of both is 0 or none, none where there is nothing at all.
  std::optional<double> f1() const;
};

/// One fact that was missed or is extra.
struct EvaluationError {
  std::string kind;
  std::string article;  ///< id of the gold reading
  bool missed = false;  ///< else extra
  std::string fact;     ///< its parts in comparable form, joined by " | "
};

struct Evaluation {
  std::vector<EvaluationRow>
      rows;  ///< in a fixed order; kinds that no gold article has are left out
  std::vector<EvaluationError> errors;  ///< by kind, then in the order of the gold
};

/// Compares readings with a gold of JSON lines in the form of `ReadingToJson`; articles pair by
/// `id` = `source_id`. An article without a reading counts as all missed; readings that the gold
/// does not know are not looked at. Names compare after folding of case, Unicode form, tone
/// placement, apostrophes, dashes and spaces; gold items marked doubtful count neither way. Error
/// kBadInput names the line that is not a reading.
Result<Evaluation> Evaluate(std::string_view gold_jsonl, std::span<const Reading> readings);

/// The same over readings that are already JSON lines.
Result<Evaluation> EvaluateJson(std::string_view gold_jsonl, std::string_view system_jsonl);

}  // namespace chido
