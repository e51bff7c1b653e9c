#include "http/api/writing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "http/api/api.h"
#include "tests/support/sample_store.h"

namespace chido::api {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;

Request Post(const std::string& body) {
  Request request{.method = "POST", .path = "/v1/judgements"};
  request.headers = {{"content-type", "application/json; charset=utf-8"}};
  request.body = body;
  return request;
}

class WritingTest : public ::testing::Test {
 protected:
  Response Do(const Request& request) {
    const Result<Order> order = OrderOf(request, "tòa soạn");
    EXPECT_TRUE(order.has_value()) << order.error().message;
    return CarryOut(sample_.store(), *order);
  }
  Response Judge(const Json& body) { return Do(Post(body.dump())); }
  Response Get(const std::string& target) { return Api(sample_.store()).Answer(RequestOf(target)); }
  Json Listed() {
    return Json::parse(Api(sample_.store()).Answer(RequestOf("/v1/judgements")).body)["items"];
  }
  /// The ids of the two that review lists.
  std::pair<std::string, std::string> Namesakes() {
    const Json review =
        Json::parse(Api(sample_.store()).Answer(RequestOf("/v1/review")).body)["items"];
    return {review[0]["first"]["official"]["id"], review[0]["second"]["official"]["id"]};
  }
  std::string Id(std::string_view label) {
    return ToString(sample_.Find(EntityType::kOfficial, label));
  }
  std::string DocumentId(std::string_view source) { return ToString(sample_.Document(source)); }

 private:
  testing::SampleStore sample_;
};

TEST_F(WritingTest, JudgingTheSameMakesOneAndTakingBackMakesTwoAgain) {
  const auto [a, b] = Namesakes();
  const Response made = Judge({{"verdict", "same"}, {"a", a}, {"b", b}, {"note", "đổi chỗ"}});
  ASSERT_EQ(made.status, 201) << made.body;
  const Json told = Json::parse(made.body);
  EXPECT_EQ(told["author"], "tòa soạn");
  EXPECT_EQ(told["note"], "đổi chỗ");
  EXPECT_EQ(told["a"]["entity"]["id"], told["b"]["entity"]["id"]);
  const std::string where = "/v1/judgements/" + told["key"].get<std::string>();
  EXPECT_THAT(made.headers,
              ::testing::Contains(std::pair<std::string, std::string>("Location", where)));
  EXPECT_EQ(Listed()[0], told);
  const Response back = Do({.method = "DELETE", .path = where});
  ASSERT_EQ(back.status, 200) << back.body;
  const Json after = Json::parse(back.body);
  EXPECT_NE(after["a"]["entity"]["id"], after["b"]["entity"]["id"]);
  EXPECT_EQ(Listed().size(), 1U);
  EXPECT_EQ(Do({.method = "DELETE", .path = where}).status, 404);
}

TEST_F(WritingTest, AnIdThatWasJudgedAwayLeadsOnWithTheReasonUntilItIsTakenBack) {
  const auto [a, b] = Namesakes();
  const Json told = Json::parse(Judge({{"verdict", "same"}, {"a", a}, {"b", b}}).body);
  const std::string kept = told["a"]["entity"]["id"];
  const std::string gone = kept == a ? b : a;
  const Response moved = Get("/v1/entities/" + gone);
  ASSERT_EQ(moved.status, 308);
  const Json why = Json::parse(moved.body);
  EXPECT_EQ(why["id"], kept);
  EXPECT_EQ(why["reason"], "judged");
  EXPECT_EQ(why["judgement"], told["key"]);
  // The part with the oldest evidence keeps the id, the other has its own again.
  EXPECT_EQ(
      Do({.method = "DELETE", .path = "/v1/judgements/" + why["judgement"].get<std::string>()})
          .status,
      200);
  for (const std::string& id : {kept, gone}) EXPECT_EQ(Get("/v1/entities/" + id).status, 200);
}

TEST_F(WritingTest, OfWhatIsPartedTheOlderPartKeepsTheId) {
  const std::string wen = Id("H'Wên Êban");
  const Response parted =
      Judge({{"verdict", "different"},
             {"a", wen},
             {"documents", {DocumentId("daklak-2023"), DocumentId("daklak-2021")}}});
  ASSERT_EQ(parted.status, 201) << parted.body;
  const Json told = Json::parse(parted.body);
  EXPECT_NE(told["a"]["entity"]["id"], wen);
  EXPECT_EQ(told["b"]["entity"]["id"], wen);  // told of in 2021
}

TEST_F(WritingTest, TheSameAgainRenewsAuthorAndNote) {
  const auto [a, b] = Namesakes();
  EXPECT_EQ(Judge({{"verdict", "different"}, {"a", a}, {"b", b}}).status, 201);
  const Response again =
      Judge({{"verdict", "different"}, {"a", b}, {"b", a}, {"author", "Lan"}, {"note", "xem lại"}});
  EXPECT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(Listed().size(), 2U);
  EXPECT_EQ(Listed()[0]["author"], "Lan");
}

TEST_F(WritingTest, AContradictionNamesWhatStandsAgainstIt) {
  const std::string vinh = Id("Trần Quang Vinh");
  const std::string wen = Id("H'Wên Êban");
  const Response refused = Judge({{"verdict", "same"}, {"a", vinh}, {"b", wen}});
  ASSERT_EQ(refused.status, 409);
  const Json problem = Json::parse(refused.body);
  EXPECT_EQ(problem["code"], "conflict");
  ASSERT_EQ(problem["contradicts"].size(), 1U) << problem;
  EXPECT_EQ(problem["contradicts"][0]["verdict"], "different");
  EXPECT_EQ(problem["contradicts"][0]["key"], Listed()[0]["key"]);
  EXPECT_EQ(Listed().size(), 1U);
}

TEST_F(WritingTest, OneIsPartedByTwoDocuments) {
  const Response parted =
      Judge({{"verdict", "different"},
             {"a", Id("H'Wên Êban")},
             {"documents", {DocumentId("daklak-2023"), DocumentId("daklak-2021")}}});
  ASSERT_EQ(parted.status, 201) << parted.body;
  const Json told = Json::parse(parted.body);
  EXPECT_NE(told["a"]["entity"]["id"], told["b"]["entity"]["id"]);
}

TEST_F(WritingTest, WhatIsNotThereOrNotJudgedIsRefused) {
  const std::string wen = Id("H'Wên Êban");
  const std::string nobody = "0123456789abcdef";
  EXPECT_EQ(Judge({{"verdict", "same"}, {"a", wen}, {"b", nobody}}).status, 404);
  EXPECT_EQ(Judge({{"verdict", "same"}, {"a", wen}, {"b", wen}}).status, 400);
  EXPECT_EQ(Judge({{"verdict", "same"}, {"a", wen}, {"b", "H'Wên"}}).status, 400);
  const std::string document = DocumentId("daklak-2023");
  EXPECT_EQ(Judge({{"verdict", "same"}, {"a", wen}, {"b", document}}).status, 400);
  EXPECT_EQ(
      Judge({{"verdict", "different"}, {"a", wen}, {"documents", {document, document}}}).status,
      400);
}

TEST(OrderTest, EachWrongFieldIsToldByName) {
  const std::pair<const char*, const char*> wrong[] = {
      {R"({"a":"1","b":"2"})", "'verdict'"},
      {R"({"verdict":"equal","a":"1","b":"2"})", "'verdict'"},
      {R"({"verdict":"same","b":"2"})", "'a'"},
      {R"({"verdict":"same","a":"1"})", "'b'"},
      {R"({"verdict":"same","a":1,"b":"2"})", "'a'"},
      {R"({"verdict":"same","a":"1","b":"2","documents":["3","4"]})", "'documents'"},
      {R"({"verdict":"same","a":"1","documents":["3","4"]})", "different"},
      {R"({"verdict":"different","a":"1","documents":["3"]})", "'documents'"},
      {R"({"verdict":"same","a":"1","b":"2","auhtor":"x"})", "'auhtor'"}};
  for (const auto& [body, field] : wrong) {
    const Result<Order> order = OrderOf(Post(body), "x");
    ASSERT_FALSE(order.has_value()) << body;
    EXPECT_EQ(order.error().code, Code::kInvalidArgument);
    EXPECT_THAT(order.error().message, HasSubstr(field));
  }
  const std::string long_note =
      R"({"verdict":"same","a":"1","b":"2","note":")" + std::string(4001, 'x') + "\"}";
  EXPECT_EQ(OrderOf(Post(long_note), "x").error().code, Code::kInvalidArgument);
}

TEST(OrderTest, ABodyThatIsNoJsonObjectIsBadInput) {
  for (const char* body : {"", "{", "[]", "\"same\"", "{\"a\":\"\xff\"}"}) {
    const Result<Order> order = OrderOf(Post(body), "x");
    ASSERT_FALSE(order.has_value()) << body;
    EXPECT_EQ(order.error().code, Code::kBadInput);
  }
  Request form = Post("verdict=same");
  form.headers["content-type"] = "application/x-www-form-urlencoded";
  EXPECT_EQ(OrderOf(form, "x").error().code, Code::kInvalidArgument);
}

TEST(OrderTest, OnlyTheResourcesOfJudgementsAreWrittenTo) {
  EXPECT_NE(MatchWrite("POST", "/v1/judgements").route, nullptr);
  EXPECT_EQ(MatchWrite("DELETE", "/v1/judgements/0123456789abcdef").id, "0123456789abcdef");
  EXPECT_EQ(MatchWrite("GET", "/v1/judgements").route, nullptr);
  EXPECT_EQ(MatchWrite("POST", "/v1/review").route, nullptr);
  EXPECT_EQ(MatchWrite("DELETE", "/v1/judgements").route, nullptr);
}

}  // namespace
}  // namespace chido::api
