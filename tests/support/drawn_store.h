#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "graph/store/store.h"
#include "tests/support/temporary_folder.h"

namespace chido::testing {

/// A store drawn in a test, one statement per line:
///
///   o:An    chaired  m:Giao   2023-07-21  sure=0.9  manner=chair  in=bai1#2
///   m:Giao  cites    d:NQ35   function=reviews      in=bai1#3
///
/// The letter before a name is its type (o official, b body, p place, m meeting, d directive, a
/// article). `in` names an article and a line of it as evidence, several with commas; "~" before
/// the line makes it a repetition. Articles have five lines, "bai1 dòng 1" to "bai1 dòng 5", and
/// the published day 2024-01-0N by the digit that ends their name. Any failure ends the test.
class DrawnStore {
 public:
  explicit DrawnStore(std::string_view drawing);
  /// Sets an attribute of an entity that was drawn.
  void Set(std::string_view name, std::string_view key, std::string_view value);
  /// Leaves open which directive `name` is; it may be `candidate`.
  void LeaveOpen(std::string_view name, std::string_view candidate);
  EntityId Id(std::string_view name) const;
  /// The drawn name of an id, "?" for others.
  std::string NameOf(EntityId id) const;
  const Snapshot& snapshot();
  Store& store() { return *store_; }

 private:
  void AddLine(std::string_view line);
  EntityId Put(std::string_view typed_name);
  DocumentId Article(const std::string& name);
  void AddEvidence(Statement& statement, std::string_view places);
  void Apply();

  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Snapshot> snapshot_;
  Change change_;
  std::map<std::string, EntityId, std::less<>> ids_;
};

}  // namespace chido::testing
