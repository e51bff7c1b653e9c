#include "http/api/api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/sample_store.h"

namespace chido::api {
namespace {

using Json = nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ApiTest : public ::testing::Test {
 protected:
  Response Ask(const std::string& target) const {
    return Api(sample().store()).Answer(RequestOf(target));
  }
  Json Json200(const std::string& target) const {
    const Response response = Ask(target);
    EXPECT_EQ(response.status, 200) << target << "\n" << response.body;
    return Json::parse(response.body);
  }
  std::string Official(const char* label) const {
    return ToString(sample().Find(EntityType::kOfficial, label));
  }
  static std::string HeaderOf(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
      if (key == name) return value;
    }
    return "";
  }
  static std::vector<std::string> LabelsOf(const Json& refs) {
    std::vector<std::string> labels;
    for (const Json& ref : refs) labels.push_back(ref["label"]);
    return labels;
  }
  static testing::SampleStore& sample() {
    static testing::SampleStore store;
    return store;
  }
};

TEST_F(ApiTest, NamesAreFoundWithoutDiacriticsAndWithOtherApostrophes) {
  for (const char* name : {"h%27wen%20eban", "H%E2%80%99W%C3%AAn+%C3%8Aban", "hwen eban"}) {
    const Json found = Json200("/v1/search?type=official&q=" + std::string(name));
    ASSERT_FALSE(found["items"].empty()) << name;
    EXPECT_EQ(found["items"][0]["label"], "H'Wên Êban");
  }
}

TEST_F(ApiTest, ANameWithItsTonesComesBeforeOnesThatDifferInTone) {
  const Json vinh = Json200("/v1/search?type=official&q=Tr%E1%BA%A7n+Quang+Vinh");
  EXPECT_EQ(vinh["items"][0]["label"], "Trần Quang Vinh");
  EXPECT_EQ(vinh["items"][0]["fit"], "tone-exact");
  EXPECT_EQ(vinh["items"][1]["label"], "Trần Quang Vịnh");
  EXPECT_EQ(vinh["items"][1]["fit"], "exact");
}

TEST_F(ApiTest, ASearchIsReadPageByPageWithoutRepeats) {
  std::set<std::string> seen;
  std::string cursor;
  std::size_t pages = 0;
  do {
    const Json page = Json200("/v1/search?q=tran+quang&limit=1&cursor=" + cursor);
    ASSERT_EQ(page["items"].size(), 1U);
    EXPECT_TRUE(seen.insert(page["items"][0]["id"]).second);
    cursor = page["next"].is_null() ? "" : page["next"].get<std::string>();
    ++pages;
  } while (!cursor.empty());
  EXPECT_EQ(pages, 3U);
}

TEST_F(ApiTest, ASearchWithoutAMatchSuggestsLikeNames) {
  const Json found = Json200("/v1/search?q=wen+ebanh");
  EXPECT_TRUE(found["items"].empty() || found["items"][0]["fit"] == "similar");
  const Json none = Json200("/v1/search?q=zzzz+qqqq+wwww");
  EXPECT_TRUE(none["items"].empty());
}

TEST_F(ApiTest, AnOfficialHasPostsNowAndBefore) {
  const Json wen = Json200("/v1/entities/" + Official("H'Wên Êban"));
  ASSERT_EQ(wen["roles"]["now"].size(), 1U);
  EXPECT_EQ(wen["roles"]["now"][0]["title"], "Trưởng Ban");
  EXPECT_EQ(wen["roles"]["now"][0]["body"]["label"], "Ban Tuyên giáo Tỉnh ủy Đắk Lắk");
  EXPECT_EQ(wen["roles"]["as_of"], "2023-07-22");
  ASSERT_EQ(wen["roles"]["past"].size(), 1U);
  EXPECT_EQ(wen["roles"]["past"][0]["title"], "Phó Trưởng Ban");
  EXPECT_EQ(wen["description"], "Trưởng Ban, Ban Tuyên giáo Tỉnh ủy Đắk Lắk");
}

TEST_F(ApiTest, AMergedIdIsRedirectedWithItsPathAndQuery) {
  const std::string merged = ToString(testing::SampleStore::kMerged);
  const Response response = Ask("/v1/officials/" + merged + "/meetings?part=chaired");
  EXPECT_EQ(response.status, 308);
  EXPECT_EQ(HeaderOf(response, "Location"),
            "/v1/officials/" + Official("H'Wên Êban") + "/meetings?part=chaired");
  const Json moved = Json::parse(response.body);
  EXPECT_EQ(moved["id"], Official("H'Wên Êban"));
  EXPECT_EQ(moved["reason"], "linked");
  EXPECT_TRUE(moved["judgement"].is_null());
}

TEST_F(ApiTest, AnUnknownIdIsNotFoundAndAnIdOfOtherTypeToo) {
  EXPECT_EQ(Ask("/v1/entities/00000000000000aa").status, 404);
  EXPECT_EQ(Ask("/v1/statements/00000000000000aa").status, 404);
  EXPECT_EQ(Ask("/v1/documents/00000000000000aa").status, 404);
  const std::string document = ToString(sample().Document("daklak-2023"));
  const Response response = Ask("/v1/officials/" + document + "/meetings");
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(response.body, HasSubstr("is a document, not an official"));
}

TEST_F(ApiTest, WhatIsNoIdIsRefusedWithTheRemedy) {
  for (const char* id : {"abc", "00000000000000AA", "00000000000000aa0"}) {
    const Response response = Ask("/v1/entities/" + std::string(id));
    EXPECT_EQ(response.status, 400) << id;
    EXPECT_THAT(response.body, HasSubstr("16 lower-case hexadecimal digits"));
  }
}

TEST_F(ApiTest, ChairedListsMeetingsWithDatesOrganisersCoChairsAndQuotes) {
  const Json answer = Json200("/v1/chaired?name=h%27wen+eban");
  ASSERT_EQ(answer["items"].size(), 1U);
  const Json& meetings = answer["items"][0]["items"];
  ASSERT_EQ(meetings.size(), 2U);
  EXPECT_EQ(meetings[0]["date"], "2021-03-10");
  EXPECT_EQ(meetings[0]["date_inferred"], false);
  EXPECT_TRUE(meetings[0]["place"].is_null());
  EXPECT_EQ(meetings[1]["date"], "2023-07-21");
  EXPECT_EQ(meetings[1]["date_inferred"], true);
  EXPECT_EQ(meetings[1]["jurisdiction"], "Đắk Lắk");
  EXPECT_THAT(LabelsOf(meetings[1]["organisers"]), ElementsAre("Ban Tuyên giáo Tỉnh ủy Đắk Lắk"));
  EXPECT_THAT(LabelsOf(meetings[1]["co_chairs"]), ElementsAre("Trần Quang Vịnh"));
  const Json& quote = meetings[1]["quotes"][0];
  EXPECT_THAT(quote["text"].get<std::string>(), HasSubstr("đồng chủ trì hội nghị"));
  EXPECT_EQ(quote["line"], 3);
  EXPECT_EQ(quote["document"]["origin"], "vidu/daklak-2023.txt");
  EXPECT_EQ(meetings[1]["quotes"].back()["repeats"], true) << "the caption";
}

TEST_F(ApiTest, NamesakesAreAnsweredApartUnlessTheTonesDecide) {
  EXPECT_EQ(Json200("/v1/chaired?name=tran+quang+vinh")["items"].size(), 3U)
      << "typed without tones: it may be any of the three";
  EXPECT_EQ(Json200("/v1/chaired?name=Tr%E1%BA%A7n+Quang+Vinh")["items"].size(), 1U)
      << "typed with tones: one alone is called so";
  EXPECT_EQ(Json200("/v1/chaired?name=TR%E1%BA%A6N+QUANG+V%E1%BB%8ANH")["items"].size(), 2U)
      << "two people are called Vịnh";
}

TEST_F(ApiTest, AnUnknownNameIsAProblemWithSuggestions) {
  const Response response = Ask("/v1/chaired?name=H%27Wen+Ebanh");
  EXPECT_EQ(response.status, 404);
  const Json problem = Json::parse(response.body);
  EXPECT_EQ(problem["code"], "not-found");
  EXPECT_THAT(LabelsOf(problem["suggestions"]), ::testing::Contains("H'Wên Êban"));
  EXPECT_THAT(problem["detail"].get<std::string>(), HasSubstr("did you mean H'Wên Êban"));
}

TEST_F(ApiTest, MeetingsAreSelectedByPartAndDate) {
  const std::string meetings = "/v1/officials/" + Official("H'Wên Êban") + "/meetings";
  EXPECT_EQ(Json200(meetings)["items"].size(), 2U);
  EXPECT_EQ(Json200(meetings + "?part=spoke_at")["items"].size(), 1U);
  EXPECT_EQ(Json200(meetings + "?part=chaired&at=2021")["items"].size(), 1U);
  EXPECT_EQ(Json200(meetings + "?part=chaired&at=2019")["items"].size(), 0U);
  EXPECT_EQ(Json200(meetings + "?limit=1")["truncated"], true);
}

TEST_F(ApiTest, CoChairsAreCountedByMeeting) {
  const Json partners = Json200("/v1/officials/" + Official("H'Wên Êban") + "/cochairs");
  ASSERT_EQ(partners["items"].size(), 1U);
  EXPECT_EQ(partners["items"][0]["official"]["label"], "Trần Quang Vịnh");
  EXPECT_EQ(partners["items"][0]["count"], 1);
}

TEST_F(ApiTest, RelationsArePagedOverBothDirections) {
  const std::string base = "/v1/entities/" + Official("H'Wên Êban") + "/relations";
  const Json whole = Json200(base + "?limit=500");
  EXPECT_TRUE(whole["next"].is_null());
  Json pieced = Json::array();
  std::string cursor;
  do {
    const Json page = Json200(base + "?limit=2&cursor=" + cursor);
    EXPECT_LE(page["items"].size(), 2U);
    for (const Json& item : page["items"]) pieced.push_back(item);
    cursor = page["next"].is_null() ? "" : page["next"].get<std::string>();
  } while (!cursor.empty());
  EXPECT_EQ(pieced, whole["items"]);
  const auto both = whole["items"].size();
  const auto out = Json200(base + "?direction=out")["items"].size();
  const auto in = Json200(base + "?direction=in")["items"].size();
  EXPECT_EQ(out + in, both);
  EXPECT_GT(in, 0U);
}

TEST_F(ApiTest, RelationsAreFilteredByPredicateDateAndConfidence) {
  const std::string base = "/v1/entities/" + Official("H'Wên Êban") + "/relations?direction=out";
  EXPECT_EQ(Json200(base + "&predicate=chaired")["items"].size(), 2U);
  EXPECT_EQ(Json200(base + "&predicate=chaired&at=2023-07")["items"].size(), 1U);
  EXPECT_EQ(Json200(base + "&predicate=chaired&min_confidence=0.95")["items"].size(), 0U);
}

TEST_F(ApiTest, ACursorOfAnotherQuestionIsRefused) {
  const std::string base = "/v1/entities/" + Official("H'Wên Êban") + "/relations";
  EXPECT_EQ(Ask(base + "?cursor=zzz").status, 400);
  const Json page = Json200(base + "?direction=out&limit=1");
  EXPECT_EQ(Ask(base + "?direction=in&cursor=" + page["next"].get<std::string>()).status, 400);
}

TEST_F(ApiTest, DirectivesOfOneNumberAreListedApart) {
  const Json found = Json200("/v1/directives?number=4-QC/TU");
  ASSERT_EQ(found["items"].size(), 2U);
  std::set<std::string> issuers;
  for (const Json& item : found["items"]) issuers.insert(item["issuer"]);
  EXPECT_THAT(issuers, ElementsAre("Tỉnh ủy Lai Châu", "Tỉnh ủy Đắk Lắk"));
}

TEST_F(ApiTest, ANumberIsFoundInAllItsForms) {
  for (const char* number :
       {"35-NQ/TW", "35-nq/tw", "35-NQ/T%C6%AF", "Ngh%E1%BB%8B+quy%E1%BA%BFt+s%E1%BB%91+35-NQ/TW",
        "nghi+quyet+35-NQ/TW"}) {
    const Json found = Json200("/v1/directives?number=" + std::string(number));
    ASSERT_EQ(found["items"].size(), 1U) << number;
    EXPECT_EQ(found["items"][0]["number"], "35-NQ/TW");
  }
}

TEST_F(ApiTest, ATraceCountsDocumentsAndTellsSpeakersAndMeetings) {
  const Json traces = Json200("/v1/cited?number=35-NQ/TW");
  ASSERT_EQ(traces["items"].size(), 1U);
  const Json& trace = traces["items"][0];
  EXPECT_EQ(trace["citing_documents"], 3);
  EXPECT_FALSE(trace.contains("links"));
  const Json& newest = trace["citations"].back();
  EXPECT_EQ(newest["speaker"]["label"], "H'Wên Êban");
  EXPECT_EQ(newest["function"], "reviews");
  EXPECT_EQ(newest["function_label"], "sơ kết, tổng kết");
  EXPECT_EQ(newest["meeting_date"], "2023-07-21");
}

TEST_F(ApiTest, ATraceFollowsReplacementsBothWays) {
  for (const char* number : {"85-Q%C4%90/TW", "30-Q%C4%90/TW"}) {
    const Json trace = Json200("/v1/trace?number=" + std::string(number))["items"][0];
    ASSERT_EQ(trace["links"].size(), 1U) << number;
    EXPECT_EQ(trace["links"][0]["from"]["label"], "Quyết định 85-QĐ/TW");
    EXPECT_EQ(trace["links"][0]["to"]["label"], "Quyết định 30-QĐ/TW");
    EXPECT_EQ(trace["links"][0]["function_label"], "thay thế");
  }
}

TEST_F(ApiTest, PathsAreFoundByNameAndTellNamesakes) {
  const Json found =
      Json200("/v1/paths?from=H%27W%C3%AAn+%C3%8Aban&to=Tr%E1%BA%A7n+Quang+V%E1%BB%8Bnh");
  EXPECT_EQ(found["from"]["entity"]["label"], "H'Wên Êban");
  EXPECT_EQ(found["to"]["namesakes"].size(), 1U);
  for (const Json& path : found["paths"]) EXPECT_EQ(path["length"], path["steps"].size());
}

TEST_F(ApiTest, ANeighbourhoodStaysWithinItsLimit) {
  const std::string base = "/v1/entities/" + Official("H'Wên Êban") + "/neighbourhood";
  const Json small = Json200(base + "?hops=2&limit=3");
  EXPECT_EQ(small["nodes"].size(), 3U);
  EXPECT_EQ(small["truncated"], true);
  EXPECT_EQ(small["nodes"][0]["distance"], 0);
  const Json whole = Json200(base + "?hops=2&limit=500");
  EXPECT_GT(whole["nodes"].size(), 3U);
  EXPECT_EQ(whole["truncated"], false);
}

TEST_F(ApiTest, ADocumentShowsItsTextAndWhatIsReadWhere) {
  const Json document = Json200("/v1/documents/" + ToString(sample().Document("daklak-2023")));
  const std::string text = document["text"];
  bool wen = false;
  for (const Json& mention : document["mentions"]) {
    if (mention["entity"]["label"] != "H'Wên Êban") continue;
    for (const Json& span : mention["spans"]) {
      const std::size_t begin = span["begin"];
      const std::size_t end = span["end"];
      EXPECT_EQ(text.substr(begin, end - begin), "H'Wên Êban");
      wen = true;
    }
  }
  EXPECT_TRUE(wen);
  EXPECT_EQ(document["blocks"].back()["kind"], "caption");
  EXPECT_EQ(document["jurisdiction"], "Đắk Lắk");
  EXPECT_GT(document["statements"].size(), 5U);
}

TEST_F(ApiTest, LabelsFollowTheLanguage) {
  Request request = RequestOf("/v1/predicates");
  request.headers["accept-language"] = "en-GB, vi;q=0.5";
  const Json english = Json::parse(Api(sample().store()).Answer(request).body);
  EXPECT_EQ(english["items"][1]["label"], "chaired");
  EXPECT_EQ(Json200("/v1/predicates")["items"][1]["label"], "chủ trì");
  request.query.emplace_back("lang", "vi");
  const Json asked = Json::parse(Api(sample().store()).Answer(request).body);
  EXPECT_EQ(asked["items"][1]["label"], "chủ trì");
}

TEST_F(ApiTest, UnknownAndRepeatedAndOverlongParametersAreRefusedByName) {
  EXPECT_THAT(Ask("/v1/search?q=a&colour=red").body, HasSubstr("unknown parameter 'colour'"));
  EXPECT_EQ(Ask("/v1/search?q=a&colour=red").status, 400);
  EXPECT_THAT(Ask("/v1/search?q=a&q=b").body, HasSubstr("given twice"));
  EXPECT_EQ(Ask("/v1/search?q=" + std::string(501, 'a')).status, 400);
  EXPECT_EQ(Ask("/v1/search?q=+").status, 400);
}

TEST_F(ApiTest, EveryLimitIsBounded) {
  const std::string id = Official("H'Wên Êban");
  for (const std::string& target :
       {std::string("/v1/search?q=a&limit=101"), std::string("/v1/search?q=a&limit=0"),
        std::string("/v1/search?q=a&limit=-1"), std::string("/v1/search?q=a&limit=x"),
        "/v1/entities/" + id + "/relations?limit=501",
        "/v1/entities/" + id + "/neighbourhood?hops=5",
        "/v1/entities/" + id + "/relations?min_confidence=1.5",
        "/v1/entities/" + id + "/relations?min_confidence=nan",
        "/v1/entities/" + id + "/relations?at=31-12-2023",
        "/v1/entities/" + id + "/relations?predicate=liked",
        "/v1/entities/" + id + "/relations?direction=up",
        std::string("/v1/paths?from=a&to=b&max_hops=9"), std::string("/v1/search?q=a&type=cat")}) {
    EXPECT_EQ(Ask(target).status, target.find("paths") != std::string::npos ? 404 : 400) << target;
  }
}

TEST_F(ApiTest, OtherMethodsAreRefusedWithAllow) {
  Request request = RequestOf("/v1/stats");
  request.method = "DELETE";
  const Response response = Api(sample().store()).Answer(request);
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(HeaderOf(response, "Allow"), "GET, HEAD");
}

TEST_F(ApiTest, AnUnchangedAnswerIsNotSentAgain) {
  const Response first = Ask("/v1/stats");
  Request again = RequestOf("/v1/stats");
  again.headers["if-none-match"] = HeaderOf(first, "ETag");
  const Response second = Api(sample().store()).Answer(again);
  EXPECT_EQ(second.status, 304);
  EXPECT_TRUE(second.body.empty());
}

TEST_F(ApiTest, DamagedBytesInAQuestionGiveValidJson) {
  const Response response = Ask("/v1/chaired?name=%FF%FE%C3");
  EXPECT_EQ(response.status, 404);
  EXPECT_NO_THROW(std::ignore = Json::parse(response.body));
  EXPECT_EQ(Ask("/v1/%FF").status, 404);
}

TEST(TargetTest, WhatIsWrittenIsReadBack) {
  const Request request = RequestOf("/v1/search?q=h%27lim+ni%C3%AA&type=official&empty=&bare");
  EXPECT_EQ(request.path, "/v1/search");
  EXPECT_EQ(request.query[0], std::pair(std::string("q"), std::string("h'lim niê")));
  EXPECT_EQ(request.query[2].second, "");
  EXPECT_EQ(request.query[3].first, "bare");
  const Request back = RequestOf(TargetOf(request));
  EXPECT_EQ(back.query, request.query);
  EXPECT_EQ(RequestOf("/v1/search?q=%zz%4").query[0].second, "%zz%4");
}

}  // namespace
}  // namespace chido::api
