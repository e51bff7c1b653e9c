#include "tests/graph/exchange/parse_back.h"

#include <algorithm>

#include "graph/base/error.h"

namespace chido::testing {
namespace {

/// Cuts terms off the front of a text: IRIs, literals with their suffix, words and full stops.
class Terms {
 public:
  explicit Terms(std::string_view text) : rest_(text) { SkipBlanks(); }
  bool AtEnd() const { return rest_.empty(); }

  std::string Next() {
    std::size_t size = 0;
    if (rest_.front() == '<') {
      size = rest_.find('>') + 1;
    } else if (rest_.front() == '"') {
      size = LiteralSize();
    } else {
      size = std::min(rest_.find_first_of(" \n\t"), rest_.size());
    }
    if (size == 0 || size > rest_.size()) Abort("a term has no end: " + std::string(rest_));
    std::string term(rest_.substr(0, size));
    rest_.remove_prefix(size);
    SkipBlanks();
    return term;
  }

 private:
  std::size_t LiteralSize() const {
    std::size_t at = 1;
    while (at < rest_.size() && rest_[at] != '"') {
      if (rest_[at] == '\n') Abort("a literal holds a bare line break");
      at += rest_[at] == '\\' ? 2 : 1;
    }
    return std::min(rest_.find_first_of(" \n", at), rest_.size());
  }
  void SkipBlanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \n\t"), rest_.size()));
  }

  std::string_view rest_;
};

}  // namespace

std::vector<std::vector<std::string>> ParseCsv(std::string_view text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    const bool pair = i + 1 < text.size() && text[i + 1] == '"';
    if (quoted && text[i] == '"' && pair) {
      cell.push_back(text[++i]);
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text[i] == '\r') {
      rows.emplace_back(1);
      ++i;
    } else {
      cell.push_back(text[i]);
    }
  }
  rows.pop_back();  // after the last row's end
  return rows;
}

std::vector<Quad> ParseNQuads(std::string_view text) {
  std::vector<Quad> quads;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    Terms terms(line);
    Quad quad{terms.Next(), terms.Next(), terms.Next(), terms.Next()};
    if (quad.graph == ".") {
      quad.graph.clear();
    } else if (terms.Next() != ".") {
      Abort("no full stop ends " + std::string(line));
    }
    if (!terms.AtEnd()) Abort("more than a quad: " + std::string(line));
    quads.push_back(std::move(quad));
  }
  return quads;
}

std::vector<Quad> ParseTurtle(std::string_view text) {
  std::vector<Quad> triples;
  Terms terms(text);
  while (!terms.AtEnd()) {
    const std::string subject = terms.Next();
    if (subject == "@prefix") {
      while (terms.Next() != ".") continue;
      continue;
    }
    std::string mark = ";";
    while (mark == ";") {
      Quad triple{subject, terms.Next(), terms.Next(), ""};
      triples.push_back(std::move(triple));
      mark = terms.Next();
    }
    if (mark != ".") Abort("no full stop after what is said of " + subject);
  }
  return triples;
}

}  // namespace chido::testing
