#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace chido {

/// The words by which pages are told apart into their parts: datasets/lexicon/cues.source.tsv.
/// Immutable, thread-safe. A `kind` of the table, named here without its "source.", decides how a
/// phrase is compared, see the README of this folder. Lines are compared in the form of `FoldKey`.
class SourceCues {
 public:
  /// The table inside the binary.
  static const SourceCues& BuiltIn();
  /// Reads the form of the table: a heading, then kind, phrase, value, source parted by tabs.
  explicit SourceCues(std::string_view table);

  /// `fold` is a phrase of `kind`.
  bool Is(std::string_view kind, std::string_view fold) const;
  /// `fold` begins with a phrase of `kind` that ends at a word's end.
  bool Begins(std::string_view kind, std::string_view fold) const;
  /// `fold` contains a phrase of `kind`.
  bool Contains(std::string_view kind, std::string_view fold) const;
  /// One of the names of an HTML class or id attribute is a phrase of `kind`, or holds it between
  /// hyphens or underscores.
  bool Names(std::string_view kind, std::string_view attribute) const;

 private:
  struct Phrases {
    std::unordered_set<std::string> set;
    std::vector<std::string> list;
  };
  const Phrases* Of(std::string_view kind) const;
  std::map<std::string, Phrases, std::less<>> kinds_;
};

}  // namespace chido
