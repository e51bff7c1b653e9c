#pragma once

#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/model/statement.h"
#include "graph/store/change.h"

namespace chido {

/// Values of `entity`, `statement`, `evidence` and `pending` in the forms of `ByteWriter`. What the
/// key tells is not repeated, so decoding needs it. On disk: changing a form needs a new format
/// version and a migration. Errors of decoders: kCorruption.

///   type 1 · label · count, names · count, (key, value) · first seen · last seen · count, name
///   keys
std::string EncodeEntity(const EntityRecord& record);
Result<EntityRecord> DecodeEntity(EntityId id, std::string_view bytes);
/// Only the type, which is the first byte. Errors: kCorruption.
Result<EntityType> EntityTypeOf(std::string_view bytes);

///   subject 8 · predicate · object 8 · count, (key, value) · date · inferred · confidence · count
std::string EncodeStatement(const Statement& statement);
Result<Statement> DecodeStatement(StatementId id, std::string_view bytes);

///   subject end · object end · rule version · confidence · date · inferred · repeats
/// Ends are lengths from the begins in the key.
std::string EncodeEvidence(const Evidence& evidence);
Result<Evidence> DecodeEvidence(std::string_view key, std::string_view bytes);

/// Value of `pending`: ids, 8 bytes each.
std::string EncodeIds(const std::vector<EntityId>& ids);
Result<std::vector<EntityId>> DecodeIds(std::string_view bytes);

}  // namespace chido
