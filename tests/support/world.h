#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "graph/base/error.h"
#include "graph/store/store.h"
#include "linker/resolve/judgement.h"
#include "linker/resolve/resolver.h"
#include "tests/support/random_readings.h"
#include "tests/support/temporary_folder.h"

namespace chido::testing {

/// A store with a resolver over it.
struct World {
  TemporaryFolder folder;
  std::unique_ptr<Store> store;
  std::unique_ptr<Resolver> resolver;

  World() {
    auto opened = Store::Open(folder / "store", {.create_if_missing = true});
    if (!opened.has_value()) Abort(opened.error().message);
    store = std::move(*opened);
    resolver = std::make_unique<Resolver>(*store, Lexicon::BuiltIn());
  }
  void Add(const Told& told) {
    const Status status = resolver->Add(told.article, told.reading);
    ASSERT_TRUE(status.has_value()) << status.error().message;
  }
  std::uint64_t Digest() const { return store->Digest().value(); }
  void ExpectSound() const {
    const CheckReport report = store->Check(false).value();
    for (const CheckProblem& problem : report.problems) {
      ADD_FAILURE() << problem.family << " " << problem.key << ": " << problem.what;
    }
  }
  std::vector<EntityId> Officials() const {
    std::vector<EntityId> ids;
    const auto page = store->Read()->ScanEntities(EntityType::kOfficial, 1000).value();
    for (const Entity& entity : page.items) ids.push_back(entity.id);
    return ids;
  }
  JudgedMention At(EntityId entity) const {
    return JudgedMentionOf(*store->Read(), entity, Lexicon::BuiltIn()).value();
  }
};

}  // namespace chido::testing
