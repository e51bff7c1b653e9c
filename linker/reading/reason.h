#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace chido {

/// Why a way to take words lost. `CodeOf` names each for programs; the names never change.
enum class Reason : std::uint8_t {
  kUndecided,     ///< the frame does not decide between the candidates
  kOutsideFrame,  ///< lies outside the home province; detail: the province
  kEnded,         ///< the unit had ended before the article; detail: the day
  kNotBegun,      ///< the unit began after the article; detail: the day
  kOtherLevel,    ///< the unit word or the neighbours speak for the other level
  kFarther,       ///< stands farther from the units around it
  kInsideName,    ///< is part of a longer name
  kGeneric,       ///< plural, generic, or a word that only looks like a body
  kNoPost,        ///< holds no post and is not addressed as an official
  kNobodyNamed,   ///< nothing before it tells who is meant
  kUnused,        ///< holds no post and takes part in no meeting
  kPlural,        ///< several gatherings, or part of a name
  kPlanned,       ///< still to come
  kRecalled,      ///< only looked back on
  kTooLittle,     ///< too little says that it was held; detail: score and least score
  kAlreadyTold,   ///< tells of a gathering that is read; detail: score and least of another one
  kNotApart,      ///< has no day of its own, or nobody who holds it: the gathering already read
  kOutweighed,    ///< the evidence for it does not outweigh the others'
};

/// All reasons, in the order of the enumeration.
std::span<const Reason> AllReasons();
/// Its stable name, e.g. "outside_frame".
std::string_view CodeOf(Reason reason);

/// Another way to take the same words, and why it lost.
struct Rival {
  std::string taken_as;
  Reason reason = Reason::kUndecided;
  std::string detail;  ///< what the reason speaks of; empty for most
  friend bool operator==(const Rival&, const Rival&) = default;
};

/// Why the rival lost, in English: "lies outside Đắk Lắk, whose matter the article is".
std::string SentenceOf(const Rival& rival);

}  // namespace chido
