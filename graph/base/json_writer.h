#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace chido {

/// Writes JSON text from front to back, without a tree in memory: RapidJSON's writer behind a
/// header that carries nothing. The caller opens and closes in pairs and writes a key before each
/// value of an object. Invalid UTF-8 becomes U+FFFD, so the result is always valid. Not
/// thread-safe.
///
///   JsonWriter json;
///   json.BeginObject().Field("name", "H'Lim Niê").Key("years").BeginArray().Value(2023);
///   json.EndArray().EndObject();
class JsonWriter {
 public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);

  JsonWriter& Value(std::string_view text);
  JsonWriter& Value(const char* text) { return Value(std::string_view(text)); }
  JsonWriter& Value(const std::string& text) { return Value(std::string_view(text)); }
  JsonWriter& Value(bool value);
  /// The shortest digits that read back as the same number.
  JsonWriter& Value(float value);
  template <std::signed_integral T>
  JsonWriter& Value(T value) {
    return Signed(value);
  }
  template <std::unsigned_integral T>
    requires(!std::same_as<T, bool>)
  JsonWriter& Value(T value) {
    return Unsigned(value);
  }
  JsonWriter& Null();
  /// A value that is JSON already.
  JsonWriter& Raw(std::string_view json);

  template <typename T>
  JsonWriter& Field(std::string_view key, const T& value) {
    Key(key);
    return Value(value);
  }
  /// Null where the text is empty: "unknown" is said, not left out.
  JsonWriter& TextOrNull(std::string_view key, std::string_view text);
  /// Nothing where the text is empty.
  JsonWriter& TextIfAny(std::string_view key, std::string_view text);

  const std::string& text() const;
  std::string Take();

 private:
  struct Parts;
  JsonWriter& Signed(std::int64_t value);
  JsonWriter& Unsigned(std::uint64_t value);

  std::unique_ptr<Parts> parts_;
};

/// Appends `text` with quotes and escapes as a JSON string.
void AppendJsonString(std::string_view text, std::string& out);

}  // namespace chido
