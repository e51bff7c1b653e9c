#include "http/keys.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace chido {
namespace {

constexpr std::size_t kMostName = 64;
constexpr std::size_t kLeastKey = 32;
constexpr std::size_t kMostKey = 256;
constexpr unsigned kAllRights = 0777;
constexpr unsigned kRightsOfOthers = 0077;

bool FitsBearer(std::string_view key) {
  return key.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
             "+/=") == key.npos;
}

/// Reads each byte of a longest key, whatever the keys are.
bool SameKey(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < kMostKey; ++i) {
    const unsigned left = i < a.size() ? static_cast<unsigned char>(a[i]) : 0;
    const unsigned right = i < b.size() ? static_cast<unsigned char>(b[i]) : 0;
    difference |= left ^ right;
  }
  return difference == 0;
}

Status CheckRights(const std::filesystem::path& file) {
  struct stat about{};
  if (::stat(file.c_str(), &about) != 0) {
    const Code code = errno == ENOENT ? Code::kNotFound : Code::kIo;
    return Fail(code, fmt::format("the keys of {} cannot be read: {}", file.string(),
                                  std::strerror(errno)));
  }
  if ((about.st_mode & kRightsOfOthers) == 0) return {};
  return Fail(Code::kInvalidArgument,
              fmt::format("{0} holds keys, but not its owner alone may open it (mode {1:o}); "
                          "chmod 600 {0}",
                          file.string(), about.st_mode & kAllRights));
}

}  // namespace

Result<KeyRing> KeyRing::Load(const std::filesystem::path& file) {
  CHIDO_TRY(CheckRights(file));
  std::ifstream lines(file);
  if (!lines) return Fail(Code::kIo, fmt::format("the keys of {} cannot be read", file.string()));
  KeyRing ring;
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::istringstream words(line.substr(0, line.find('#')));
    Holder holder;
    std::string more;
    if (!(words >> holder.name)) continue;
    const auto refuse = [&file, number](std::string_view why) {
      return Fail(Code::kBadInput, fmt::format("{}:{}: {}", file.string(), number, why));
    };
    if (!(words >> holder.key) || words >> more) {
      return refuse("a line is a name, a blank and a key");
    }
    if (holder.name.size() > kMostName) return refuse("a name has at most 64 bytes");
    if (holder.key.size() < kLeastKey || holder.key.size() > kMostKey || !FitsBearer(holder.key)) {
      return refuse(
          "a key has 32 to 256 letters, digits and -._~+/=; make one with: openssl rand -hex 32");
    }
    for (const Holder& other : ring.holders_) {
      if (other.name == holder.name) return refuse("this name stands above already");
      if (SameKey(other.key, holder.key)) return refuse("this key stands above already");
    }
    ring.holders_.push_back(std::move(holder));
  }
  if (!ring.holders_.empty()) return ring;
  return Fail(Code::kBadInput,
              fmt::format("{} holds no key; write a line: NAME KEY", file.string()));
}

std::optional<std::string_view> KeyRing::HolderOf(std::string_view key) const {
  std::optional<std::string_view> found;
  for (const Holder& holder : holders_) {
    if (SameKey(holder.key, key)) found = holder.name;
  }
  return found;
}

}  // namespace chido
