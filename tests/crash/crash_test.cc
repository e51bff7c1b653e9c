#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <random>
#include <string>
#include <thread>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace {

using chido::testing::ChidoPath;
using chido::testing::Program;
using chido::testing::ProgramResult;
using chido::testing::RunChido;
using chido::testing::TemporaryFolder;

const std::string kSample = std::string(CHIDO_SOURCE_DIR) + "/datasets/sample";

std::string Digest(const std::string& store) {
  const ProgramResult stats = RunChido({"stats", "--digest", "--store", store});
  EXPECT_EQ(stats.exit_code, 0) << stats.err;
  const std::size_t at = stats.out.find_last_of("0123456789abcdef");
  return at == std::string::npos || at < 15 ? std::string() : stats.out.substr(at - 15, 16);
}

void ExpectSound(const std::string& store) {
  const ProgramResult check = RunChido({"check", "--store", store});
  EXPECT_EQ(check.exit_code, 0) << check.out << check.err;
}

/// A kill may come before the first article: then the store says that it holds nothing yet.
void ExpectSoundOrBarelyBegun(const std::string& store) {
  const ProgramResult check = RunChido({"check", "--store", store});
  const bool begun =
      check.exit_code == 3 && check.err.find("holds nothing yet") != std::string::npos;
  EXPECT_TRUE(check.exit_code == 0 || begun) << check.out << check.err;
}

std::string Ingested(const TemporaryFolder& folder, const std::string& name,
                     const std::string& workers) {
  const std::string store = (folder / name).string();
  const ProgramResult run = RunChido({"ingest", kSample, "--store", store, "--workers", workers});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return store;
}

TEST(CrashTest, TheNumberOfWorkersDoesNotMatter) {
  const TemporaryFolder folder;
  const std::string one = Digest(Ingested(folder, "one", "1"));
  EXPECT_EQ(one.size(), 16u);
  EXPECT_EQ(one, Digest(Ingested(folder, "four", "4")));
}

TEST(CrashTest, IngestingAgainChangesNothing) {
  const TemporaryFolder folder;
  const std::string store = Ingested(folder, "store", "2");
  const std::string before = Digest(store);
  EXPECT_EQ(RunChido({"ingest", kSample, "--store", store}).exit_code, 0);
  EXPECT_EQ(Digest(store), before);
}

TEST(CrashTest, AKilledIngestLeavesASoundStoreThatTheNextRunCompletes) {
  const TemporaryFolder folder;
  const std::string whole = Digest(Ingested(folder, "whole", "2"));
  std::mt19937 random(20260713);
  for (int round = 0; round < 12; ++round) {
    const std::string store = (folder / ("killed" + std::to_string(round))).string();
    Program ingest({ChidoPath(), "ingest", kSample, "--store", store, "--workers", "2"});
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 400));
    ingest.Signal(SIGKILL);
    ingest.Wait();
    if (std::filesystem::exists(store + "/CURRENT")) ExpectSoundOrBarelyBegun(store);
    const ProgramResult again = RunChido({"ingest", kSample, "--store", store});
    EXPECT_EQ(again.exit_code, 0) << again.err;
    ExpectSound(store);
    EXPECT_EQ(Digest(store), whole) << "round " << round;
    std::filesystem::remove_all(store);
  }
}

}  // namespace
