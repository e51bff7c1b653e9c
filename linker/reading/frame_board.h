#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linker/reading/draft.h"
#include "linker/reading/frame_evidence.h"

namespace chido {

/// Scores of provinces while evidence is collected. Rows of one name are one province; the row of
/// the article's day stands for it. Lives as long as its draft.
class ProvinceBoard {
 public:
  /// `draft.frame.published` is the article's day, if it is known.
  explicit ProvinceBoard(const Draft& draft);

  /// The score of a province row, new if it has none. Valid until the next call.
  ProvinceScore* ScoreOf(std::uint32_t row);
  /// Adds to the score by address, or by text.
  void Add(std::uint32_t row, float weight, bool address, const Ground& ground);
  /// Shares `weight` by address among the provinces of `rows`, once per name; those of the
  /// article's time come before others.
  void AddSame(const std::vector<std::uint32_t>& rows, float weight, std::string_view rule);
  /// Whether the article's day is known.
  bool dated() const { return !day_.empty(); }
  bool empty() const { return scores_.empty(); }
  /// Whether a unit's row is one of the article's day; yes where that is unknown.
  bool IsTimely(std::uint32_t row) const;
  /// The scores, in the order of the first evidence.
  std::vector<ProvinceScore> Take() { return std::move(scores_); }

 private:
  std::uint32_t Timely(std::uint32_t row);
  std::optional<std::uint32_t> SameNameNow(std::uint32_t row) const;

  const Lexicon& lexicon_;
  std::string day_;
  std::vector<ProvinceScore> scores_;
  std::unordered_map<std::uint32_t, std::uint32_t> timely_;
};

/// Adds what address, publisher and telephone numbers of the article say.
void ReadFrameAddress(const Draft& draft, ProvinceBoard& board);
/// Whether the address is that of an organ of the centre ("xaydungdang.org.vn").
bool IsCentralAddress(const Draft& draft);

}  // namespace chido
