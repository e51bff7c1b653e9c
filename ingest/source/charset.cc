#include "ingest/source/charset.h"

#include <fmt/format.h>
#include <iconv.h>

#include "linker/text/utf8.h"

namespace chido {
namespace {

bool IsUtf8Name(std::string_view charset) {
  std::string plain;
  for (const char c : charset) {
    if (c != '-' && c != '_') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return plain.empty() || plain == "utf8" || plain == "unicode";
}

/// Closes the converter at the end of its block.
struct Converter {
  iconv_t handle;
  ~Converter() { iconv_close(handle); }
};

Result<std::string> Convert(std::string_view bytes, const std::string& charset,
                            std::string_view name) {
  const iconv_t handle = iconv_open("UTF-8", charset.c_str());
  // The library marks failure by this value.
  if (handle == iconv_t(-1)) {
    return Fail(
        Code::kUnsupported,
        fmt::format("{}: the charset \"{}\" is unknown; convert the file to UTF-8", name, charset));
  }
  const Converter closer{handle};
  std::string out(bytes.size() * 3 + 16, '\0');
  char* from = const_cast<char*>(bytes.data());  // iconv takes it so, and does not write to it
  std::size_t from_left = bytes.size();
  char* to = out.data();
  std::size_t to_left = out.size();
  const bool bad = iconv(handle, &from, &from_left, &to, &to_left) == std::size_t(-1) ||
                   iconv(handle, nullptr, nullptr, &to, &to_left) == std::size_t(-1);
  if (bad) {
    return Fail(Code::kBadInput, fmt::format("{}: byte {} is not valid {}; convert it to UTF-8",
                                             name, bytes.size() - from_left, charset));
  }
  out.resize(out.size() - to_left);
  return out;
}

}  // namespace

Result<std::string> ToUtf8(std::string bytes, std::string_view charset, std::string_view name) {
  const std::string_view view(bytes);
  if (view.starts_with("\xFF\xFE")) return Convert(view.substr(2), "UTF-16LE", name);
  if (view.starts_with("\xFE\xFF")) return Convert(view.substr(2), "UTF-16BE", name);
  const bool marked = view.starts_with("\xEF\xBB\xBF");
  if (!marked && !IsUtf8Name(charset)) return Convert(view, std::string(charset), name);
  if (marked) bytes.erase(0, 3);
  const std::size_t bad = FindInvalidUtf8(bytes);
  if (bad == std::string::npos) return bytes;
  return Fail(Code::kBadInput,
              fmt::format("{}: not valid UTF-8 at byte {}; convert it first, for example with "
                          "iconv -f WINDOWS-1258 -t UTF-8",
                          name, bad + (marked ? 3 : 0)));
}

}  // namespace chido
