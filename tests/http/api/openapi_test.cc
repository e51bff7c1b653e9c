#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>

#include "http/api/api.h"
#include "http/api/openapi.h"
#include "http/api/routes.h"
#include "http/api/writing.h"
#include "tests/http/api/schema.h"
#include "tests/support/sample_store.h"

namespace chido::api {
namespace {

using Json = nlohmann::json;

const Json& Document() {
  static const Json kDocument = Json::parse(OpenApiText());
  return kDocument;
}

const Json& Resolved(const Json& value) {
  if (!value.contains("$ref")) return value;
  return Document().at(Json::json_pointer(value["$ref"].get<std::string>().substr(1)));
}

std::set<std::string> QueryParameters(const Json& operation) {
  std::set<std::string> names;
  for (const Json& parameter : operation.value("parameters", Json::array())) {
    const Json& resolved = Resolved(parameter);
    if (resolved["in"] == "query") names.insert(resolved["name"].get<std::string>());
  }
  return names;
}

/// The request that the examples of an operation's parameters make.
Request ExampleOf(std::string path, const Json& operation) {
  Request request;
  for (const Json& parameter : operation.value("parameters", Json::array())) {
    const Json& resolved = Resolved(parameter);
    if (!resolved.contains("example")) continue;
    const Json& example = resolved["example"];
    const std::string value = example.is_string() ? example.get<std::string>() : example.dump();
    if (resolved["in"] == "path") {
      path.replace(path.find("{id}"), 4, value);
    } else {
      request.query.emplace_back(resolved["name"].get<std::string>(), value);
    }
  }
  request.path = path;
  return request;
}

TEST(OpenApiTest, EveryRouteIsDescribedWithItsParameters) {
  for (const Route& route : Routes()) {
    const Json& paths = Document()["paths"];
    ASSERT_TRUE(paths.contains(route.pattern)) << route.pattern;
    const Json& operation = paths[std::string(route.pattern)]["get"];
    EXPECT_EQ(operation["operationId"], route.operation);
    const std::set<std::string> known(route.parameters.begin(), route.parameters.end());
    EXPECT_EQ(QueryParameters(operation), known) << route.pattern;
  }
}

TEST(OpenApiTest, EveryDescribedPathHasARoute) {
  std::set<std::string> patterns;
  std::set<std::string_view> operations;
  for (const Route& route : Routes()) {
    patterns.emplace(route.pattern);
    EXPECT_TRUE(operations.insert(route.operation).second) << route.operation;
  }
  for (const auto& [path, methods] : Document()["paths"].items()) {
    EXPECT_TRUE(patterns.contains(path)) << path;
    for (const auto& [method, operation] : methods.items()) {
      if (method == "get") continue;
      const auto wanted = [&](const WriteRoute& route) {
        return route.pattern == path && route.operation == operation["operationId"];
      };
      EXPECT_TRUE(std::ranges::any_of(WriteRoutes(), wanted)) << method << ' ' << path;
    }
  }
}

TEST(OpenApiTest, EveryReferenceLeadsSomewhere) {
  const auto walk = [](const auto& self, const Json& value) -> void {
    if (value.is_object() && value.contains("$ref")) {
      EXPECT_NO_THROW(Resolved(value)) << value["$ref"];
    }
    if (value.is_structured()) {
      for (const Json& child : value) self(self, child);
    }
  };
  walk(walk, Document());
}

TEST(OpenApiTest, EveryExampleExecutesAndItsAnswerFitsTheSchema) {
  testing::SampleStore sample;
  const Api api(sample.store());
  for (const auto& [path, methods] : Document()["paths"].items()) {
    const Json& operation = methods["get"];
    const Request request = ExampleOf(path, operation);
    const Response response = api.Answer(request);
    ASSERT_EQ(response.status, 200)
        << TargetOf(request) << "\n"
        << response.body << "\nThe examples use ids of the sample store: official "
        << ToString(sample.Find(EntityType::kOfficial, "H'Wên Êban")) << ", document "
        << ToString(sample.Document("daklak-2023")) << ", directive (4-QC/TU) and statement (one "
        << "that she chaired) as their listings tell";
    const Json& schema = operation["responses"]["200"]["content"]["application/json"]["schema"];
    const Json answer = Json::parse(response.body);
    EXPECT_THAT(testing::Misfits(Document(), schema, answer, path), ::testing::IsEmpty());
    EXPECT_FALSE(answer.contains("items") && answer["items"].empty())
        << TargetOf(request) << " shows nothing";
  }
}

TEST(OpenApiTest, EveryExampleThatWritesExecutesAndItsAnswerFitsTheSchema) {
  for (const WriteRoute& route : WriteRoutes()) {
    testing::SampleStore sample;
    std::string method(route.method);
    std::ranges::transform(method, method.begin(), [](unsigned char c) { return std::tolower(c); });
    const Json& operation = Document()["paths"][std::string(route.pattern)][method];
    EXPECT_EQ(operation["operationId"], route.operation);
    Request request = ExampleOf(std::string(route.pattern), operation);
    request.method = route.method;
    if (operation.contains("requestBody")) {
      const Json& content = operation["requestBody"]["content"]["application/json"];
      EXPECT_THAT(testing::Misfits(Document(), content["schema"], content["example"], "example"),
                  ::testing::IsEmpty());
      request.headers["content-type"] = "application/json";
      request.body = content["example"].dump();
    }
    const Result<Order> order = OrderOf(request, "tester");
    ASSERT_TRUE(order.has_value()) << order.error().message;
    const Response response = CarryOut(sample.store(), *order);
    const Json& answers = operation["responses"];
    ASSERT_TRUE(response.status < 300 && answers.contains(std::to_string(response.status)))
        << route.operation << "\n"
        << response.body << "\nThe examples use ids of the sample store: "
        << Api(sample.store()).Answer(RequestOf("/v1/review")).body << "\n"
        << Api(sample.store()).Answer(RequestOf("/v1/judgements")).body;
    const Json& schema =
        answers[std::to_string(response.status)]["content"]["application/json"]["schema"];
    EXPECT_THAT(testing::Misfits(Document(), schema, Json::parse(response.body), method),
                ::testing::IsEmpty());
  }
}

TEST(OpenApiTest, AProblemFitsItsSchema) {
  testing::SampleStore sample;
  const Api api(sample.store());
  const Json& schema = Document()["components"]["schemas"]["Problem"];
  for (const char* target : {"/v1/chaired?name=H'Wen+Ebann", "/v1/nothing", "/v1/search"}) {
    const Response response = api.Answer(RequestOf(target));
    EXPECT_GE(response.status, 400);
    EXPECT_EQ(response.content_type, "application/problem+json; charset=utf-8");
    EXPECT_THAT(testing::Misfits(Document(), schema, Json::parse(response.body), target),
                ::testing::IsEmpty());
  }
}

}  // namespace
}  // namespace chido::api
