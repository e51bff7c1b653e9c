#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/edtf.h"
#include "graph/model/span.h"

namespace chido {

/// Why a fact is believed: the quote, the mention in it, and the rule that fired. Spans are byte
/// offsets into the stored text.
struct Ground {
  Span sentence;
  Span mention;          ///< of the item itself; empty where it is only implied
  std::string rule;      ///< e.g. "person.honorific", "chair.verb"
  float confidence = 1;  ///< in [0, 1]
  friend bool operator==(const Ground&, const Ground&) = default;
};

/// Index of an item in one of the reading's lists; -1 for none.
using ItemIndex = std::int32_t;
inline constexpr ItemIndex kNoItem = -1;

struct RoleItem {
  std::string title;         ///< canonical long form, without the body
  ItemIndex body = kNoItem;  ///< into Reading::bodies
  bool former = false;
  bool acting = false;
  bool doubtful = false;
  std::vector<Ground> grounds;  ///< at least one
  friend bool operator==(const RoleItem&, const RoleItem&) = default;
};

struct OfficialItem {
  std::string name;  ///< fullest form in the article; NFC, new-style tones, straight apostrophe
  std::vector<std::string> alt;  ///< other forms used, sorted
  std::string gender;            ///< "male", "female" or empty
  bool doubtful = false;
  std::vector<RoleItem> roles;
  std::vector<Ground> grounds;  ///< one per mention, in text order; at least one
  friend bool operator==(const OfficialItem&, const OfficialItem&) = default;
};

struct BodyItem {
  std::string name;  ///< canonical full name with its place, if that is known
  std::vector<std::string> alt;
  std::string
      template_id;    ///< row of the lexicon's bodies table; empty for a name made by a pattern
  std::string place;  ///< uid of the unit it belongs to; empty for central or unknown
  bool doubtful = false;
  std::vector<Ground> grounds;  ///< may be empty if only implied by a role
  friend bool operator==(const BodyItem&, const BodyItem&) = default;
};

struct PlaceItem {
  std::string uid;   ///< gazetteer uid
  std::string name;  ///< full name, e.g. "Huyện Krông Ana"
  std::vector<Ground> grounds;
  friend bool operator==(const PlaceItem&, const PlaceItem&) = default;
};

/// A person's or body's part in a meeting. `manner` takes the values of the qualifier of the same
/// predicate.
struct PartItem {
  ItemIndex who = kNoItem;  ///< into officials or bodies
  std::string manner;
  bool doubtful = false;
  std::vector<Ground> grounds;
  friend bool operator==(const PartItem&, const PartItem&) = default;
};

struct MeetingItem {
  std::string title;           ///< as the article puts it
  std::string kind;            ///< lower case: "hội nghị", "buổi làm việc", …
  EdtfDate date;               ///< empty if unknown
  bool date_inferred = false;  ///< the year was not written
  std::string place;           ///< most exact named unit, hall or city; empty if unknown
  std::string place_uid;       ///< gazetteer uid of the unit in `place`, if it is one
  bool doubtful = false;
  std::vector<PartItem> organisers;    ///< bodies; manner lead, joint
  std::vector<PartItem> participants;  ///< bodies that took part
  std::vector<PartItem> chaired;       ///< officials; manner chair, co-chair
  std::vector<PartItem>
      spoke;  ///< officials; manner opening, directing, …; several per person allowed
  std::vector<PartItem>
      attended;  ///< officials, chairs and speakers included; manner present, directing
  std::vector<Ground> grounds;
  friend bool operator==(const MeetingItem&, const MeetingItem&) = default;
};

/// One place where a directive is cited.
struct CitationItem {
  std::string function;  ///< mentions, implements, based_on, disseminates, reviews, amends,
                         ///< replaces, announces
  ItemIndex meeting = kNoItem;
  ItemIndex speaker = kNoItem;  ///< official who says it, if anyone
  Ground ground;
  friend bool operator==(const CitationItem&, const CitationItem&) = default;
};

struct DirectiveItem {
  std::string type;    ///< in full: "Chỉ thị"
  std::string number;  ///< as printed without "số", damaged forms mended; empty if none
  std::string name;    ///< of one without a number
  std::vector<std::string> alt;
  std::string issuer;               ///< canonical name of the issuing body; empty if open
  ItemIndex issuer_body = kNoItem;  ///< into bodies, if it is one
  ItemIndex signer = kNoItem;       ///< into officials, if stated
  EdtfDate date;                    ///< as stated; empty if not
  std::string title;                ///< its subject words ("về …"), if given
  std::string known_id;             ///< row of the known directives, where the text decides for one
  bool doubtful = false;
  std::vector<CitationItem>
      citations;  ///< in text order; at least one. The first decides `function`
  friend bool operator==(const DirectiveItem&, const DirectiveItem&) = default;
};

/// Stated between two directives of the list.
struct DirectiveRelation {
  ItemIndex from = kNoItem;
  ItemIndex to = kNoItem;
  std::string predicate;  ///< replaces, amends, implements, based_on
  Ground ground;
  friend bool operator==(const DirectiveRelation&, const DirectiveRelation&) = default;
};

/// Stated or implied by the gazetteer between two bodies, e.g. a renaming told by the article.
struct BodyRelation {
  ItemIndex from = kNoItem;
  ItemIndex to = kNoItem;
  std::string predicate;  ///< part_of, succeeded_by
  std::string kind;       ///< of succeeded_by: renamed, merged, split
  EdtfDate date;
  Ground ground;
  friend bool operator==(const BodyRelation&, const BodyRelation&) = default;
};

/// Where and when the article is.
struct FrameItem {
  std::string jurisdiction;             ///< bare province name, "Trung ương", or empty for unknown
  std::string jurisdiction_uid;         ///< gazetteer uid of the province, if it is one
  std::vector<std::string> candidates;  ///< when unknown: bare province names, best first
  EdtfDate published;
  std::vector<Ground> grounds;  ///< what decided; empty spans where it was the address
  friend bool operator==(const FrameItem&, const FrameItem&) = default;
};

}  // namespace chido
