#include <algorithm>

#include "linker/reading/frame_board.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

constexpr float kPortal = 40;     ///< the address is one of the province's own
constexpr float kDistrict = 30;   ///< the address names one of its districts
constexpr float kPublisher = 25;  ///< the publisher is named after it
constexpr float kTelephone = 15;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string HostOf(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != address.npos) address.remove_prefix(scheme + 3);
  return std::string(address.substr(0, address.find_first_of("/ ?")));
}

/// The digits of a number that dots, blanks, dashes or a bracket may part; twelve at most.
std::string DigitsFrom(std::string_view text) {
  constexpr std::size_t kMost = 12;
  std::string digits;
  for (const char c : text) {
    if (IsDigit(c)) {
      digits += c;
    } else if ((c != '.' && c != ' ' && c != ')' && c != '-') || digits.size() >= 10) {
      break;
    }
    if (digits.size() == kMost) break;
  }
  return digits;
}

/// Reads the article's margins: where it stands, who printed it, whom to call.
class AddressReader {
 public:
  AddressReader(const Draft& draft, ProvinceBoard& board) : draft_(draft), board_(board) {}

  void Run() {
    ReadAddress();
    ReadPublisher();
    ReadTelephones();
  }

 private:
  void ReadAddress() {
    for (const std::string& address : {draft_.article.url, draft_.article.publisher}) {
      if (address.find('.') == address.npos && address.find('_') == address.npos) continue;
      const std::string host = HostOf(address);
      board_.AddSame(NamedIn(host, draft_.lexicon.ProvincesByHost(host)), kPortal, "frame.address");
      std::vector<std::uint32_t> provinces;
      for (const std::uint32_t district : DistrictsOf(address, host)) {
        if (const auto province = draft_.lexicon.ProvinceOf(district)) {
          provinces.push_back(*province);
        }
      }
      board_.AddSame(provinces, kDistrict, "frame.district_address");
      if (!board_.empty()) return;
    }
  }

  /// Of the provinces that share an address since they merged, those whose own name it holds, where
  /// the article's day does not decide.
  std::vector<std::uint32_t> NamedIn(std::string_view host, std::vector<std::uint32_t> rows) const {
    if (board_.dated()) return rows;
    std::vector<std::uint32_t> named;
    for (const std::uint32_t row : rows) {
      std::string slug = SearchKey(draft_.lexicon.units()[row].name);
      std::erase(slug, ' ');
      if (host.find(slug) != host.npos) named.push_back(row);
    }
    return named.empty() ? rows : named;
  }

  /// Districts that the host names, else a part of a path that calls itself a site.
  std::vector<std::uint32_t> DistrictsOf(std::string_view address, std::string_view host) const {
    auto districts = draft_.lexicon.DistrictsByHost(host);
    std::size_t at = 0;
    while (districts.empty() && at < address.size()) {
      const std::size_t end = std::min(address.find_first_of("/ :", at), address.size());
      const std::string_view part = address.substr(at, end - at);
      if (part.find("_website") != part.npos || part.find("_portal") != part.npos) {
        districts = draft_.lexicon.DistrictsByHost(part);
      }
      at = end + 1;
    }
    return districts;
  }

  /// "Báo Thái Nguyên": a province in the publisher's name.
  void ReadPublisher() {
    const std::string name = NormalName(draft_.article.publisher);
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      words.push_back(std::string_view(name).substr(at, end - at));
      at = end + 1;
    }
    constexpr std::size_t kLongestName = 5;
    constexpr std::size_t kMostWords = 12;
    for (std::size_t first = 1; first < std::min(words.size(), kMostWords); ++first) {
      for (std::size_t count = std::min(kLongestName, words.size() - first); count >= 2; --count) {
        const char* begin = words[first].data();
        const std::string_view last = words[first + count - 1];
        if (AddNamed({begin, static_cast<std::size_t>(last.data() + last.size() - begin)})) return;
      }
    }
  }

  bool AddNamed(std::string_view phrase) {
    std::vector<std::uint32_t> rows;
    for (const Match& match : draft_.lexicon.Lookup(phrase)) {
      if (match.kind == EntryKind::kUnit && draft_.lexicon.units()[match.entry].level == 1) {
        rows.push_back(match.entry);
      }
    }
    board_.AddSame(rows, kPublisher, "frame.publisher");
    return !rows.empty();
  }

  /// "02623.637.106", "(0262) 3637106" in the exact text: contacts stand in its margins.
  void ReadTelephones() {
    const std::string_view stored = draft_.article.text;
    for (std::size_t at = stored.find("02"); at != stored.npos; at = stored.find("02", at + 1)) {
      if (at > 0 && IsDigit(stored[at - 1])) continue;
      const std::string digits = DigitsFrom(stored.substr(at));
      if (digits.size() != 10 && digits.size() != 11) continue;
      const auto unit = draft_.lexicon.ProvinceByPhone(digits);
      if (!unit) continue;
      board_.AddSame({*unit}, kTelephone, "frame.telephone");
      return;
    }
  }

  const Draft& draft_;
  ProvinceBoard& board_;
};

}  // namespace

void ReadFrameAddress(const Draft& draft, ProvinceBoard& board) {
  AddressReader(draft, board).Run();
}

bool IsCentralAddress(const Draft& draft) {
  for (const std::string& address : {draft.article.url, draft.article.publisher}) {
    const std::string host = HostOf(address);
    for (std::size_t at = 0; at < host.size();) {
      const std::size_t end = std::min(host.find('.', at), host.size());
      for (const Match& match : draft.lexicon.Lookup(host.substr(at, end - at))) {
        const bool cue = match.kind == EntryKind::kCue;
        if (cue && draft.lexicon.cues()[match.entry].kind == "frame.central_host") return true;
      }
      at = end + 1;
    }
  }
  return false;
}

}  // namespace chido
