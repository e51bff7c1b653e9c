#pragma once

#include <string_view>

#include "graph/model/entity.h"
#include "graph/model/predicate.h"
#include "graph/store/edge.h"
#include "linker/resolve/judgement.h"

namespace chido::api {

/// The language of labels. Names and quotes are always as the articles have them.
enum class Language { kVietnamese, kEnglish };

/// "vi" or "en".
std::string_view CodeOf(Language language);

/// The language asked for by `lang` ("vi", "en", else ignored) or, where that is empty, by an
/// Accept-Language header; Vietnamese if neither knows.
Language ChooseLanguage(std::string_view lang, std::string_view accept_language);

/// The predicate read from the subject's side (kOut) or the object's (kIn).
std::string_view LabelOf(Predicate predicate, Direction direction, Language language);
std::string_view LabelOf(EntityType type, Language language);
/// "cùng một", "khác nhau": what people decided of two.
std::string_view LabelOf(Verdict verdict, Language language);
/// A qualifier's value in words, e.g. ("manner", "co-chair"); empty for values that are words
/// already (titles). Manners of `attended` and `spoke_at` share words, so the predicate decides.
std::string_view LabelOf(Predicate predicate, std::string_view qualifier, std::string_view value,
                         Language language);
/// What an explanation calls a finding: a type of entity, "person", "jurisdiction", a predicate (of
/// `holds_role` the post, which follows) or a relation of directives; else the kind itself.
std::string_view LabelOfKind(std::string_view kind, Language language);

}  // namespace chido::api
