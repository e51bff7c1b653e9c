#include "http/server/guarded_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

namespace chido {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// A plain socket to the server under test.
class Client {
 public:
  explicit Client(int port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
  }
  ~Client() { ::close(fd_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  bool Send(std::string_view bytes) const {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
      const ssize_t n = ::send(fd_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (n <= 0) return false;
      sent += static_cast<std::size_t>(n);
    }
    return true;
  }
  /// What comes until `needle` stands in it `times` times, the peer closes, or the time is over.
  std::string ReadUntil(std::string_view needle, int times = 1,
                        milliseconds most = milliseconds(4000)) {
    const auto end = steady_clock::now() + most;
    std::string got;
    while (Count(got, needle) < times) {
      const auto left = std::chrono::duration_cast<milliseconds>(end - steady_clock::now()).count();
      pollfd one{fd_, POLLIN, 0};
      if (left <= 0 || ::poll(&one, 1, static_cast<int>(left)) <= 0) break;
      char buffer[65536];
      const ssize_t n = ::recv(fd_, buffer, sizeof(buffer), 0);
      if (n <= 0) {
        closed_ = true;
        break;
      }
      got.append(buffer, static_cast<std::size_t>(n));
    }
    return got;
  }
  bool closed() const { return closed_; }

 private:
  static int Count(std::string_view text, std::string_view needle) {
    int count = 0;
    for (std::size_t at = text.find(needle); at != text.npos; at = text.find(needle, at + 1))
      ++count;
    return count;
  }
  int fd_;
  bool connected_ = false;
  bool closed_ = false;
};

/// Echoes the path; "/big" is 100 kB, "/throw" throws, "/peer" tells the client's address as the
/// handler sees it.
api::Response Echo(const api::Request& request) {
  api::Response response;
  response.content_type = "text/plain";
  if (request.path == "/slow") std::this_thread::sleep_for(milliseconds(500));
  if (request.path == "/throw") throw std::runtime_error("secret detail");
  response.body = request.path == "/big" ? std::string(100'000, 'x') : "[" + request.path + "]";
  if (request.path == "/body") response.body = "<" + request.body + ">";
  if (request.path == "/headers") {
    response.body.clear();
    for (const auto& [name, value] : request.headers) response.body += name + "=" + value + ";";
  }
  return response;
}

class GuardedServerTest : public ::testing::Test {
 protected:
  void SetUp() override { Start({}); }
  void Start(const EdgeOptions& options) {
    Finish();
    server_ = std::make_unique<GuardedServer>(Echo, options);
    ASSERT_TRUE(server_->Bind("127.0.0.1", 0));
    thread_ = std::thread([this] { server_->Serve(); });
  }
  void Finish() {
    if (server_) server_->Stop();
    if (thread_.joinable()) thread_.join();
    server_.reset();
  }
  void TearDown() override { Finish(); }
  int port() const { return server_->port(); }
  std::string Ask(std::string_view request, std::string_view until = "\r\n\r\n") {
    Client client(port());
    client.Send(request);
    return client.ReadUntil(until);
  }

  std::unique_ptr<GuardedServer> server_;
  std::thread thread_;
};

TEST_F(GuardedServerTest, AnswersARequest) {
  const std::string answer = Ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n", "[/a]");
  EXPECT_NE(answer.find("200"), std::string::npos);
  EXPECT_NE(answer.find("[/a]"), std::string::npos);
}

TEST_F(GuardedServerTest, AnswersPipelinedRequestsInOrder) {
  Client client(port());
  client.Send("GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string answer = client.ReadUntil("[/b]");
  EXPECT_LT(answer.find("[/a]"), answer.find("[/b]"));
  EXPECT_NE(answer.find("[/b]"), std::string::npos);
}

TEST_F(GuardedServerTest, KeepAliveAnswersWithoutDelay) {
  Client client(port());
  const auto start = steady_clock::now();
  for (int i = 0; i < 20; ++i) {
    client.Send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_NE(client.ReadUntil("[/a]").find("[/a]"), std::string::npos);
  }
  // With Nagle's algorithm each round trip would cost 40 ms.
  EXPECT_LT(steady_clock::now() - start, milliseconds(600));
}

TEST_F(GuardedServerTest, SilentConnectionsHoldNoWorker) {
  Start({.workers = 2});
  std::vector<std::unique_ptr<Client>> silent;
  for (int i = 0; i < 200; ++i) silent.push_back(std::make_unique<Client>(port()));
  const auto start = steady_clock::now();
  EXPECT_NE(Ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n", "[/a]").find("[/a]"), std::string::npos);
  EXPECT_LT(steady_clock::now() - start, milliseconds(1000));
}

TEST_F(GuardedServerTest, ManyConnectionsAtOnceAreAllAnswered) {
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 300; ++i) clients.push_back(std::make_unique<Client>(port()));
  for (const auto& client : clients) client->Send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  for (const auto& client : clients) {
    EXPECT_NE(client->ReadUntil("[/a]").find("[/a]"), std::string::npos);
  }
}

TEST_F(GuardedServerTest, AWholeSocketOfHeadersIsCutOffAtTheBudget) {
  Client client(port());
  client.Send("GET /a HTTP/1.1\r\n");
  std::string lines;
  for (int i = 0; i < 4000; ++i) lines += "X-H" + std::to_string(i) + ": aaaaaaaaaaaaaaaaaaaa\r\n";
  client.Send(lines);
  const std::string answer = client.ReadUntil("\r\n\r\n");
  EXPECT_EQ(answer.find("[/a]"), std::string::npos);
  EXPECT_EQ(answer.find(" 200 "), std::string::npos) << answer;
}

TEST_F(GuardedServerTest, AnEndlessLineIsCutOffAtTheBudget) {
  Client client(port());
  client.Send("GET /" + std::string(200'000, 'a'));
  const std::string answer = client.ReadUntil("\r\n\r\n");
  EXPECT_EQ(answer.find(" 200 "), std::string::npos);
}

TEST_F(GuardedServerTest, ASlowSenderIsCutOffAtTheDeadline) {
  EdgeOptions options;
  options.limits.request_time = milliseconds(300);
  Start(options);
  Client client(port());
  client.Send("GET /a HTT");
  const auto start = steady_clock::now();
  client.ReadUntil("never", 1, milliseconds(3000));
  EXPECT_TRUE(client.closed());
  EXPECT_LT(steady_clock::now() - start, milliseconds(1500));
}

TEST_F(GuardedServerTest, ChunkedBodiesAreRefusedAndTheConnectionCloses) {
  Client client(port());
  client.Send(
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
  const std::string answer = client.ReadUntil("never", 1, milliseconds(1500));
  EXPECT_NE(answer.find(" 411 "), std::string::npos) << answer;
  EXPECT_TRUE(client.closed());
}

TEST_F(GuardedServerTest, CodedBodiesAreRefused) {
  const std::string answer =
      Ask("POST /a HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
  EXPECT_NE(answer.find(" 415 "), std::string::npos) << answer;
}

TEST_F(GuardedServerTest, ABodyWithoutLengthIsRefused) {
  EXPECT_NE(Ask("POST /a HTTP/1.1\r\nHost: x\r\n\r\n").find(" 411 "), std::string::npos);
}

TEST_F(GuardedServerTest, ABodyOfJsonIsReadAndOthersAreNot) {
  const std::string head = "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\nContent-Type: ";
  EXPECT_NE(Ask(head + "application/json\r\n\r\n{\"a\":1}", ">").find("<{\"a\":1}>"),
            std::string::npos);
  EXPECT_NE(Ask(head + "application/x-www-form-urlencoded\r\n\r\na=1&b=2", ">").find("<>"),
            std::string::npos);
}

TEST_F(GuardedServerTest, DeletingNeedsNoLength) {
  EXPECT_NE(Ask("DELETE /a HTTP/1.1\r\nHost: x\r\n\r\n", "[/a]").find(" 200 "), std::string::npos);
}

TEST_F(GuardedServerTest, AnAnswerThatTookLongToMakeStillArrives) {
  EdgeOptions options;
  options.limits.request_time = milliseconds(200);
  Start(options);
  EXPECT_NE(Ask("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n", "[/slow]").find("[/slow]"),
            std::string::npos);
}

TEST_F(GuardedServerTest, ABodyOverTheBudgetIsRefused) {
  const std::string answer =
      Ask("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\nabc");
  EXPECT_EQ(answer.find("[/a]"), std::string::npos) << answer;
}

TEST_F(GuardedServerTest, ANestedRequestInAnUnreadBodyIsNotExecuted) {
  Client client(port());
  client.Send(
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nGET /smuggled "
      "HTTP/1.1\r\nHost: "
      "x\r\n\r\n");
  const std::string answer = client.ReadUntil("never", 1, milliseconds(1500));
  EXPECT_EQ(answer.find("smuggled"), std::string::npos) << answer;
}

TEST_F(GuardedServerTest, RangesAreIgnored) {
  Client client(port());
  client.Send(
      "GET /big HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1,3-4,6-7\r\nConnection: close\r\n\r\n");
  const std::string answer = client.ReadUntil("never");
  EXPECT_NE(answer.find(" 200 "), std::string::npos);
  EXPECT_GT(answer.size(), 100'000u);
}

TEST_F(GuardedServerTest, BrotliIsNotSpokenAndGzipIs) {
  Client client(port());
  client.Send(
      "GET /big HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n");
  const std::string answer = client.ReadUntil("never");
  EXPECT_NE(answer.find("Content-Encoding: gzip"), std::string::npos) << answer.substr(0, 300);
  EXPECT_LT(answer.size(), 10'000u);
}

TEST_F(GuardedServerTest, AThrowingHandlerTellsNothingOfItself) {
  const std::string answer = Ask("GET /throw HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(answer.find(" 500 "), std::string::npos);
  EXPECT_EQ(answer.find("secret"), std::string::npos) << answer;
}

TEST_F(GuardedServerTest, TheClientCannotPassOffAnAddress) {
  const std::string answer =
      Ask("GET /headers HTTP/1.1\r\nHost: x\r\nREMOTE_ADDR: 6.6.6.6\r\n\r\n", "host=");
  EXPECT_EQ(answer.find("6.6.6.6"), std::string::npos) << answer;
}

TEST_F(GuardedServerTest, MoreThanTheQueueHoldsIsTurnedAwayWith503) {
  EdgeOptions options;
  options.workers = 1;
  options.most_waiting = 1;
  options.limits.request_time = milliseconds(800);
  Start(options);
  // Half a request keeps the only worker; a second one waits; the rest is too much.
  Client slow(port());
  slow.Send("GET /a HT");
  std::this_thread::sleep_for(milliseconds(100));
  Client waiting(port());
  waiting.Send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(100));
  const std::string answer = Ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(answer.find(" 503 "), std::string::npos) << answer;
}

TEST_F(GuardedServerTest, StopsAtOnceWithIdleConnections) {
  std::vector<std::unique_ptr<Client>> idle;
  for (int i = 0; i < 20; ++i) idle.push_back(std::make_unique<Client>(port()));
  Ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n", "[/a]");
  const auto start = steady_clock::now();
  Finish();
  EXPECT_LT(steady_clock::now() - start, milliseconds(1500));
}

TEST_F(GuardedServerTest, AStopBeforeServingIsNotLost) {
  GuardedServer server(Echo, {});
  ASSERT_TRUE(server.Bind("127.0.0.1", 0));
  server.Stop();
  EXPECT_TRUE(server.Serve());
}

TEST_F(GuardedServerTest, ATakenPortIsTold) {
  GuardedServer second(Echo, {});
  EXPECT_FALSE(second.Bind("127.0.0.1", port()));
}

TEST_F(GuardedServerTest, CountsWhatItAnswers) {
  Ask("GET /v1/search HTTP/1.1\r\nHost: x\r\n\r\n", "[/v1/search]");
  const std::string answer =
      Ask("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "never");
  EXPECT_NE(answer.find(
                "chido_http_requests_total{method=\"GET\",route=\"/v1/search\",status=\"200\"} 1"),
            std::string::npos)
      << answer;
}

}  // namespace
}  // namespace chido
