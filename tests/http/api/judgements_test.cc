#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "http/api/api.h"
#include "linker/resolve/resolver.h"
#include "tests/support/sample_store.h"

namespace chido::api {
namespace {

using Json = nlohmann::json;

class JudgementsTest : public ::testing::Test {
 protected:
  Json Json200(const std::string& target) {
    const Response response = Api(sample_.store()).Answer(RequestOf(target));
    EXPECT_EQ(response.status, 200) << target << "\n" << response.body;
    return Json::parse(response.body);
  }
  int StatusOf(const std::string& target) {
    return Api(sample_.store()).Answer(RequestOf(target)).status;
  }
  /// Judges the pair that review lists first.
  void Judge(Verdict verdict, const std::string& time) {
    const Json pair = Json200("/v1/review?limit=1")["items"].at(0);
    const auto mention = [this, &pair](const char* side) {
      const std::string id = pair[side]["official"]["id"];
      return JudgedMentionOf(*sample_.store().Read(), EntityId{*FromHex(id)}, Lexicon::BuiltIn())
          .value();
    };
    Resolver resolver(sample_.store(), Lexicon::BuiltIn());
    const Judgement judgement{verdict, mention("first"), mention("second"), "", "hai nơi", time};
    ASSERT_TRUE(resolver.Judge(judgement).has_value());
  }

 private:
  testing::SampleStore sample_;
};

TEST_F(JudgementsTest, ReviewTellsNamesakesWithTheirPosts) {
  const Json review = Json200("/v1/review");
  ASSERT_EQ(review["items"].size(), 1U);
  EXPECT_FALSE(review["truncated"]);
  const Json& pair = review["items"][0];
  for (const char* side : {"first", "second"}) {
    EXPECT_EQ(pair[side]["official"]["label"], "Trần Quang Vịnh");
    EXPECT_EQ(pair[side]["documents"], 1);
    EXPECT_EQ(pair[side]["roles"]["now"].size(), 1U);
  }
  EXPECT_NE(pair["first"]["official"]["id"], pair["second"]["official"]["id"]);
  EXPECT_EQ(StatusOf("/v1/review?limit=101"), 400);
}

TEST_F(JudgementsTest, AJudgementEndsItsReviewAndIsListedFirst) {
  Judge(Verdict::kDifferent, "2026-02-03T00:00:00Z");
  EXPECT_TRUE(Json200("/v1/review")["items"].empty());
  const Json listed = Json200("/v1/judgements?lang=en");
  ASSERT_EQ(listed["items"].size(), 2U);
  const Json& newest = listed["items"][0];
  EXPECT_EQ(newest["verdict"], "different");
  EXPECT_EQ(newest["verdict_label"], "different");
  EXPECT_EQ(newest["note"], "hai nơi");
  EXPECT_TRUE(newest["author"].is_null());
  EXPECT_EQ(newest["a"]["label"], "Trần Quang Vịnh");
  EXPECT_NE(newest["a"]["entity"]["id"], newest["b"]["entity"]["id"]);
}

TEST_F(JudgementsTest, WhatWasJudgedTheSameIsOneEntity) {
  Judge(Verdict::kSame, "2026-02-03T00:00:00Z");
  EXPECT_TRUE(Json200("/v1/review")["items"].empty());
  const Json newest = Json200("/v1/judgements")["items"][0];
  EXPECT_EQ(newest["verdict_label"], "cùng một");
  EXPECT_EQ(newest["a"]["entity"], newest["b"]["entity"]);
}

TEST_F(JudgementsTest, JudgementsAreReadPageByPage) {
  Judge(Verdict::kSame, "2026-02-03T00:00:00Z");
  const Json first = Json200("/v1/judgements?limit=1");
  ASSERT_EQ(first["items"].size(), 1U);
  ASSERT_EQ(first["next"], "1");
  const Json second = Json200("/v1/judgements?limit=1&cursor=1");
  ASSERT_EQ(second["items"].size(), 1U);
  EXPECT_NE(first["items"][0]["key"], second["items"][0]["key"]);
  EXPECT_TRUE(second["next"].is_null());
}

}  // namespace
}  // namespace chido::api
