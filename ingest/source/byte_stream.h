#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/base/result.h"

namespace chido {

/// A file read from front to back, plain or gzip (told by its first bytes), with bounded memory.
/// Not thread-safe.
class ByteStream {
 public:
  /// Errors: kNotFound, kIo (no permission, a folder); each names the file.
  static Result<std::unique_ptr<ByteStream>> Open(const std::string& path);
  /// Reads the open descriptor `descriptor`, which stays the caller's. `name` stands in errors.
  static Result<std::unique_ptr<ByteStream>> FromDescriptor(int descriptor, std::string name);
  ~ByteStream();
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// The first bytes (at most 4 KiB) without taking them.
  Result<std::string_view> Peek();
  /// The next line without its line end; empty at the end of the file. The view lives until the
  /// next call. Errors: kTooLarge for a line above `limit` bytes, after which the next line can be
  /// read; kIo and kCorruption (damaged gzip) end the file.
  Result<std::optional<std::string_view>> ReadLine(std::size_t limit);
  /// All that is left. Error kTooLarge above `limit` bytes, without holding more than that.
  Result<std::string> ReadAll(std::size_t limit);
  /// Number of the line that `ReadLine` gave last, from 1.
  std::uint64_t line() const { return line_; }
  /// Uncompressed bytes taken so far.
  std::uint64_t bytes() const { return bytes_; }
  /// Bytes of the file itself taken so far (compressed ones of gzip).
  std::uint64_t disk_bytes() const;
  const std::string& name() const { return name_; }

 private:
  struct Handle;
  ByteStream(std::unique_ptr<Handle> handle, std::string name);
  Result<bool> Fill();

  std::unique_ptr<Handle> handle_;
  std::string name_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< first byte of `buffer_` that is not yet taken
  std::string spare_;   ///< a line that did not fit into one buffer
  std::uint64_t line_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace chido
