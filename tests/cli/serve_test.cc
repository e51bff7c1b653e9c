#include <gtest/gtest.h>
#include <httplib.h>

#include <csignal>
#include <fstream>
#include <string>
#include <thread>

#include "tests/support/program.h"
#include "tests/support/served.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using testing::ProgramResult;

constexpr int kMostLooks = 300;
constexpr std::chrono::milliseconds kLook(100);

/// A store with one invented article, made by the binary.
void Ingest(const std::string& folder, const std::string& store, const std::string& name) {
  const std::string file = folder + "/" + name + ".txt";
  std::ofstream(file) << "Sáng 12/3/2024, đồng chí " << name
                      << ", Bí thư Tỉnh ủy Lai Châu chủ trì Hội nghị giao ban quý I.\n";
  const ProgramResult run = testing::RunChido({"ingest", file, "--store", store, "--quiet"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
}

/// Whether the answer to a search for `name` holds `wanted`, now or soon.
bool Finds(int port, const std::string& query, const std::string& wanted) {
  httplib::Client client("127.0.0.1", port);
  for (int look = 0; look < kMostLooks; ++look, std::this_thread::sleep_for(kLook)) {
    const auto answer = client.Get("/v1/search?type=official&q=" + query);
    if (answer && answer->body.find(wanted) != std::string::npos) return true;
  }
  return false;
}

TEST(ServeTest, ShowsWhatIsIngestedMeanwhileAndEndsCleanlyWhenAsked) {
  const testing::TemporaryFolder folder;
  const std::string store = folder / "store";
  Ingest(folder / "", store, "Lò Văn Thử");
  testing::Served server({"--store", store, "--refresh", "1"});
  const int port = server.port();
  ASSERT_GT(port, 0) << server.program().ErrSoFar();
  EXPECT_TRUE(Finds(port, "lo%20van%20thu", "Lò Văn Thử"));
  Ingest(folder / "", store, "Vàng Thị Mẫu");
  EXPECT_TRUE(Finds(port, "vang%20thi%20mau", "Vàng Thị Mẫu"));
  server.program().Signal(SIGTERM);
  EXPECT_EQ(server.program().Wait().exit_code, 0);
}

}  // namespace
}  // namespace chido
