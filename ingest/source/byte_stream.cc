#include "ingest/source/byte_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>

namespace chido {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr std::size_t kPeek = 4096;

std::unexpected<Error> OpenError(const std::string& name, int code) {
  if (code == ENOENT || code == ENOTDIR) {
    return Fail(Code::kNotFound, fmt::format("{}: no such file or folder; check the path", name));
  }
  if (code == EACCES || code == EPERM) {
    return Fail(Code::kIo,
                fmt::format("{}: may not be read; check its permissions (chmod +r)", name));
  }
  return Fail(Code::kIo,
              fmt::format("{}: cannot be read ({}); check the file", name, std::strerror(code)));
}

}  // namespace

struct ByteStream::Handle {
  gzFile file = nullptr;
  ~Handle() { gzclose(file); }
};

ByteStream::ByteStream(std::unique_ptr<Handle> handle, std::string name)
    : handle_(std::move(handle)), name_(std::move(name)) {}
ByteStream::~ByteStream() = default;

Result<std::unique_ptr<ByteStream>> ByteStream::Open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return OpenError(path, errno);
  auto stream = FromDescriptor(descriptor, path);
  ::close(descriptor);
  return stream;
}

Result<std::unique_ptr<ByteStream>> ByteStream::FromDescriptor(int descriptor, std::string name) {
  struct stat status{};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) return OpenError(name, EISDIR);
  const int own = ::dup(descriptor);
  if (own < 0) return OpenError(name, errno);
  gzFile file = gzdopen(own, "rb");
  if (file == nullptr) {
    ::close(own);
    return OpenError(name, ENOMEM);
  }
  gzbuffer(file, kChunk);
  auto handle = std::make_unique<Handle>();
  handle->file = file;
  return std::unique_ptr<ByteStream>(new ByteStream(std::move(handle), std::move(name)));
}

std::uint64_t ByteStream::disk_bytes() const {
  const auto offset = gzoffset(handle_->file);
  return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
}

/// Appends the next chunk to the buffer; false at the end of the file.
Result<bool> ByteStream::Fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t old = buffer_.size();
  buffer_.resize(old + kChunk);
  const int got = gzread(handle_->file, buffer_.data() + old, static_cast<unsigned>(kChunk));
  buffer_.resize(old + static_cast<std::size_t>(got > 0 ? got : 0));
  int code = Z_OK;
  const char* message = gzerror(handle_->file, &code);
  if (code == Z_ERRNO) return OpenError(name_, errno);
  if (got < 0 || code == Z_BUF_ERROR || code == Z_DATA_ERROR) {
    return Fail(Code::kCorruption,
                fmt::format("{}: the gzip data is damaged or cut off after line {} ({}); fetch the "
                            "file again, what came before it was taken",
                            name_, line_, message));
  }
  return got > 0;
}

Result<std::string_view> ByteStream::Peek() {
  while (buffer_.size() - at_ < kPeek) {
    CHIDO_ASSIGN(const bool more, Fill());
    if (!more) break;
  }
  return std::string_view(buffer_).substr(at_, kPeek);
}

Result<std::optional<std::string_view>> ByteStream::ReadLine(std::size_t limit) {
  spare_.clear();
  bool too_long = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', at_);
    const bool found = end != std::string::npos;
    const std::size_t size = (found ? end : buffer_.size()) - at_;
    const std::string_view part(buffer_.data() + at_, size);
    too_long = too_long || spare_.size() + size > limit;
    bytes_ += size + (found ? 1 : 0);
    if (found && spare_.empty() && !too_long) {
      at_ = end + 1;
      ++line_;
      return part;
    }
    if (!too_long) spare_.append(part);
    at_ += size + (found ? 1 : 0);
    bool ended = found;
    if (!found) {
      CHIDO_ASSIGN(const bool more, Fill());
      if (!more && spare_.empty() && !too_long) return std::optional<std::string_view>();
      ended = !more;
    }
    if (!ended) continue;
    ++line_;
    if (!too_long) return spare_;
    return Fail(Code::kTooLarge,
                fmt::format("{}:{}: the line is longer than {} MiB; give one article per line",
                            name_, line_, limit >> 20));
  }
}

Result<std::string> ByteStream::ReadAll(std::size_t limit) {
  std::string all;
  for (;;) {
    all.append(buffer_, at_);
    bytes_ += buffer_.size() - at_;
    at_ = buffer_.size();
    if (all.size() > limit) {
      return Fail(Code::kTooLarge,
                  fmt::format("{}: larger than the {} MiB that one article may have; split it, or "
                              "give JSON lines with one article per line",
                              name_, limit >> 20));
    }
    CHIDO_ASSIGN(const bool more, Fill());
    if (!more) return all;
  }
}

}  // namespace chido
