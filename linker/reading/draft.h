#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/article.h"
#include "graph/model/edtf.h"
#include "linker/lexicon/cue_kind.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/reading.h"
#include "linker/text/tokens.h"

namespace chido {

/// A date in the text.
struct DateMention {
  TokenRange tokens;
  EdtfDate date;  ///< empty if the year could not be found
  bool year_inferred = false;
  bool has_day = false;
  CalendarDate as_written;  ///< year 0 where not written
};

/// A mention of an administrative unit. Until the frame is known a name may denote several.
struct PlaceMention {
  TokenRange tokens;  ///< unit word included ("huyện Krông Ana")
  std::vector<std::uint32_t>
      units;                 ///< candidate rows of Lexicon::units(), best first after resolution
  bool resolved = false;     ///< units[0] is the answer
  bool inside_name = false;  ///< part of a body's or person's name, not a mention by itself
};

/// A mention of a body.
struct BodyMention {
  TokenRange tokens;
  ItemIndex item = kNoItem;  ///< into Draft::bodies
  bool generic = false;      ///< plural or generic: not a body
};

/// A post, as stated around a person.
struct RoleMention {
  TokenRange tokens;
  std::string title;         ///< canonical long form
  ItemIndex body = kNoItem;  ///< into Draft::bodies
  bool former = false;
  bool acting = false;
  bool doubtful = false;
  bool guessed = false;    ///< the body is that of the last one like it, not stated here
  bool inferred = false;   ///< the unit of the body is not stated here
  std::string_view organ;  ///< first organ of the body, if one is stated
};

/// A mention of a person: a full name, a short form, or a bare title or pronoun that stands for
/// one.
struct PersonMention {
  enum class Form : std::uint8_t { kFull, kGiven, kTitleOnly, kPronoun };
  TokenRange name;   ///< the name's tokens; empty for kTitleOnly and kPronoun
  TokenRange whole;  ///< with honorific, ranks and posts on both sides
  Form form = Form::kFull;
  std::string text;    ///< normal form of the name
  std::string gender;  ///< "male", "female" or empty
  std::string rule;    ///< what made it a person
  float confidence = 1;
  std::vector<RoleMention> roles;
  ItemIndex official =
      kNoItem;  ///< into Draft::officials; set by coreference. none: not an official
};

/// A mention of a directive.
struct DirectiveMention {
  TokenRange tokens;         ///< from the type word to the end of number, date and issuer
  ItemIndex item = kNoItem;  ///< into Draft::directives
};

/// The work sheet of one article: each stage fills its part and reads those before it, in the order
/// of the members.
struct Draft {
  const Article& article;
  const Lexicon& lexicon;
  AnalysedText text;
  std::vector<Match> matches;  ///< of `text`, in token order
  /// What begins at one token.
  struct TokenMatches {
    std::uint32_t first = 0;  ///< first match at or after the token
    std::uint32_t kinds = 0;  ///< 1 << EntryKind of each match at it
    CueBits cues;             ///< CueRow::families of the cues at it, joined
  };
  std::vector<TokenMatches> matches_at;  ///< token → its matches; one more entry than tokens

  FrameItem frame;                   ///< stage frame
  std::vector<DateMention> dates;    ///< stage dates, in text order (as all lists of mentions)
  std::vector<PlaceMention> places;  ///< stage places
  std::vector<BodyItem> bodies;      ///< stage bodies
  std::vector<BodyMention> body_mentions;
  std::vector<PersonMention> persons;     ///< stage persons, then coreference
  std::vector<OfficialItem> officials;    ///< stage coreference
  std::vector<DirectiveItem> directives;  ///< stage directives
  std::vector<DirectiveMention> directive_mentions;
  std::vector<DirectiveRelation> directive_relations;
  std::vector<MeetingItem> meetings;  ///< stage meetings
  std::vector<std::string> doubts;

  /// Fills `matches` and what is looked up by them; before all stages.
  void FindMatches();
  /// Matches that start at `token`.
  std::span<const Match> MatchesAt(std::uint32_t token) const {
    if (token + 1 >= matches_at.size()) return {};
    return {matches.data() + matches_at[token].first, matches.data() + matches_at[token + 1].first};
  }
  /// The longest match of `kind` that starts at `token`, or nullptr.
  const Match* MatchAt(std::uint32_t token, EntryKind kind) const {
    const bool here =
        token < matches_at.size() && (matches_at[token].kinds >> static_cast<unsigned>(kind) & 1U);
    return here ? FindMatch(token, kind) : nullptr;
  }
  /// The longest cue whose kind is `kind` or belongs to it, or nullptr.
  const Match* CueAt(std::uint32_t token, const CueKind& kind) const {
    return MayHaveCue(token, kind.bits) ? FindCue(token, kind.name, kind.bits) : nullptr;
  }
  /// Whether CueAt may find something of one of the kinds whose bits are joined; no is certain.
  bool MayHaveCue(std::uint32_t token, CueBits kinds) const {
    return token < matches_at.size() && matches_at[token].cues.MayHold(kinds);
  }
  bool MayHaveCue(std::uint32_t token, const CueKind& kind) const {
    return MayHaveCue(token, kind.bits);
  }
  /// A ground whose quote is the sentence of `tokens`.
  Ground GroundAt(TokenRange tokens, std::string_view rule, float confidence) const;

 private:
  // without the quick answers; a kind in parts stays in registers
  const Match* FindMatch(std::uint32_t token, EntryKind kind) const;
  const Match* FindCue(std::uint32_t token, std::string_view name, CueBits bits) const;
};

}  // namespace chido
