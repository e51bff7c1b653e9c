#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "graph/algo/quote.h"
#include "graph/model/entity.h"

namespace chido {

/// Columns that `text` takes on a terminal: code points without combining marks.
std::size_t ColumnsOf(std::string_view text);

/// Where a quote stands: "tin.txt:12", or "tin.jsonl:7, dòng 12 của bài" where lines of the text
/// are not lines of the file; the source row of a gazetteer fact.
std::string WhereOf(const Quote& quote);

/// Writes answers as a person reads them: wrapped lines, labelled fields, quotes with their place.
/// Not thread-safe.
class Layout {
 public:
  static constexpr std::size_t kColumns = 100;

  explicit Layout(std::ostream& out) : out_(out) {}
  /// A line that is wrapped at blanks; what is wrapped hangs four columns deeper. Runs of blanks
  /// and line breaks within `text` become one blank.
  void Line(std::size_t indent, std::string_view text);
  /// "label: value", nothing where the value is empty.
  void Field(std::size_t indent, std::string_view label, std::string_view value);
  /// The sentence in quotation marks, and its paper, day, file and line below.
  void Quotation(std::size_t indent, const Quote& quote);
  void Blank();

 private:
  std::ostream& out_;
};

}  // namespace chido
