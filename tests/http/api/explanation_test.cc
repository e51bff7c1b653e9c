#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "http/api/api.h"
#include "http/api/openapi.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/explain.h"
#include "tests/support/sample_store.h"

namespace chido::api {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;

class ExplanationTest : public ::testing::Test {
 protected:
  static Response Ask(const std::string& target) {
    return Api(sample().store()).Answer(RequestOf(target));
  }
  static std::string Target(const char* source_id, const char* query = "") {
    return "/v1/documents/" + ToString(sample().Document(source_id)) + "/explanation" + query;
  }
  static Json Json200(const std::string& target) {
    const Response response = Ask(target);
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body);
  }
  static testing::SampleStore& sample() {
    static testing::SampleStore store;
    return store;
  }
};

TEST_F(ExplanationTest, TheStoredTextIsReadAsTheReaderReadsIt) {
  const DocumentId id{sample().Document("daklak-2023").value};
  const auto article = sample().store().Read()->GetArticle(id);
  ASSERT_TRUE(article && *article);
  const auto read = ExplainArticle(**article, Lexicon::BuiltIn());
  ASSERT_TRUE(read);
  const Json told = Json200(Target("daklak-2023"));
  EXPECT_EQ(told["id"], ToString(id));
  EXPECT_EQ(told["reader_version"], kReaderVersion);
  EXPECT_EQ(told["statements"].size(), read->statements.size());
  ASSERT_EQ(told["mentions"].size(), read->mentions.size());
  for (std::size_t i = 0; i < read->mentions.size(); ++i) {
    const Finding& finding = read->mentions[i];
    const Json& mention = told["mentions"][i];
    EXPECT_EQ(mention["span"], (Json{{"begin", finding.span.begin}, {"end", finding.span.end}}));
    EXPECT_EQ(mention["kind"], finding.kind);
    EXPECT_EQ(mention["lost"].size(), finding.lost.size());
    EXPECT_EQ(mention["taken_as"].is_null(), finding.taken_as.empty());
    EXPECT_EQ(mention["confidence"].is_null(), finding.taken_as.empty());
  }
}

TEST_F(ExplanationTest, WhatIsNotTakenIsNullWithItsReason) {
  const Json told = Json200(Target("daklak-2021"));
  const auto& mentions = told["mentions"];
  const auto lost = std::ranges::find_if(
      mentions, [](const Json& mention) { return mention["taken_as"].is_null(); });
  ASSERT_NE(lost, mentions.end()) << told.dump(1);
  EXPECT_TRUE((*lost)["rule"].is_null());
  ASSERT_FALSE((*lost)["lost"].empty());
  EXPECT_EQ((*lost)["lost"][0]["code"], "inside_name");
  EXPECT_EQ((*lost)["lost"][0]["reason"], "is part of a longer name");
}

TEST_F(ExplanationTest, KindsAndNotesAreLabelledInTheAskedLanguage) {
  const auto label_of = [](const Json& told, const char* kind) {
    for (const Json& stated : told["statements"]) {
      if (stated["kind"] == kind) return stated["kind_label"].get<std::string>();
    }
    return std::string("none");
  };
  const Json vietnamese = Json200(Target("daklak-2021"));
  EXPECT_EQ(label_of(vietnamese, "chaired"), "chủ trì");
  EXPECT_EQ(label_of(vietnamese, "holds_role"), "chức vụ");
  EXPECT_EQ(label_of(vietnamese, "jurisdiction"), "địa bàn của bài");
  const Json english = Json200(Target("daklak-2021", "?lang=en"));
  EXPECT_EQ(label_of(english, "cites"), "cites");
  EXPECT_THAT(english.dump(), HasSubstr(R"("label":"disseminates")"));
}

TEST_F(ExplanationTest, UnknownAndWrongIdsAreProblems) {
  const Response unknown = Ask("/v1/documents/00000000000000aa/explanation");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_THAT(unknown.content_type, HasSubstr("application/problem+json"));
  EXPECT_EQ(Json::parse(unknown.body)["code"], "not-found");
  EXPECT_EQ(Ask("/v1/documents/abc/explanation").status, 400);
  EXPECT_EQ(Ask(Target("daklak-2023", "?at=2023")).status, 400);
}

TEST_F(ExplanationTest, AVeryLongArticleIsRefused) {
  Article article;
  article.text = std::string((std::size_t{1} << 20) + 1, 'a');
  article.id = ContentId("", article.text);
  Change change;
  change.put_articles.push_back(article);
  ASSERT_TRUE(sample().store().Apply(change));
  const Response refused = Ask("/v1/documents/" + ToString(article.id) + "/explanation");
  EXPECT_EQ(refused.status, 413);
  EXPECT_THAT(refused.body, HasSubstr("chido extract --explain"));
}

/// Every reason of the reader is described, and the page can say it.
TEST_F(ExplanationTest, EveryReasonIsInTheDescriptionAndOnThePage) {
  const Json document = Json::parse(OpenApiText());
  const Json& codes = document.at(
      Json::json_pointer("/components/schemas/Finding/properties/lost/items/properties/code/enum"));
  std::ostringstream page;
  page << std::ifstream(std::string(CHIDO_SOURCE_DIR) + "/http/ui/src/reasons.ts").rdbuf();
  EXPECT_EQ(codes.size(), AllReasons().size());
  for (const Reason reason : AllReasons()) {
    const std::string code(CodeOf(reason));
    EXPECT_NE(std::ranges::find(codes, Json(code)), codes.end()) << code;
    EXPECT_THAT(page.str(), HasSubstr("\n  " + code + ": '"));
  }
}

}  // namespace
}  // namespace chido::api
