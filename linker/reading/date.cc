#include <algorithm>

#include "linker/reading/date_form.h"
#include "linker/reading/date_year.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

std::vector<DateForm> FindForms(const Draft& draft) {
  std::vector<DateForm> forms;
  const auto count = static_cast<std::uint32_t>(draft.text.tokens.size());
  for (std::uint32_t token = 0; token < count;) {
    if (auto form = DateFormAt(draft, token)) {
      token = std::max(form->tokens.end, token + 1);
      forms.push_back(*form);
    } else {
      ++token;
    }
  }
  return forms;
}

EdtfDate QuarterOf(CalendarDate first) {
  CalendarDate last = first;
  last.month = static_cast<std::uint8_t>(first.month + 2);
  return EdtfDate::Between(first, last);
}

EdtfDate DateOf(const DateForm& form) {
  if (form.from.year == 0) return {};
  if (form.kind == DateForm::Kind::kQuarter) return QuarterOf(form.from);
  if (!form.to) return EdtfDate::Single(form.from);
  CalendarDate to = *form.to;
  if (to.year == 0) to.year = form.from.year;
  return EdtfDate::Between(form.from, to);
}

/// The day meant by "hôm nay", "hôm qua", "ngày mai", "cùng ngày".
EdtfDate RelativeDate(const DateForm& form, const YearFinder& years,
                      const std::vector<DateMention>& before) {
  if (form.kind == DateForm::Kind::kSameDay) {
    const auto last = std::find_if(before.rbegin(), before.rend(),
                                   [](const DateMention& mention) { return mention.has_day; });
    return last == before.rend() || last->date.interval ? EdtfDate{} : last->date;
  }
  const auto today = years.Today();
  if (!today) return {};
  std::int32_t days = ToDays(*today);
  if (form.kind == DateForm::Kind::kYesterday) --days;
  if (form.kind == DateForm::Kind::kTomorrow) ++days;
  return EdtfDate::Single(FromDays(days));
}

bool IsRelative(const DateForm& form) { return form.kind >= DateForm::Kind::kToday; }

DateMention MentionOf(const DateForm& form, const YearFinder& years,
                      const std::vector<DateMention>& before) {
  DateMention mention{.tokens = form.tokens, .as_written = form.from};
  mention.has_day = form.kind == DateForm::Kind::kDay || IsRelative(form);
  if (IsRelative(form)) {
    mention.date = RelativeDate(form, years, before);
    mention.year_inferred = true;
    return mention;
  }
  DateForm dated = form;
  if (dated.from.year == 0) {
    mention.year_inferred = true;
    if (const auto year = years.YearOf(form)) dated.from.year = *year;
  }
  mention.date = DateOf(dated);
  return mention;
}

}  // namespace

void ReadDates(Draft& draft) {
  const std::vector<DateForm> forms = FindForms(draft);
  const YearFinder years(draft, forms);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    // "hôm nay (28/6)": the day in brackets is the one that counts.
    const bool doubled = IsRelative(forms[i]) && i + 1 < forms.size() &&
                         forms[i + 1].kind == DateForm::Kind::kDay &&
                         forms[i + 1].tokens.begin <= forms[i].tokens.end + 2;
    if (doubled) continue;
    draft.dates.push_back(MentionOf(forms[i], years, draft.dates));
  }
}

}  // namespace chido
