#include "linker/lexicon/blob.h"

#include <fmt/format.h>

#include <bit>
#include <cstring>

#include "graph/base/hash.h"

namespace chido {
namespace {

static_assert(std::endian::native == std::endian::little, "the lexicon is read in place");

constexpr std::string_view kMagic = "CHIDOLEX";
constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kAlignment = 8;

struct Header {
  std::array<char, 8> magic{};
  std::uint64_t version = 0;
  std::uint64_t hash = 0;  ///< of everything behind the header
  std::uint64_t size = 0;  ///< of the whole blob
};

struct Place {
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
};
using Places = std::array<Place, static_cast<std::size_t>(Section::kCount)>;

Error Damaged(std::string_view what) {
  return {Code::kCorruption,
          fmt::format("the compiled lexicon is damaged ({}); build again", what)};
}

}  // namespace

std::string WriteBlob(const Sections& sections) {
  Places places;
  std::string body(sizeof(Places), '\0');
  for (std::size_t i = 0; i < sections.size(); ++i) {
    body.resize((body.size() + kAlignment - 1) / kAlignment * kAlignment);
    places[i] = {sizeof(Header) + body.size(), sections[i].size()};
    body.append(sections[i]);
  }
  std::memcpy(body.data(), places.data(), sizeof(Places));
  Header header;
  std::memcpy(header.magic.data(), kMagic.data(), kMagic.size());
  header.version = kVersion;
  header.hash = Hash64(body);
  header.size = sizeof(Header) + body.size();
  std::string blob(sizeof(Header), '\0');
  std::memcpy(blob.data(), &header, sizeof(Header));
  return blob + body;
}

Result<Sections> ReadBlob(std::string_view blob, std::uint64_t& fingerprint) {
  Header header;
  Places places;
  if (blob.size() < sizeof(Header) + sizeof(Places)) return std::unexpected(Damaged("too short"));
  std::memcpy(&header, blob.data(), sizeof(Header));
  std::memcpy(places.data(), blob.data() + sizeof(Header), sizeof(Places));
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
    return std::unexpected(Damaged("it does not start with " + std::string(kMagic)));
  }
  if (header.version != kVersion) {
    return Fail(Code::kUnsupported, fmt::format("the compiled lexicon has version {} and this "
                                                "program reads version {}; build again",
                                                header.version, kVersion));
  }
  if (header.size != blob.size()) return std::unexpected(Damaged("wrong size"));
  if (Hash64(blob.substr(sizeof(Header))) != header.hash) {
    return std::unexpected(Damaged("wrong checksum"));
  }
  if (reinterpret_cast<std::uintptr_t>(blob.data()) % kAlignment != 0) {
    return Fail(Code::kInvalidArgument,
                "the compiled lexicon must start at an address divisible by 8");
  }
  fingerprint = header.hash;
  Sections sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (places[i].begin > blob.size() || places[i].size > blob.size() - places[i].begin) {
      return std::unexpected(Damaged("a section lies outside"));
    }
    sections[i] = blob.substr(places[i].begin, places[i].size);
  }
  return sections;
}

}  // namespace chido
