#include <gtest/gtest.h>
#include <httplib.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "graph/store/store.h"
#include "tests/support/program.h"
#include "tests/support/served.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using Json = nlohmann::json;

const std::string kKey = "0123456789abcdef0123456789abcdef";

/// The real binary serving a store in which one invented name is told of in two provinces.
class JudgeOverHttpTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* province : {"Đắk Lắk", "Lai Châu"}) Tell(province);
    const std::string keys = folder_ / "keys";
    std::ofstream(keys) << "toa-soan " << kKey << '\n';
    std::filesystem::permissions(keys, std::filesystem::perms::owner_read);
    // Without a look of its own: what is seen is seen because of the change.
    server_.emplace(std::vector<std::string>{"--store", store_, "--keys", keys, "--refresh", "0"});
    ASSERT_GT(server_->port(), 0) << server_->program().ErrSoFar();
    client_.emplace("127.0.0.1", server_->port());
  }

  void Tell(const std::string& province) {
    const std::string file = folder_ / (province + ".txt");
    std::ofstream(file) << "Hội nghị tại " << province
                        << "\n\nNgày 21/7/2023, đồng chí Lương Văn Khải, Trưởng Ban Tuyên giáo "
                           "Tỉnh ủy "
                        << province << " chủ trì hội nghị công tác tuyên giáo.\n";
    const auto run = testing::RunChido({"ingest", file, "--store", store_, "--quiet"});
    ASSERT_EQ(run.exit_code, 0) << run.err;
  }
  std::vector<std::string> Bearers() {
    std::vector<std::string> ids;
    const auto answer = client_->Get("/v1/entities?name=luong%20van%20khai&type=official");
    const Json bearers = Json::parse(answer ? answer->body : "{}");
    for (const Json& item : bearers["items"]) ids.push_back(item["id"]);
    return ids;
  }
  httplib::Result Post(const Json& body, const std::string& key = kKey) {
    httplib::Headers headers;
    if (!key.empty()) headers.emplace("Authorization", "Bearer " + key);
    return client_->Post("/v1/judgements", headers, body.dump(), "application/json");
  }
  httplib::Result Delete(const std::string& key) {
    return client_->Delete("/v1/judgements/" + key, {{"Authorization", "Bearer " + kKey}});
  }
  const std::string& store() const { return store_; }
  httplib::Client& client() { return *client_; }
  testing::Served& server() { return *server_; }

 private:
  testing::TemporaryFolder folder_;
  std::string store_ = folder_ / "store";
  std::optional<testing::Served> server_;
  std::optional<httplib::Client> client_;
};

TEST_F(JudgeOverHttpTest, TheNextQuestionSeesWhatWasJudgedAndTakenBack) {
  const std::vector<std::string> ids = Bearers();
  ASSERT_EQ(ids.size(), 2U);
  const auto made =
      Post({{"verdict", "same"}, {"a", ids[0]}, {"b", ids[1]}, {"note", "một người"}});
  ASSERT_TRUE(made);
  ASSERT_EQ(made->status, 201) << made->body;
  const Json told = Json::parse(made->body);
  EXPECT_EQ(told["author"], "toa-soan");
  EXPECT_EQ(Bearers().size(), 1U);
  const auto found = client().Get(made->get_header_value("Location"));
  ASSERT_TRUE(found);
  EXPECT_EQ(Json::parse(found->body), told);
  const auto refused = Post({{"verdict", "different"}, {"a", ids[0]}, {"b", ids[1]}});
  EXPECT_EQ(refused->status, 400) << refused->body;  // they are one now
  const auto back = Delete(told["key"]);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->status, 200) << back->body;
  EXPECT_EQ(Bearers(), ids);
  EXPECT_EQ(Delete(told["key"])->status, 404);
  EXPECT_NE(client()
                .Get("/metrics")
                ->body.find(R"(method="POST",route="/v1/judgements",status="201"} 1)"),
            std::string::npos);
  EXPECT_NE(server().program().ErrSoFar().find("POST /v1/judgements by toa-soan: 201"),
            std::string::npos);
}

TEST_F(JudgeOverHttpTest, WithoutTheKeyNothingIsWritten) {
  const std::vector<std::string> ids = Bearers();
  const Json body{{"verdict", "same"}, {"a", ids.at(0)}, {"b", ids.at(1)}};
  const auto none = Post(body, "");
  ASSERT_TRUE(none);
  EXPECT_EQ(none->status, 401);
  EXPECT_EQ(none->get_header_value("WWW-Authenticate"), "Bearer realm=\"chido\"");
  EXPECT_EQ(Post(body, kKey + "0")->status, 403);
  EXPECT_EQ(client().Delete("/v1/judgements/0123456789abcdef")->status, 401);
  EXPECT_EQ(Bearers(), ids);
}

TEST_F(JudgeOverHttpTest, WhileSomebodyElseWritesTheAskerIsToldWhenToComeBack) {
  const std::vector<std::string> ids = Bearers();
  const Json body{{"verdict", "same"}, {"a", ids.at(0)}, {"b", ids.at(1)}};
  auto held = Store::Open(store());
  ASSERT_TRUE(held.has_value());
  const auto busy = Post(body);
  ASSERT_TRUE(busy);
  EXPECT_EQ(busy->status, 503) << busy->body;
  EXPECT_EQ(busy->get_header_value("Retry-After"), "5");
  held->reset();
  EXPECT_EQ(Post(body)->status, 201);
}

TEST_F(JudgeOverHttpTest, WithoutAFileOfKeysNothingCanBeWritten) {
  testing::Served reader({"--store", store()});
  ASSERT_GT(reader.port(), 0);
  httplib::Client asker("127.0.0.1", reader.port());
  const auto answer =
      asker.Post("/v1/judgements", {{"Authorization", "Bearer " + kKey}}, "{}", "application/json");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 405);
}

TEST(JudgeOverHttpKeysTest, AFileOfKeysThatOthersMayReadEndsTheServer) {
  const testing::TemporaryFolder folder;
  const std::string keys = folder / "keys";
  std::ofstream(keys) << "toa-soan " << kKey << '\n';
  std::filesystem::permissions(keys, std::filesystem::perms(0644));
  ASSERT_TRUE(Store::Open(folder / "store", {.create_if_missing = true}).has_value());
  const auto run =
      testing::RunChido({"serve", "--store", folder / "store", "--port", "0", "--keys", keys});
  EXPECT_EQ(run.exit_code, RowOf(Code::kInvalidArgument).exit_code);
  EXPECT_NE(run.err.find("chmod 600"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace chido
