#include "http/api/labels.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace chido::api {
namespace {

struct Words {
  std::string_view vietnamese;
  std::string_view english;

  std::string_view In(Language language) const {
    return language == Language::kEnglish ? english : vietnamese;
  }
};

struct ValueRow {
  std::string_view qualifier;
  std::string_view value;
  Words words;
  /// Only for this predicate; none: for every one.
  std::optional<Predicate> predicate = std::nullopt;
};

constexpr std::array kTypes{
    Words{"cán bộ", "official"},  Words{"cơ quan", "body"},      Words{"địa bàn", "place"},
    Words{"cuộc họp", "meeting"}, Words{"văn bản", "directive"}, Words{"bài viết", "document"},
};

constexpr std::array kValues{
    ValueRow{"manner", "chair", {"chủ trì", "chair"}},
    ValueRow{"manner", "co-chair", {"đồng chủ trì", "co-chair"}},
    ValueRow{"manner", "present", {"dự", "present"}},
    ValueRow{"manner", "directing", {"dự và chỉ đạo", "directing"}, Predicate::kAttended},
    ValueRow{"manner", "directing", {"phát biểu chỉ đạo", "directing speech"}},
    ValueRow{"manner", "opening", {"phát biểu khai mạc", "opening speech"}},
    ValueRow{"manner", "concluding", {"phát biểu kết luận", "concluding speech"}},
    ValueRow{"manner", "report", {"báo cáo", "report"}},
    ValueRow{"manner", "remark", {"phát biểu", "remark"}},
    ValueRow{"manner", "contribution", {"tham luận", "contribution"}},
    ValueRow{"manner", "lead", {"đứng ra tổ chức", "lead"}},
    ValueRow{"manner", "joint", {"phối hợp tổ chức", "joint"}},
    ValueRow{"function", "mentions", {"nhắc đến", "mentions"}},
    ValueRow{"function", "implements", {"triển khai thực hiện", "implements"}},
    ValueRow{"function", "based_on", {"căn cứ", "based on"}},
    ValueRow{"function", "amends", {"sửa đổi, bổ sung", "amends"}},
    ValueRow{"function", "replaces", {"thay thế", "replaces"}},
    ValueRow{"function", "reviews", {"sơ kết, tổng kết", "reviews"}},
    ValueRow{"function", "disseminates", {"quán triệt", "disseminates"}},
    ValueRow{"function", "announces", {"công bố", "announces"}},
    ValueRow{"status", "former", {"nguyên", "former"}},
    ValueRow{"status", "acting", {"quyền", "acting"}},
    ValueRow{"status", "doubtful", {"chưa chắc", "doubtful"}},
    ValueRow{"status", "inferred", {"năm suy ra", "year inferred"}},
    ValueRow{"kind", "renamed", {"đổi tên", "renamed"}},
    ValueRow{"kind", "merged", {"hợp nhất", "merged"}},
    ValueRow{"kind", "split", {"chia tách", "split"}},
};

/// The weight in ";q=0.8"; 1 if there is none.
float WeightOf(std::string_view range) {
  const std::size_t at = range.find("q=");
  if (at == std::string_view::npos) return 1;
  float weight = 0;
  std::from_chars(range.data() + at + 2, range.data() + range.size(), weight);
  return weight;
}

bool Names(std::string_view range, std::string_view code) {
  const std::size_t begin = range.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  return range.substr(begin).starts_with(code);
}

}  // namespace

std::string_view CodeOf(Language language) { return language == Language::kEnglish ? "en" : "vi"; }

Language ChooseLanguage(std::string_view lang, std::string_view accept_language) {
  if (lang == "en") return Language::kEnglish;
  if (lang == "vi") return Language::kVietnamese;
  float vietnamese = 0;
  float english = 0;
  while (!accept_language.empty()) {
    const std::string_view range = accept_language.substr(0, accept_language.find(','));
    accept_language.remove_prefix(std::min(range.size() + 1, accept_language.size()));
    if (Names(range, "vi")) vietnamese = std::max(vietnamese, WeightOf(range));
    if (Names(range, "en")) english = std::max(english, WeightOf(range));
  }
  return english > vietnamese ? Language::kEnglish : Language::kVietnamese;
}

std::string_view LabelOf(Predicate predicate, Direction direction, Language language) {
  const PredicateRow& row = RowOf(predicate);
  if (language == Language::kEnglish) {
    return direction == Direction::kOut ? row.label_en : row.inverse_label_en;
  }
  return direction == Direction::kOut ? row.label_vi : row.inverse_label_vi;
}

std::string_view LabelOf(EntityType type, Language language) {
  return kTypes.at(static_cast<std::size_t>(type) - 1).In(language);
}

std::string_view LabelOf(Verdict verdict, Language language) {
  const Words words =
      verdict == Verdict::kSame ? Words{"cùng một", "the same"} : Words{"khác nhau", "different"};
  return words.In(language);
}

std::string_view LabelOf(Predicate predicate, std::string_view qualifier, std::string_view value,
                         Language language) {
  for (const ValueRow& row : kValues) {
    const bool fits = !row.predicate || *row.predicate == predicate;
    if (fits && row.qualifier == qualifier && row.value == value) return row.words.In(language);
  }
  return "";
}

std::string_view LabelOfKind(std::string_view kind, Language language) {
  if (kind == "person") return Words{"người", "person"}.In(language);
  if (kind == "holds_role") return Words{"chức vụ", "post"}.In(language);
  if (kind == "jurisdiction") return Words{"địa bàn của bài", "jurisdiction"}.In(language);
  if (const auto type = EntityTypeFromName(kind)) return LabelOf(*type, language);
  if (const auto predicate = PredicateFromName(kind)) {
    return LabelOf(*predicate, Direction::kOut, language);
  }
  const std::string_view function = LabelOf(Predicate::kCites, "function", kind, language);
  return function.empty() ? kind : function;
}

}  // namespace chido::api
