#include "linker/reading/reason.h"

#include <array>

namespace chido {
namespace {

struct ReasonRow {
  std::string_view code;
  std::string_view sentence;  ///< "{}" stands for the detail
};

constexpr std::array kRows{
    ReasonRow{"undecided", "the article's frame does not decide between the candidates"},
    ReasonRow{"outside_frame", "lies outside {}, whose matter the article is"},
    ReasonRow{"ended", "ended on {}"},
    ReasonRow{"not_begun", "began only on {}"},
    ReasonRow{"other_level", "the unit word or the neighbours speak for the other level"},
    ReasonRow{"farther", "stands farther from the units around it"},
    ReasonRow{"inside_name", "is part of a longer name"},
    ReasonRow{"generic", "plural, generic, or a word that only looks like a body"},
    ReasonRow{"no_post", "holds no post in the article and is not addressed as an official"},
    ReasonRow{"nobody_named", "nothing before it tells who is meant"},
    ReasonRow{"unused", "holds no post and takes part in no meeting"},
    ReasonRow{"plural", "several gatherings, or part of a name"},
    ReasonRow{"planned", "still to come"},
    ReasonRow{"recalled", "only looked back on"},
    ReasonRow{"too_little", "too little says that it was held (score {})"},
    ReasonRow{"already_told",
              "tells of the gathering already read, or too little for another one (score {})"},
    ReasonRow{"not_apart", "no day of its own, or nobody who holds it: the gathering already read"},
    ReasonRow{"outweighed", "the evidence for it does not outweigh the others'"},
};

constexpr auto kReasons = [] {
  std::array<Reason, kRows.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Reason>(i);
  return all;
}();
static_assert(kReasons.back() == Reason::kOutweighed);

const ReasonRow& RowOf(Reason reason) { return kRows.at(static_cast<std::size_t>(reason)); }

}  // namespace

std::span<const Reason> AllReasons() { return kReasons; }

std::string_view CodeOf(Reason reason) { return RowOf(reason).code; }

std::string SentenceOf(const Rival& rival) {
  std::string sentence(RowOf(rival.reason).sentence);
  const std::size_t gap = sentence.find("{}");
  if (gap != std::string::npos) sentence.replace(gap, 2, rival.detail);
  return sentence;
}

}  // namespace chido
