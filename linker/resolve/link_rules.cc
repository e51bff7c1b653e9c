#include "linker/resolve/link_rules.h"

#include <fmt/format.h>

#include <string>

namespace chido {
namespace {

constexpr std::string_view kKey = "linker/rules";

}  // namespace

Status AdmitLinkRules(const Snapshot& before, std::string_view folder, Change& change) {
  const std::string current = std::to_string(kLinkVersion);
  CHIDO_ASSIGN(const std::optional<std::string> stored, before.Meta(kKey));
  if (stored == current) return {};
  CHIDO_ASSIGN(const Page<DocumentId> documents, before.ScanDocuments(1));
  if (!documents.items.empty()) {
    return Fail(Code::kUnsupported,
                fmt::format("the store {} was linked by rules of version {}, this chido links by "
                            "version {}, and under both one body would have two ids: make a new "
                            "store of its articles and judgements with `chido reread --store {} "
                            "--into NEW`",
                            folder, stored.value_or("1"), current, folder));
  }
  change.put_meta.emplace_back(kKey, current);
  return {};
}

}  // namespace chido
