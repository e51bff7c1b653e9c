#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "graph/store/store.h"
#include "tests/support/sample_graph.h"
#include "tests/support/temporary_folder.h"

namespace chido {

/// A store in a temporary folder that can be closed and opened again.
class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override { Open(); }

  void Open() {
    auto opened = Store::Open(folder_ / "store", {.create_if_missing = true});
    ASSERT_TRUE(opened) << opened.error().message;
    store_ = std::move(*opened);
  }
  void Close() { store_.reset(); }

  void Apply(const Change& change) {
    const Status status = store_->Apply(change);
    ASSERT_TRUE(status) << status.error().message;
  }
  void Apply(const std::vector<Change>& changes) {
    for (const Change& change : changes) Apply(change);
  }
  Code ApplyError(const Change& change) {
    const Status status = store_->Apply(change);
    return status ? Code::kInternal : status.error().code;
  }
  std::uint64_t Digest() { return store_->Digest().value(); }

  /// What a check finds, one line per problem.
  std::vector<std::string> Problems(bool repair = false) {
    const auto report = store_->Check(repair);
    if (!report) return {report.error().message};
    std::vector<std::string> lines;
    for (const CheckProblem& problem : report->problems) {
      lines.push_back(problem.family + " " + problem.key + ": " + problem.what);
    }
    return lines;
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

}  // namespace chido
