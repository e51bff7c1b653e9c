#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "ingest/pretty.h"

namespace chido {
namespace {

/// Line of a byte of the stored text, counted from 1. Findings come mostly in text order, so it
/// goes on from the last one.
class LineCounter {
 public:
  explicit LineCounter(const std::string& text) : text_(text) {}

  std::size_t At(std::size_t byte) {
    byte = std::min(byte, text_.size());
    if (byte < at_) at_ = 0, line_ = 1;
    line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(byte),
                                                 '\n'));
    at_ = byte;
    return line_;
  }

 private:
  const std::string& text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

std::string OnOneLine(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

void PrintLost(const Finding& finding, std::ostream& out) {
  for (const Rival& rival : finding.lost) {
    out << "            not " << (rival.taken_as.empty() ? "that" : rival.taken_as) << ": "
        << SentenceOf(rival) << '\n';
  }
}

void PrintNotes(const Finding& finding, std::ostream& out) {
  for (const Note& note : finding.notes) {
    if (note.key == "status") {
      out << " (" << note.value << ")";
    } else {
      out << ", " << note.key << " " << (note.value.empty() ? "unknown" : note.value);
    }
  }
}

void PrintFound(const Finding& finding, std::ostream& out) {
  if (finding.taken_as.empty()) {
    out << "nothing\n";
  } else {
    out << finding.taken_as;
    PrintNotes(finding, out);
    out << fmt::format("  [{}, {:.2f}]\n", finding.rule, finding.confidence);
  }
  PrintLost(finding, out);
}

}  // namespace

void PrintExplanation(const Article& article, const Explanation& explanation, std::ostream& out) {
  out << (article.title.empty() ? article.origin : article.title) << "\nMentions\n";
  LineCounter lines(article.text);
  for (const Finding& finding : explanation.mentions) {
    out << fmt::format("  line {:<4} {:<9} “{}” → ", lines.At(finding.span.begin), finding.kind,
                       OnOneLine(finding.span.In(article.text)));
    PrintFound(finding, out);
  }
  out << "Statements\n";
  for (const Finding& finding : explanation.statements) {
    if (finding.span.empty()) {
      out << fmt::format("  {:<9} {:<12} ", "", finding.kind);
    } else {
      out << fmt::format("  line {:<4} {:<12} ", lines.At(finding.span.begin), finding.kind);
    }
    PrintFound(finding, out);
  }
  out << '\n';
}

}  // namespace chido
