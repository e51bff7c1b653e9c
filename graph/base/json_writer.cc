#include "graph/base/json_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace chido {
namespace {

/// Bytes of the valid UTF-8 sequence at the start of `text`; 0 if there is none.
std::size_t SequenceSize(std::string_view text) {
  const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = at(0);
  const std::size_t size = lead < 0x80   ? 1
                           : lead < 0xC2 ? 0
                           : lead < 0xE0 ? 2
                           : lead < 0xF0 ? 3
                           : lead < 0xF5 ? 4
                                         : 0;
  if (size == 0 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((at(i) & 0xC0U) != 0x80U) return 0;
  }
  if (lead == 0xE0 && at(1) < 0xA0) return 0;  // overlong
  if (lead == 0xED && at(1) > 0x9F) return 0;  // surrogate
  if (lead == 0xF0 && at(1) < 0x90) return 0;  // overlong
  if (lead == 0xF4 && at(1) > 0x8F) return 0;  // above U+10FFFF
  return size;
}

void AppendEscaped(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
  }
}

bool IsPlain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

}  // namespace

void AppendJsonString(std::string_view text, std::string& out) {
  out.push_back('"');
  while (!text.empty()) {
    const std::size_t size = SequenceSize(text);
    if (size == 0) {
      out += "\xEF\xBF\xBD";
      text.remove_prefix(1);
      continue;
    }
    if (size > 1 || IsPlain(text.front())) {
      out += text.substr(0, size);
    } else {
      AppendEscaped(text.front(), out);
    }
    text.remove_prefix(size);
  }
  out.push_back('"');
}

void JsonWriter::Comma() {
  if (!first_) text_.push_back(',');
  first_ = false;
}

JsonWriter& JsonWriter::Open(char bracket) {
  Comma();
  text_.push_back(bracket);
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::Close(char bracket) {
  text_.push_back(bracket);
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  Comma();
  AppendJsonString(key, text_);
  text_.push_back(':');
  first_ = true;  // the value that follows takes no comma
  return *this;
}

JsonWriter& JsonWriter::Value(std::string_view text) {
  Comma();
  AppendJsonString(text, text_);
  return *this;
}

JsonWriter& JsonWriter::Value(bool value) { return Raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::Value(float value) {
  return std::isfinite(value) ? Raw(fmt::format("{}", value)) : Null();
}

JsonWriter& JsonWriter::Signed(std::int64_t value) { return Raw(fmt::format("{}", value)); }

JsonWriter& JsonWriter::Unsigned(std::uint64_t value) { return Raw(fmt::format("{}", value)); }

JsonWriter& JsonWriter::Null() { return Raw("null"); }

JsonWriter& JsonWriter::Raw(std::string_view json) {
  Comma();
  text_ += json;
  return *this;
}

JsonWriter& JsonWriter::TextOrNull(std::string_view key, std::string_view text) {
  Key(key);
  return text.empty() ? Null() : Value(text);
}

JsonWriter& JsonWriter::TextIfAny(std::string_view key, std::string_view text) {
  return text.empty() ? *this : Field(key, text);
}

}  // namespace chido
