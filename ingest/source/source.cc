#include "ingest/source/source.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <filesystem>

#include "ingest/source/byte_stream.h"
#include "ingest/source/charset.h"
#include "ingest/source/html.h"
#include "ingest/source/json_article.h"
#include "ingest/source/parts.h"

namespace chido {
namespace {

namespace fs = std::filesystem;

/// Six bytes of JSON escapes may stand for three of text; the rest is room for other keys.
constexpr std::size_t kLineLimit = 4 * kArticleLimit;
/// Markup may be several times its text.
constexpr std::size_t kHtmlLimit = kArticleLimit;

enum class FileKind { kUnknown, kText, kHtml, kJsonLines };

FileKind KindByName(const fs::path& path) {
  std::string name = path.filename().string();
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  const std::string extension = fs::path(name).extension().string();
  if (extension == ".txt" || extension == ".text") return FileKind::kText;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return FileKind::kHtml;
  const bool json = extension == ".jsonl" || extension == ".ndjson" || extension == ".json";
  return json ? FileKind::kJsonLines : FileKind::kUnknown;
}

FileKind KindByBytes(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return FileKind::kText;
  if (head[first] == '{') return FileKind::kJsonLines;
  return head[first] == '<' ? FileKind::kHtml : FileKind::kText;
}

/// "news.txt.gz" → "news".
std::string StemOf(const std::string& name) {
  fs::path path(name);
  if (path.extension() == ".gz") path = path.stem();
  return path.stem().string();
}

class PathSource : public Source {
 public:
  explicit PathSource(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) Expand(path);
  }

  std::optional<Result<Article>> Next() override {
    for (;;) {
      if (stream_ != nullptr) {
        if (auto item = NextLine()) return item;
      } else if (!entries_.empty()) {
        const Entry entry = std::move(entries_.front());
        entries_.pop_front();
        if (!entry.has_value()) return std::unexpected(entry.error());
        if (auto item = OpenFile(*entry)) return item;
      } else {
        return std::nullopt;
      }
    }
  }

  SourceCounts counts() const override {
    SourceCounts counts = counts_;
    std::uint64_t disk = disk_done_;
    if (stream_ != nullptr) {
      counts.bytes += stream_->bytes();
      disk += stream_->disk_bytes();
    }
    if (disk_total_ > 0) {
      counts.fraction = std::min(1.0, static_cast<double>(disk) / static_cast<double>(disk_total_));
    }
    return counts;
  }

 private:
  /// A file to read, or what went wrong with a folder.
  using Entry = Result<std::string>;

  void AddFile(std::string path) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (!error) disk_total_ += size;
    entries_.emplace_back(std::move(path));
  }

  /// A folder's files, or the path itself.
  void Expand(const std::string& path) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) return AddFile(path);
    std::vector<std::string> found;
    fs::recursive_directory_iterator walk(path, error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
      std::error_code ignored;  // of an entry that vanished meanwhile; opening it will tell
      const bool folder = walk->is_directory(ignored);
      if (walk->path().filename().string().starts_with('.')) {
        if (folder) walk.disable_recursion_pending();
      } else if (!folder) {
        const bool known = KindByName(walk->path()) != FileKind::kUnknown;
        if (known) found.push_back(walk->path().string());
        if (!known) ++counts_.skipped;
      }
    }
    std::ranges::sort(found);
    for (std::string& file : found) AddFile(std::move(file));
    if (error) {
      entries_.push_back(Fail(Code::kIo, fmt::format("{}: the folder cannot be read to its end "
                                                     "({}); check its permissions",
                                                     path, error.message())));
    } else if (found.empty()) {
      entries_.push_back(Fail(Code::kNotFound,
                              fmt::format("{}: the folder holds no .txt, .md, .html, .htm, .xhtml, "
                                          ".jsonl, .ndjson or .json file; check the path",
                                          path)));
    }
  }

  /// Opens `file`; gives its article if it holds one, nothing if it holds lines.
  std::optional<Result<Article>> OpenFile(const std::string& file) {
    auto opened =
        file == "-" ? ByteStream::FromDescriptor(STDIN_FILENO, "<stdin>") : ByteStream::Open(file);
    ++counts_.files;
    if (!opened.has_value()) return std::unexpected(std::move(opened).error());
    stream_ = std::move(*opened);
    FileKind kind = file == "-" ? FileKind::kUnknown : KindByName(file);
    if (kind == FileKind::kUnknown) {
      const auto head = stream_->Peek();
      if (!head.has_value()) return Close(std::unexpected(head.error()));
      kind = KindByBytes(*head);
    }
    if (kind == FileKind::kJsonLines) {
      any_line_ = false;
      return std::nullopt;
    }
    return Close(ReadPage(kind));
  }

  Result<Article> ReadPage(FileKind kind) {
    const std::string& name = stream_->name();
    CHIDO_ASSIGN(std::string bytes,
                 stream_->ReadAll(kind == FileKind::kHtml ? kHtmlLimit : kArticleLimit));
    if (bytes.empty()) {
      return Fail(Code::kBadInput, fmt::format("{}: is empty; there is nothing to read", name));
    }
    PageParts parts;
    if (kind == FileKind::kHtml) {
      CHIDO_ASSIGN(parts, ParseHtml(std::move(bytes), name));
    } else {
      CHIDO_ASSIGN(parts.text, ToUtf8(std::move(bytes), "", name));
    }
    parts.origin = name;
    parts.source_id = StemOf(name);
    return MakeArticle(std::move(parts));
  }

  /// The article of the next line that is not blank; nothing at the end of the file.
  std::optional<Result<Article>> NextLine() {
    for (;;) {
      auto line = stream_->ReadLine(kLineLimit);
      if (!line.has_value()) {
        any_line_ = true;
        Error error = std::move(line).error();
        if (error.code == Code::kTooLarge) return std::unexpected(std::move(error));
        return Close(std::unexpected(std::move(error)));
      }
      if (!line->has_value()) {
        if (any_line_) return Close(std::nullopt);
        return Close(Fail(Code::kBadInput,
                          fmt::format("{}: is empty; there is nothing to read", stream_->name())));
      }
      std::string_view text = **line;
      if (stream_->line() == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
      if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      any_line_ = true;
      return ReadLine(text);
    }
  }

  Result<Article> ReadLine(std::string_view line) {
    const std::string origin = fmt::format("{}:{}", stream_->name(), stream_->line());
    CHIDO_ASSIGN(PageParts parts, json_.Parse(line, origin));
    if (parts.source_id.empty()) {
      parts.source_id = fmt::format("{}:{}", StemOf(stream_->name()), stream_->line());
    }
    return MakeArticle(std::move(parts));
  }

  std::optional<Result<Article>> Close(std::optional<Result<Article>> last) {
    counts_.bytes += stream_->bytes();
    disk_done_ += stream_->disk_bytes();
    stream_.reset();
    return last;
  }

  std::deque<Entry> entries_;
  std::unique_ptr<ByteStream> stream_;  ///< open JSON lines
  std::uint64_t disk_done_ = 0;
  std::uint64_t disk_total_ = 0;
  bool any_line_ = false;
  JsonArticles json_;
  SourceCounts counts_;
};

}  // namespace

std::unique_ptr<Source> OpenPaths(const std::vector<std::string>& paths) {
  return std::make_unique<PathSource>(paths);
}

}  // namespace chido
