#include "linker/resolve/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linker/resolve/resolver.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ReviewTest : public ::testing::Test {
 protected:
  ReviewTest()
      : store_(Store::Open(folder_ / "store", {.create_if_missing = true}).value()),
        resolver_(*store_, Lexicon::BuiltIn()) {}

  /// Takes in `documents` articles in which an invented person holds a post.
  void Tell(const std::string& name, const std::string& body, int documents) {
    for (int i = 0; i < documents; ++i) {
      Article article;
      article.title = name + ", " + body + " " + std::to_string(i);
      article.text = name + ", Giám đốc " + body;
      article.id = ContentId(article.title, article.text);
      Reading reading;
      reading.document = article.id;
      const Ground ground{{0, 5}, {0, 5}, "person.role", 1};
      reading.bodies.push_back({.name = body, .grounds = {ground}});
      OfficialItem official{.name = name, .grounds = {ground}};
      official.roles.push_back({.title = "Giám đốc", .body = 0, .grounds = {ground}});
      reading.officials.push_back(official);
      ASSERT_TRUE(resolver_.Add(article, reading).has_value());
    }
  }
  ReviewList Review(std::size_t limit = 10, const Deadline& deadline = {}) const {
    return ReviewQueue(*store_->Read(), limit, deadline).value();
  }
  /// "name body/documents body/documents" of each pair.
  std::vector<std::string> Told(std::size_t limit = 10) const {
    std::vector<std::string> told;
    const auto part = [](const Namesake& one) {
      return " " + one.roles.now.at(0).body.label + "/" + std::to_string(one.documents);
    };
    for (const ReviewPair& pair : Review(limit).pairs) {
      told.push_back(pair.first.official.label + part(pair.first) + part(pair.second));
    }
    return told;
  }
  void Judge(Verdict verdict, const ReviewPair& pair) {
    const auto mention = [this](const Namesake& one) {
      return JudgedMentionOf(*store_->Read(), one.official.id, Lexicon::BuiltIn()).value();
    };
    const Judgement judgement{verdict, mention(pair.first), mention(pair.second), "", "", ""};
    ASSERT_TRUE(resolver_.Judge(judgement).has_value());
  }

 private:
  testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  Resolver resolver_;
};

TEST_F(ReviewTest, PairsOfOneNameAreListedTheMostToldOfFirst) {
  Tell("Lê Văn Thử", "Bộ Công Thương", 1);
  Tell("Lê Văn Thử", "Bộ Xây dựng", 5);
  Tell("Vũ Thị Mẫu", "Bộ Y tế", 2);
  Tell("Vũ Thị Mẫu", "Bộ Tài chính", 3);
  Tell("Hồ Văn Riêng", "Bộ Y tế", 9);
  EXPECT_THAT(Told(), ElementsAre("Vũ Thị Mẫu Bộ Tài chính/3 Bộ Y tế/2",
                                  "Lê Văn Thử Bộ Xây dựng/5 Bộ Công Thương/1"));
  EXPECT_FALSE(Review().truncated);
}

TEST_F(ReviewTest, ALimitKeepsTheBestAndSaysThatThereIsMore) {
  Tell("Lê Văn Thử", "Bộ Công Thương", 1);
  Tell("Lê Văn Thử", "Bộ Xây dựng", 3);
  Tell("Lê Văn Thử", "Bộ Y tế", 2);
  EXPECT_THAT(Told(), ElementsAre("Lê Văn Thử Bộ Xây dựng/3 Bộ Y tế/2",
                                  "Lê Văn Thử Bộ Xây dựng/3 Bộ Công Thương/1",
                                  "Lê Văn Thử Bộ Y tế/2 Bộ Công Thương/1"));
  EXPECT_THAT(Told(1), ElementsAre("Lê Văn Thử Bộ Xây dựng/3 Bộ Y tế/2"));
  EXPECT_TRUE(Review(1).truncated);
}

TEST_F(ReviewTest, NamesThatDifferInToneAreNoPair) {
  Tell("Trần Văn Hưng", "Bộ Công Thương", 1);
  Tell("Trần Văn Hùng", "Bộ Xây dựng", 1);
  EXPECT_THAT(Told(), IsEmpty());
}

TEST_F(ReviewTest, WhatWasJudgedIsAskedNoMore) {
  Tell("Lê Văn Thử", "Bộ Công Thương", 1);
  Tell("Lê Văn Thử", "Bộ Xây dựng", 2);
  Tell("Lê Văn Thử", "Bộ Y tế", 3);
  ASSERT_THAT(Told(), SizeIs(3));
  Judge(Verdict::kDifferent, Review().pairs[0]);
  EXPECT_THAT(Told(), SizeIs(2));
  // The third goes to one of them, so the other is answered for too.
  Judge(Verdict::kSame, Review().pairs[0]);
  EXPECT_THAT(Told(), IsEmpty());
}

TEST_F(ReviewTest, OutOfTimeIsSaid) {
  Tell("Lê Văn Thử", "Bộ Công Thương", 1);
  const ReviewList list = Review(10, Deadline(std::chrono::milliseconds(-1)));
  EXPECT_THAT(list.pairs, IsEmpty());
  EXPECT_TRUE(list.truncated);
}

}  // namespace
}  // namespace chido
