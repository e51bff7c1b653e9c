#include "graph/base/json_writer.h"

#include <fmt/format.h>
#include <rapidjson/encodings.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace chido {
namespace {

/// RapidJSON's output stream over a string.
struct StringSink {
  using Ch = char;
  void Put(char c) { text->push_back(c); }
  void Flush() {}
  std::string* text;
};

/// Takes nothing: for checking alone.
struct NoSink {
  using Ch = char;
  void Put(char) {}
};

bool IsValidUtf8(std::string_view text) {
  rapidjson::MemoryStream in(text.data(), text.size());
  NoSink sink;
  while (in.Tell() < text.size()) {
    if (!rapidjson::UTF8<>::Validate(in, sink)) return false;
  }
  return in.Tell() == text.size();
}

/// `text` with U+FFFD for each byte that starts no valid sequence.
std::string Mended(std::string_view text) {
  std::string mended;
  while (!text.empty()) {
    rapidjson::MemoryStream in(text.data(), text.size());
    NoSink sink;
    if (rapidjson::UTF8<>::Validate(in, sink) && in.Tell() <= text.size()) {
      mended += text.substr(0, in.Tell());
      text.remove_prefix(in.Tell());
    } else {
      mended += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    }
  }
  return mended;
}

using Writer = rapidjson::Writer<StringSink>;

void WriteString(Writer& writer, std::string_view text, bool key) {
  const std::string mended = IsValidUtf8(text) ? std::string() : Mended(text);
  if (!mended.empty()) text = mended;
  const auto size = static_cast<rapidjson::SizeType>(text.size());
  // A null pointer is no string for RapidJSON, not even an empty one.
  const char* data = text.empty() ? "" : text.data();
  if (key) {
    writer.Key(data, size);
  } else {
    writer.String(data, size);
  }
}

}  // namespace

struct JsonWriter::Parts {
  std::string text;
  StringSink sink{&text};
  Writer writer{sink};
};

JsonWriter::JsonWriter() : parts_(std::make_unique<Parts>()) {}
JsonWriter::~JsonWriter() = default;

const std::string& JsonWriter::text() const { return parts_->text; }

std::string JsonWriter::Take() { return std::move(parts_->text); }

void AppendJsonString(std::string_view text, std::string& out) {
  StringSink sink{&out};
  Writer writer(sink);
  WriteString(writer, text, false);
}

JsonWriter& JsonWriter::BeginObject() {
  parts_->writer.StartObject();
  return *this;
}

JsonWriter& JsonWriter::EndObject() {
  parts_->writer.EndObject();
  return *this;
}

JsonWriter& JsonWriter::BeginArray() {
  parts_->writer.StartArray();
  return *this;
}

JsonWriter& JsonWriter::EndArray() {
  parts_->writer.EndArray();
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  WriteString(parts_->writer, key, true);
  return *this;
}

JsonWriter& JsonWriter::Value(std::string_view text) {
  WriteString(parts_->writer, text, false);
  return *this;
}

JsonWriter& JsonWriter::Value(bool value) {
  parts_->writer.Bool(value);
  return *this;
}

JsonWriter& JsonWriter::Value(float value) {
  return std::isfinite(value) ? Raw(fmt::format("{}", value)) : Null();
}

JsonWriter& JsonWriter::Signed(std::int64_t value) {
  parts_->writer.Int64(value);
  return *this;
}

JsonWriter& JsonWriter::Unsigned(std::uint64_t value) {
  parts_->writer.Uint64(value);
  return *this;
}

JsonWriter& JsonWriter::Null() {
  parts_->writer.Null();
  return *this;
}

JsonWriter& JsonWriter::Raw(std::string_view json) {
  parts_->writer.RawValue(json.data(), json.size(), rapidjson::kObjectType);
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
