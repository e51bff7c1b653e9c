#pragma once

#include <span>
#include <string>
#include <utility>

#include "graph/base/result.h"
#include "graph/model/entity.h"
#include "graph/store/snapshot.h"
#include "linker/resolve/judgement.h"

namespace chido::api {

// What commands and API share where people judge.

using MentionPair = std::pair<JudgedMention, JudgedMention>;

/// The mentions that two entities are judged by. Errors: kInvalidArgument if both are one, or not
/// of a type that is judged.
Result<MentionPair> MentionsOfBoth(const Snapshot& snapshot, const Entity& a, const Entity& b);
/// The mentions of one entity in two documents, for parting it; `documents` are ids as typed.
/// Errors: kInvalidArgument if they are not two ids; kNotFound if one does not tell of it.
Result<MentionPair> MentionsInDocuments(const Snapshot& snapshot, const Entity& entity,
                                        std::span<const std::string> documents);
/// The judgement of the pair at this moment.
Judgement JudgementNow(Verdict verdict, MentionPair pair, std::string author, std::string note);

}  // namespace chido::api
