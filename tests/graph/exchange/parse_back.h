#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chido::testing {

/// A triple, or a quad where `graph` is not empty; terms as they are written.
struct Quad {
  std::string subject;
  std::string predicate;
  std::string object;
  std::string graph;
};

/// Rows and cells of RFC 4180, with CR LF at the end of each row.
std::vector<std::vector<std::string>> ParseCsv(std::string_view text);
/// Lines of N-Quads. Ends the test at a line that is none.
std::vector<Quad> ParseNQuads(std::string_view text);
/// The part of Turtle that is exported: prefixes, `subject p o ; p o .`. Ends the test otherwise.
std::vector<Quad> ParseTurtle(std::string_view text);

}  // namespace chido::testing
