#include "linker/reading/date_evidence.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

/// Pages are not older; years before are of what is remembered.
constexpr std::int16_t kFirstYear = 1990;

/// Whether a date is the day on which a document was issued: a number stands shortly before it.
bool DatesDocument(const AnalysedText& text, const DateForm& form) {
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 12;
  std::uint32_t token = form.tokens.begin;
  for (std::uint32_t step = 0; step < kReach && token > sentence.begin; ++step) {
    --token;
    if (IsAny(text, token, {";", ".", "sáng", "chiều"})) return false;
    if (Is(text, token, "/") && scan::IsWord(text, token + 1) &&
        text.tokens[token + 1].all_capital) {
      return true;
    }
    if (Is(text, token, "số") && scan::IsNumber(text, token + 1)) return true;
  }
  return false;
}

/// Whether a bare year names the time that the article is about, not a goal or a past.
bool NamesPresent(const AnalysedText& text, const DateForm& form) {
  if (form.tokens.begin == 0) return false;
  const std::uint32_t before = form.tokens.begin - 1;
  // "vào đầu năm 2010" tells of something past.
  const bool once = before > 0 && Is(text, before, "đầu") && Is(text, before - 1, "vào");
  if (!once && IsAny(text, before, {"đầu", "tác", "vụ", "kết", "trong", "xuân"})) return true;
  // "6 tháng cuối năm"; the end of a year alone may be past or a goal.
  if (Is(text, before, "cuối")) return before > 0 && Is(text, before - 1, "tháng");
  // "Lễ hội … lần thứ nhất năm 2017".
  if (before > 0 && Is(text, before - 1, "thứ")) return true;
  return Is(text, before, ",") && before > 0 && IsAny(text, before - 1, {"đầu", "cuối"});
}

/// Whether the words before a date look ahead: "sẽ … 1/7/2025", "dự kiến …", "trước ngày …", "đến
/// …".
bool LooksAhead(const AnalysedText& text, const DateForm& form) {
  std::uint32_t token = form.tokens.begin;
  while (token > 0 && IsAny(text, token - 1, {"ngày", "hết", "cuối", "đầu"})) --token;
  if (!form.to && token > 1 && IsAny(text, token - 1, {"đến", "trước", "tới", "từ"})) {
    return !Is(text, token - 2, "tính");
  }
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 25;
  const std::uint32_t first = std::max(sentence.begin + kReach, token) - kReach;
  for (; token > first; --token) {
    if (IsAny(text, token - 1, {"sẽ", ";"})) return Is(text, token - 1, "sẽ");
    if (Is(text, token - 1, "dự") && Is(text, token, "kiến")) return true;
    if (Is(text, token - 1, "phấn") && Is(text, token, "đấu")) return true;
  }
  return false;
}

/// "tính đến (hết) (ngày) 31/12/2016".
bool IsCutOff(const AnalysedText& text, const DateForm& form) {
  std::uint32_t token = form.tokens.begin;
  constexpr std::uint32_t kMostWords = 3;
  for (std::uint32_t step = 0; step < kMostWords && token > 0; ++step) {
    if (!IsAny(text, token - 1, {"ngày", "hết", "cuối", "đến"})) break;
    --token;
  }
  return token > 0 && token < form.tokens.begin && Is(text, token - 1, "tính");
}

/// Where the pair of words stands that is nearest before a date in its sentence; none if that is
/// too far.
std::optional<std::uint32_t> PairBefore(const AnalysedText& text, const DateForm& form,
                                        std::string_view first, std::string_view second) {
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 40;
  std::uint32_t token = form.tokens.begin;
  for (std::uint32_t step = 0; step < kReach && token > sentence.begin; ++step) {
    --token;
    if (Is(text, token, first) && Is(text, token + 1, second)) return token;
  }
  return std::nullopt;
}

/// "ký kết chương trình … giai đoạn 2017 - 2022": an agreement is signed in its first year.
bool IsSignedFor(const AnalysedText& text, const DateForm& form) {
  return form.tokens.begin > 0 && Is(text, form.tokens.begin - 1, "đoạn") &&
         PairBefore(text, form, "ký", "kết").has_value();
}

/// "năm 2017" or "… 2017" in title or lead that is no goal, no past, and of no law.
bool NamesEvent(const AnalysedText& text, const DateForm& form) {
  constexpr std::uint32_t kHeadSentences = 3;
  if (text.SentenceOf(form.tokens.begin) >= kHeadSentences || form.tokens.begin == 0) return false;
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 8;
  std::uint32_t token = form.tokens.begin;
  if (IsAny(text, token - 1,
            {"đến", "từ", "sau", "trước", "cuối", "kỳ", "vào", "với", "khóa", "(", "-", "hết",
             "tới", "nước", "so"})) {
    return false;
  }
  for (std::uint32_t step = 0; step < kReach && token > sentence.begin; ++step) {
    --token;
    if (IsAny(text, token, {"luật", "quyết", "định", "dự", "kế", "thị"})) return false;
  }
  return true;
}

/// *kết quả*, *tình hình*: what was reached.
bool IsResult(const AnalysedText& text, std::uint32_t token) {
  return (Is(text, token, "kết") && Is(text, token + 1, "quả")) ||
         (Is(text, token, "tình") && Is(text, token + 1, "hình"));
}

/// "tổ chức Đại hội …, nhiệm kỳ 2025 - 2030": a congress opens its term.
bool OpensTerm(const AnalysedText& text, const DateForm& form) {
  if (form.tokens.begin == 0 || !Is(text, form.tokens.begin - 1, "kỳ")) return false;
  const auto congress = PairBefore(text, form, "đại", "hội");
  return congress && (*congress == scan::SentenceRange(text, *congress).begin ||
                      IsAny(text, *congress - 1, {"chức", "ra", "mạc", "hành", "dự"}));
}

bool IsReview(const AnalysedText& text, const DateForm& form) {
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 12;
  std::uint32_t token = form.tokens.begin;
  for (std::uint32_t step = 0; step < kReach && token > sentence.begin; ++step) {
    --token;
    if (Is(text, token, "kết") && token > 0 && Is(text, token - 1, "tổng")) return true;
    if (IsResult(text, token)) return true;
    // *kết quả thực hiện nhiệm vụ năm 2016*, not *nhiệm vụ năm 2017*
    const bool carried_out = token > 2 && Is(text, token - 1, "nhiệm") &&
                             Is(text, token - 2, "hiện") && Is(text, token - 3, "thực");
    if (Is(text, token, "vụ") && !carried_out) return false;
  }
  return false;
}

/// What a form says of the article's year, if it does.
std::optional<YearEvidence> EvidenceOf(const AnalysedText& text, const DateForm& form) {
  const std::int16_t last = form.to ? std::max(form.from.year, form.to->year) : form.from.year;
  if (last < kFirstYear) return std::nullopt;
  YearEvidence evidence{.token = form.tokens.begin,
                        .sentence = text.SentenceOf(form.tokens.begin),
                        .year = form.from.year,
                        .from = form.from};
  switch (form.kind) {
    case DateForm::Kind::kDay:
      if (DatesDocument(text, form) || LooksAhead(text, form)) return std::nullopt;
      // "(31/3/1975 - 31/3/2025)": remembered and present.
      evidence.year = last;
      evidence.past = IsCutOff(text, form);
      return evidence;
    case DateForm::Kind::kMonth:
    case DateForm::Kind::kQuarter:
      if (LooksAhead(text, form)) return std::nullopt;
      evidence.past = IsCutOff(text, form);
      evidence.quarter = form.kind == DateForm::Kind::kQuarter;
      return evidence;
    case DateForm::Kind::kYear:
      if (LooksAhead(text, form)) return std::nullopt;
      evidence.weak = !NamesPresent(text, form);
      if (evidence.weak && !NamesEvent(text, form)) return std::nullopt;
      evidence.review = IsReview(text, form);
      evidence.within = Is(text, form.tokens.begin - 1, "trong");
      return evidence;
    case DateForm::Kind::kYears:
      if (!IsSignedFor(text, form) && !OpensTerm(text, form)) return std::nullopt;
      return evidence;
    default:
      return std::nullopt;
  }
}

/// "(18/11/1930 - 18/11/2025)", in one form or in two: the years of a feast.
bool IsFeast(const std::vector<DateForm>& forms, std::size_t i) {
  constexpr std::uint32_t kJoint = 3;  // tokens
  const DateForm& form = forms[i];
  constexpr std::int16_t kLeast = 5;  // years
  const auto same = [&](CalendarDate a, CalendarDate b) {
    return a.day == b.day && a.month == b.month && a.year + kLeast <= b.year;
  };
  if (form.kind != DateForm::Kind::kDay) return false;
  if (form.to) return form.to->year != 0 && same(form.from, *form.to);
  return i > 0 && forms[i - 1].kind == DateForm::Kind::kDay &&
         form.tokens.begin - forms[i - 1].tokens.end <= kJoint &&
         same(forms[i - 1].from, form.from) && forms[i - 1].from.year != 0;
}

/// Whether a sentence far down tells what somebody was before.
bool TellsCareer(const Draft& draft, const DateForm& form) {
  constexpr std::uint32_t kHeadSentences = 5;
  constexpr std::uint32_t kReach = 40;
  if (draft.text.SentenceOf(form.tokens.begin) < kHeadSentences) return false;
  const TokenRange sentence = scan::SentenceRange(draft.text, form.tokens.begin);
  const std::uint32_t end = std::min(sentence.end, form.tokens.end + kReach);
  const std::uint32_t begin = std::max(sentence.begin + kReach, form.tokens.begin) - kReach;
  for (std::uint32_t token = begin; token < end; ++token) {
    const Match* career = draft.CueAt(token, "role.career");
    const bool keeps = Is(draft.text, token, "giữ") && !Is(draft.text, token + 1, "chức");
    if (career != nullptr && !keeps) return true;
    const bool appointed = draft.CueAt(token, "person.moved") != nullptr;
    const bool passive = token > 0 && Is(draft.text, token - 1, "được");
    if (passive && (appointed || Is(draft.text, token, "bầu"))) return true;
    if (Is(draft.text, token, "sinh") && Is(draft.text, token + 1, "năm")) return true;
  }
  return false;
}

/// "đầu năm mới 2017", "Xuân Mậu Tuất 2018", "Tết Nguyên đán Kỷ Hợi 2019".
void CollectSprings(const AnalysedText& text, std::vector<YearEvidence>& all) {
  constexpr std::int32_t kLastYear = 2099;
  for (std::uint32_t token = 2; token < text.tokens.size(); ++token) {
    const auto year = scan::Number(text, token);
    if (!year || *year < kFirstYear || *year > kLastYear) continue;
    std::uint32_t at = token;
    const bool named = at > 2 && text.tokens[at - 1].capital && text.tokens[at - 2].capital;
    if (named) at -= 2;
    const bool fresh = Is(text, at - 1, "mới") && Is(text, at - 2, "năm");
    if (!fresh && !IsAny(text, at - 1, {"xuân", "tết", "đán"})) continue;
    all.push_back({.token = token,
                   .sentence = text.SentenceOf(token),
                   .year = static_cast<std::int16_t>(*year),
                   .spring = true});
  }
}

/// Whether a bare year is that of the news rather than of a law, a work begun or a time compared.
bool IsOfNow(const Draft& draft, const DateForm& form) {
  constexpr std::uint32_t kReach = 12;
  const TokenRange sentence = scan::SentenceRange(draft.text, form.tokens.begin);
  if (form.tokens.begin == sentence.begin || TellsCareer(draft, form)) return false;
  if (IsAny(
          draft.text, form.tokens.begin - 1,
          {"từ", "so", "với", "kỳ", "sau", "trước", "vào", "hết", "sang", "cuối", "các", "đến"})) {
    return false;
  }
  const std::uint32_t first = std::max(sentence.begin + kReach, form.tokens.begin) - kReach;
  for (std::uint32_t token = first; token < form.tokens.begin; ++token) {
    if (IsAny(draft.text, token, {"luật", "pháp", "tư", "quyết", "thuận", "ước", "dựng", "khởi"})) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<std::int16_t> YearEvidence::YearFor(CalendarDate date, bool head) const {
  constexpr std::uint8_t kSpring = 3;
  constexpr std::uint8_t kLateAutumn = 10;
  std::int32_t step = 0;
  // A year is summed up in its last weeks or early in the next.
  if (review && date.month <= kSpring) step = 1;
  if (within && date.month <= kSpring) return std::nullopt;
  const bool later = from.month > date.month || (from.month == date.month && from.day > date.day);
  if (past && later) step = 1;
  // "trong quý I năm 2014", planned in November
  if (quarter && date.month >= kLateAutumn && from.month == 1) step = -1;
  if (!past && later && head) return std::nullopt;
  if (spring && date.month >= kLateAutumn) step = -1;
  return static_cast<std::int16_t>(year + step);
}

YearBounds CollectYearBounds(const Draft& draft, const std::vector<DateForm>& forms) {
  YearBounds bounds;
  bool several = false;
  for (const DateForm& form : forms) {
    if (form.from.year < kFirstYear) continue;
    const bool ahead = LooksAhead(draft.text, form);
    const CalendarDate day = form.from;
    if (form.kind == DateForm::Kind::kDay && !form.to) {
      if (ahead && (!bounds.ahead || ToDays(day) < ToDays(*bounds.ahead))) bounds.ahead = day;
      const bool issued = !ahead && DatesDocument(draft.text, form);
      if (issued && (!bounds.issued || ToDays(day) > ToDays(*bounds.issued))) bounds.issued = day;
    }
    const bool year = form.kind == DateForm::Kind::kYear;
    if (!year && form.kind != DateForm::Kind::kMonth) continue;
    if (year && !ahead) bounds.named = std::max(bounds.named, day.year);
    several = several || ahead || !year || !IsOfNow(draft, form) ||
              (bounds.only && *bounds.only != day.year);
    bounds.only = day.year;
  }
  if (several) bounds.only.reset();
  return bounds;
}

std::vector<YearEvidence> CollectYearEvidence(const Draft& draft,
                                              const std::vector<DateForm>& forms) {
  std::vector<YearEvidence> all;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (i + 1 < forms.size() && !forms[i].to && IsFeast(forms, i + 1)) continue;
    auto evidence = EvidenceOf(draft.text, forms[i]);
    if (!evidence || TellsCareer(draft, forms[i])) continue;
    // A feast is prepared for weeks before its day.
    if (IsFeast(forms, i)) evidence->from.month = evidence->from.day = 0;
    all.push_back(*evidence);
  }
  CollectSprings(draft.text, all);
  return all;
}

}  // namespace chido
