#include "linker/lexicon/hosts.h"

#include <algorithm>
#include <array>

namespace chido {
namespace {

/// Slugs of at least this length may stand anywhere in a label; shorter ones only at its ends.
constexpr std::size_t kTellingSlug = 6;

constexpr std::array<std::string_view, 9> kCommonLabels = {"www", "gov", "vn",  "com",    "org",
                                                           "net", "edu", "dcs", "website"};

constexpr std::array<std::string_view, 16> kBodyWords = {
    "bantuyengiao", "tuyengiao", "btgdv", "btg",  "tinhuy", "thanhuy", "huyenuy", "thiuy",
    "quanuy",       "dangbo",    "ubnd",  "hdnd", "mttq",   "huyen",   "thixa",   "thanhpho"};

bool IsOneOf(std::string_view text, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// The longest part of `label` that is the slug of a province; its length, or 0.
std::size_t SlugInside(std::string_view label, std::string_view slug) {
  if (slug.empty() || label.size() < slug.size()) return 0;
  const bool at_end = label.starts_with(slug) || label.ends_with(slug);
  const bool inside = slug.size() >= kTellingSlug && label.find(slug) != std::string_view::npos;
  return at_end || inside ? slug.size() : 0;
}

void SortLatestFirst(const RowTables& rows, std::vector<std::uint32_t>& found) {
  const auto end = [&](std::uint32_t row) {
    const std::string_view to = rows.units[row].valid_to;
    return to.empty() ? std::string_view("9999") : to;
  };
  std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
    return end(a) != end(b) ? end(a) > end(b) : a < b;
  });
}

/// Provinces one of whose hosts is `host` or what stands behind one of its dots.
std::vector<std::uint32_t> ByWholeHost(const RowTables& rows, std::string_view host) {
  std::vector<std::uint32_t> found;
  while (!host.empty()) {
    for (const ProvinceRow& province : rows.provinces) {
      if (IsOneOf(host, province.hosts)) found.push_back(province.unit);
    }
    const std::size_t dot = host.find('.');
    if (!found.empty() || dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return found;
}

std::vector<std::uint32_t> BySlug(const RowTables& rows, std::string_view host) {
  std::vector<std::uint32_t> found;
  std::size_t longest = 0;
  for (const std::string_view part : HostParts(host)) {
    for (const ProvinceRow& province : rows.provinces) {
      const std::size_t length = SlugInside(part, province.slug);
      if (length == 0 || length < longest) continue;
      if (length > longest) found.clear();
      longest = length;
      if (std::find(found.begin(), found.end(), province.unit) == found.end()) {
        found.push_back(province.unit);
      }
    }
  }
  return found;
}

/// Length of the longest of `codes` that `digits` starts with; 0 if none.
std::size_t CodeLength(const std::vector<std::string_view>& codes, std::string_view digits) {
  std::size_t length = 0;
  for (const std::string_view code : codes) {
    if (digits.starts_with(code)) length = std::max(length, code.size());
  }
  return length;
}

}  // namespace

std::vector<std::uint32_t> ProvincesOfHost(const RowTables& rows, std::string_view host) {
  std::vector<std::uint32_t> found = ByWholeHost(rows, host);
  if (found.empty()) found = BySlug(rows, host);
  SortLatestFirst(rows, found);
  return found;
}

std::optional<std::uint32_t> ProvinceOfPhone(const RowTables& rows, std::string_view digits) {
  const ProvinceRow* best = nullptr;
  std::size_t best_length = 0;
  for (const bool old_codes : {false, true}) {
    for (const ProvinceRow& province : rows.provinces) {
      const auto& codes = old_codes ? province.old_phone_codes : province.phone_codes;
      const std::size_t length = CodeLength(codes, digits);
      if (length == 0 || length < best_length) continue;
      // Merged provinces list the codes of all their parts; the part is the closer answer.
      const bool better = length > best_length || (best != nullptr && province.phone_codes.size() <
                                                                          best->phone_codes.size());
      if (!better) continue;
      best = &province;
      best_length = length;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(best->unit);
}

std::vector<std::string_view> HostParts(std::string_view host) {
  std::vector<std::string_view> parts;
  while (!host.empty()) {
    const std::size_t end = host.find_first_of(".-_/");
    const std::string_view part = host.substr(0, end);
    host = end == std::string_view::npos ? std::string_view{} : host.substr(end + 1);
    if (part.empty() || IsOneOf(part, kCommonLabels)) continue;
    parts.push_back(part);
    for (const std::string_view word : kBodyWords) {
      if (part.starts_with(word) && part.size() > word.size()) {
        parts.push_back(part.substr(word.size()));
        break;
      }
    }
  }
  return parts;
}

}  // namespace chido
