#include "ingest/pipeline/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

#include "ingest/source/parts.h"

namespace chido {
namespace {

Article MakeTestArticle(std::string text, std::string url = {}) {
  auto article = MakeArticle({.url = std::move(url), .origin = "test", .text = std::move(text)});
  return article.value();
}

/// Gives a list of articles and errors.
class ListSource : public Source {
 public:
  explicit ListSource(std::vector<Result<Article>> items) : items_(std::move(items)) {}
  std::optional<Result<Article>> Next() override {
    if (next_ == items_.size()) return std::nullopt;
    return items_[next_++];
  }
  SourceCounts counts() const override { return {.files = 1, .bytes = next_}; }
  std::size_t given() const { return next_; }

 private:
  std::vector<Result<Article>> items_;
  std::size_t next_ = 0;
};

/// Remembers what it was given, as a store would.
class FakeSink : public ReadingSink {
 public:
  Result<std::optional<Article>> Find(DocumentId id) override {
    const std::lock_guard lock(mutex_);
    const auto found = stored.find(id);
    return found == stored.end() ? std::optional<Article>() : found->second;
  }
  Status Add(const Article& article, const Reading& reading) override {
    const std::lock_guard lock(mutex_);
    if (order.size() == fail_after) return Fail(Code::kIo, "the disk is full");
    stored[article.id] = article;
    order.push_back(reading.source_id);
    return {};
  }
  Status Sync() override {
    ++syncs;
    return {};
  }

  std::map<DocumentId, Article> stored;
  std::vector<std::string> order;
  std::size_t fail_after = 1'000'000;
  int syncs = 0;

 private:
  std::mutex mutex_;
};

/// Takes longer for some articles than for others.
Result<Reading> SlowReader(const Article& article) {
  std::this_thread::sleep_for(std::chrono::microseconds(article.id.value % 3000));
  if (article.text.starts_with("bad")) return Fail(Code::kBadInput, "cannot be read");
  Reading reading;
  reading.document = article.id;
  reading.source_id = article.text;
  return reading;
}

std::vector<Result<Article>> Numbered(int count) {
  std::vector<Result<Article>> items;
  for (int i = 0; i < count; ++i) items.push_back(MakeTestArticle("bài " + std::to_string(i)));
  return items;
}

TEST(PipelineTest, TheOrderIsThatOfTheSourceForAnyNumberOfWorkers) {
  std::vector<std::string> first;
  for (const unsigned workers : {1U, 2U, 7U}) {
    ListSource source(Numbered(200));
    FakeSink sink;
    const auto report = RunPipeline(source, SlowReader, sink, {.workers = workers});
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->added, 200u);
    EXPECT_EQ(report->source.files, 1u);
    EXPECT_GE(sink.syncs, 1);
    if (first.empty()) first = sink.order;
    EXPECT_EQ(sink.order, first);
  }
  EXPECT_EQ(first.at(199), "bài 199");
}

TEST(PipelineTest, ASecondRunAddsNothing) {
  FakeSink sink;
  for (int run = 0; run < 2; ++run) {
    ListSource source(Numbered(20));
    const auto report = RunPipeline(source, SlowReader, sink, {.workers = 3});
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->added, run == 0 ? 20u : 0u);
    EXPECT_EQ(report->known, run == 0 ? 0u : 20u);
  }
  EXPECT_EQ(sink.order.size(), 20u);
}

TEST(PipelineTest, OfCopiesTheSameOneStaysInAnyOrder) {
  const std::vector<Result<Article>> copies{MakeTestArticle("một bài"),
                                            MakeTestArticle("một bài", "https://b.vn/1"),
                                            MakeTestArticle("một bài", "https://a.vn/1")};
  std::vector<std::size_t> order{0, 1, 2};
  do {
    ListSource source({copies[order[0]], copies[order[1]], copies[order[2]]});
    FakeSink sink;
    const auto report = RunPipeline(source, SlowReader, sink, {.workers = 2});
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->added, 1u);
    EXPECT_EQ(report->known, 2u);
    ASSERT_EQ(sink.stored.size(), 1u);
    EXPECT_EQ(sink.stored.begin()->second.url, "https://a.vn/1");
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(PipelineTest, WhatFailsIsNotedAndTheRestGoesOn) {
  std::vector<Result<Article>> items = Numbered(5);
  items.insert(items.begin() + 2, Fail(Code::kBadInput, "a.jsonl:3: not an article"));
  items.insert(items.begin() + 4, MakeTestArticle("bad one"));
  ListSource source(std::move(items));
  FakeSink sink;
  const auto report = RunPipeline(source, SlowReader, sink, {.workers = 2});
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->added, 5u);
  EXPECT_EQ(report->failed, 2u);
  ASSERT_EQ(report->errors.size(), 2u);
  EXPECT_EQ(report->errors[0].message, "a.jsonl:3: not an article");
  EXPECT_EQ(report->errors[1].message, "test: cannot be read");
}

TEST(PipelineTest, AnErrorOfTheSinkEndsTheRun) {
  ListSource source(Numbered(500));
  FakeSink sink;
  sink.fail_after = 10;
  const auto report = RunPipeline(source, SlowReader, sink, {.workers = 4});
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().message, "the disk is full");
  EXPECT_EQ(sink.order.size(), 10u);
  EXPECT_LT(source.given(), 100u);
}

TEST(PipelineTest, StoppingKeepsWhatWasTakenAndTheNextRunCompletesIt) {
  FakeSink sink;
  std::atomic<bool> stop = false;
  {
    ListSource source(Numbered(400));
    const auto reader = [&](const Article& article) {
      if (article.text == "bài 50") stop = true;
      return SlowReader(article);
    };
    const auto report = RunPipeline(source, reader, sink, {.workers = 2, .stop = &stop});
    ASSERT_TRUE(report.has_value());
    EXPECT_TRUE(report->stopped);
    EXPECT_GE(report->added, 50u);
    EXPECT_LT(report->added, 400u);
    EXPECT_EQ(report->added, source.given());
  }
  ListSource again(Numbered(400));
  const auto report = RunPipeline(again, SlowReader, sink, {.workers = 2});
  ASSERT_TRUE(report.has_value());
  EXPECT_FALSE(report->stopped);
  EXPECT_EQ(sink.stored.size(), 400u);
}

TEST(PipelineTest, ReadAgainReplacesEverything) {
  FakeSink sink;
  ListSource first(Numbered(3));
  ASSERT_TRUE(RunPipeline(first, SlowReader, sink, {}).has_value());
  ListSource second(Numbered(3));
  const auto report = RunPipeline(second, SlowReader, sink, {.workers = 2, .read_again = true});
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->replaced, 3u);
  EXPECT_EQ(report->added, 0u);
  EXPECT_EQ(sink.order.size(), 6u);
}

TEST(PipelineTest, TellsHowItGetsOn) {
  ListSource source(Numbered(300));
  FakeSink sink;
  std::uint64_t seen = 0;
  PipelineOptions options{.workers = 1};
  options.progress = [&](const PipelineReport& report) { seen = report.added; };
  ASSERT_TRUE(RunPipeline(source, SlowReader, sink, options).has_value());
  EXPECT_GT(seen, 0u);
}

TEST(ReadingSinkTest, TheBetterCopyTellsMoreAndTheOrderIsStrict) {
  const Article plain = MakeTestArticle("một bài");
  Article dated = plain;
  dated.published = "2023-05-25";
  const Article linked = MakeTestArticle("một bài", "https://a.vn/1");
  EXPECT_TRUE(IsBetterCopy(dated, plain));
  EXPECT_TRUE(IsBetterCopy(dated, linked));
  EXPECT_FALSE(IsBetterCopy(plain, dated));
  EXPECT_FALSE(IsBetterCopy(plain, plain));
}

}  // namespace
}  // namespace chido
