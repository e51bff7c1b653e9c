#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linker/reading/draft.h"
#include "linker/reading/role_reader.h"

namespace chido {

/// A word or phrase of a sentence, as far as the grammar of persons is concerned.
struct PersonItem {
  enum class Kind : std::uint8_t {
    kHonorific,  ///< đồng chí, ông, Thượng tướng, PGS.TS
    kPlural,     ///< các đồng chí, các (before a title)
    kRole,
    kName,
    kFormer,      ///< nguyên, cố
    kActing,      ///< quyền
    kLink,        ///< kiêm
    kCopula,      ///< là, làm
    kTakesPost,   ///< giữ chức, được bầu làm
    kLeavesPost,  ///< thôi giữ chức, từng là
    kConsists,    ///< gồm, bao gồm: names behind a post of several
    kComma,
    kSemicolon,
    kDash,
    kColon,
    kOpen,
    kClose,
    kAnd,
    kThen,    ///< khi đó, lúc bấy giờ: behind a post that is over
    kPeriod,  ///< từ năm 2010 đến năm 2015; strong: it is over; foreign: trước đó
    kOther,
  };
  Kind kind = Kind::kOther;
  TokenRange tokens;
  std::uint32_t index = 0;  ///< of kRole: into `roles`; of kHonorific and kPlural: honorific row
  bool strong = false;      ///< of kName: see NameRun; of kCopula: it tells of today
  bool foreign = false;     ///< of kName: see NameRun
};

/// A sentence cut into items; the posts in it.
struct PersonItems {
  std::vector<PersonItem> items;
  std::vector<RolePhrase> roles;
};

/// Cuts the tokens of one sentence.
PersonItems CutItems(const Draft& draft, RoleReader& reader, TokenRange sentence);

}  // namespace chido
