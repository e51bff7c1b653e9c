#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/edtf.h"
#include "tests/world/atlas.h"
#include "tests/world/draw.h"

namespace chido::world {

/// A document of the Party or the State.
struct Directive {
  std::uint64_t id = 0;  ///< the truth: one number per document
  std::string type;
  std::string number;
  std::string issuer;         ///< template id of the body that issued it
  std::int32_t unit = kNone;  ///< of the issuer
  std::int32_t day = 0;       ///< of issue
  std::string subject;        ///< "về …" without "về"
  std::string known_id;       ///< of the lexicon, if it is a real one
};

/// All directives of a world, found when they are asked for. Every province has the same numbers,
/// and in each term of the Party they begin again; the centre's are those that the lexicon knows.
/// Immutable.
class Library {
 public:
  Library(const Atlas& atlas, std::uint64_t seed);

  /// Some directive in force on `day`: of the centre or of the province (none: of the centre).
  Directive Cite(Draw& draw, std::int32_t province, std::int32_t day) const;
  /// The newest of a directive's type, number and issuer that was issued before `day`: what its
  /// number alone then stands for.
  std::uint64_t InForce(const Directive& directive, std::int32_t day) const;

 private:
  struct Series {
    std::string type;
    std::string code;    ///< "CT/TU"
    std::string issuer;  ///< template id
    int count = 0;       ///< numbers in a term
  };

  std::optional<Directive> At(std::size_t series, std::int32_t province, int term,
                              int number) const;
  std::optional<Directive> Provincial(Draw& draw, std::int32_t province, std::int32_t day) const;
  const Directive& Central(Draw& draw, std::int32_t day) const;

  const Atlas& atlas_;
  std::uint64_t seed_;
  std::vector<Series> series_;
  std::vector<std::string> subjects_;
  std::vector<Directive> central_;
};

}  // namespace chido::world
