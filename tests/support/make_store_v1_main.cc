// Makes a store of format 1 for the migration test: `make_store_v1 FOLDER`. It writes the sample
// graph with the present binary and takes away what format 1 did not have (see README.md).
#include <cstdio>
#include <filesystem>
#include <memory>

#include "graph/store/meta.h"
#include "graph/store/name_key.h"
#include "graph/store/store.h"
#include "tests/support/raw_store.h"
#include "tests/support/sample_graph.h"

namespace {

using chido::Family;

chido::Status WriteSample(const std::filesystem::path& folder) {
  CHIDO_ASSIGN(const std::unique_ptr<chido::Store> store,
               chido::Store::Open(folder, {.create_if_missing = true}));
  for (const chido::Change& change : chido::SampleChanges(12)) CHIDO_TRY(store->Apply(change));
  return {};
}

void MakeVersion1(const std::filesystem::path& folder) {
  chido::RawStore raw(folder);
  for (const auto& [key, value] : raw.Rows(Family::kName)) {
    if (key.front() != chido::kNameKind) raw.Delete(Family::kName, key);
  }
  for (const auto& [key, value] : raw.Rows(Family::kCounter)) raw.Delete(Family::kCounter, key);
  raw.Put(Family::kMeta, chido::kFormatKey, "1");
  raw.Flush();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: make_store_v1 FOLDER\n");
    return 2;
  }
  if (const chido::Status written = WriteSample(argv[1]); !written) {
    std::fprintf(stderr, "%s\n", written.error().message.c_str());
    return 1;
  }
  MakeVersion1(argv[1]);
  return 0;
}
