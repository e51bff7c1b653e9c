#include "http/server/guarded_server.h"

#include <sys/socket.h>

#include <algorithm>
#include <cctype>
#include <thread>

#include "graph/base/error.h"
#include "http/server/refusal.h"

namespace chido {
namespace {

constexpr int kBacklog = 1'024;
constexpr std::string_view kShedAnswer =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: "
    "close\r\n\r\n";

constexpr std::string_view kTooLargeAnswer =
    "HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: "
    "close\r\n\r\n";

/// httplib wants a queue for its accept loop; ours only parks the socket, so it may run right
/// there.
class RunInline final : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> job) override { job(); }
  void shutdown() override {}
};

std::string Lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

api::Request ToApi(const httplib::Request& request) {
  api::Request made;
  made.method = request.method;
  made.path = request.path;
  for (const auto& [key, value] : request.params) made.query.emplace_back(key, value);
  for (const auto& [key, value] : request.headers) made.headers.emplace(Lower(key), value);
  made.body = request.body;
  return made;
}

// Names for metrics from bounded sets, whatever clients ask for.

std::string_view MethodOf(std::string_view method) {
  for (const std::string_view known : {"GET", "HEAD", "POST", "DELETE"}) {
    if (method == known) return known;
  }
  return "other";
}

std::string RouteOf(std::string_view path) {
  if (!path.starts_with("/v1/"))
    return path == "/healthz" || path == "/" ? std::string(path) : "other";
  const std::size_t end = std::min(path.find('/', 4), path.size());
  for (const std::string_view known :
       {"/v1/search", "/v1/suggest", "/v1/entities", "/v1/officials", "/v1/directives", "/v1/paths",
        "/v1/statements", "/v1/documents", "/v1/predicates", "/v1/stats", "/v1/chaired",
        "/v1/cited", "/v1/trace", "/v1/judgements", "/v1/review"}) {
    if (path.substr(0, end) == known) return std::string(known);
  }
  return "other";
}

}  // namespace

GuardedServer::GuardedServer(Handler handler, const EdgeOptions& options)
    : handler_(std::move(handler)),
      options_(options),
      workers_(options.workers, options.most_waiting),
      parking_(std::make_unique<Parking>(
          [this](std::shared_ptr<Connection> connection) { Wake(std::move(connection)); },
          options.idle_time, options.most_connections)) {
  new_task_queue = [] { return new RunInline; };
  set_tcp_nodelay(true);
  set_payload_max_length(options.limits.request_bytes);
  set_socket_options([this](socket_t fd) {
    const int yes = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    listener_ = fd;
  });
  // One rule for every path: routes are ours, and a handler's body is never overwritten.
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    // httplib reads a body only on its way to a route, and takes other kinds of them apart itself.
    const bool json = request.method == "POST" &&
                      request.get_header_value("Content-Type").starts_with("application/json");
    httplib::Response refused;
    if (json && !RefuseBody(request, options_.limits.request_bytes, refused)) {
      return HandlerResponse::Unhandled;
    }
    Answer(request, response);
    return HandlerResponse::Handled;
  });
  Post(R"([\s\S]*)", [this](const httplib::Request& request, httplib::Response& response) {
    Answer(request, response);
  });
  set_exception_handler(
      [](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
        Refuse({Code::kInternal, "the request failed by a fault of the program"}, 500, response);
      });
  set_error_handler(HandlerWithResponse([](const httplib::Request&, httplib::Response& response) {
    if (!response.body.empty()) return HandlerResponse::Unhandled;
    Refuse(
        {Code::kInvalidArgument, "the request is not well-formed HTTP within this server's limits"},
        response.status, response);
    return HandlerResponse::Handled;
  }));
}

GuardedServer::~GuardedServer() {
  Stop();
  parking_->Stop();
  workers_.Stop();
}

bool GuardedServer::Bind(const std::string& host, int port) {
  // SO_REUSEPORT is httplib's default and would let two servers share a port in silence; see the
  // socket options above.
  if (port == 0) {
    port_ = bind_to_any_port(host);
    bound_ = port_ > 0;
  } else {
    bound_ = bind_to_port(host, port);
    port_ = port;
  }
  // httplib listens with a backlog of 5; a second call raises it.
  if (bound_) ::listen(listener_, kBacklog);
  return bound_;
}

bool GuardedServer::Serve() {
  if (stopping_) return true;
  const bool clean = listen_after_bind();
  parking_->Stop();
  workers_.Stop();
  return clean || stopping_;
}

void GuardedServer::Stop() {
  if (stopping_.exchange(true) || !bound_) return;
  // A stop before the loop runs is lost, so wait for it; Serve() checks `stopping_` before it
  // starts.
  for (int i = 0; i < 100 && !is_running(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  parking_->Stop();
  httplib::Server::stop();
}

bool GuardedServer::process_and_close_socket(socket_t fd) {
  parking_->Park(std::make_shared<Connection>(fd, options_.limits));
  return true;
}

void GuardedServer::Wake(std::shared_ptr<Connection> connection) {
  if (workers_.TryRun([this, connection] { ServeConnection(connection); })) return;
  metrics_.CountShed();
  connection->Say(kShedAnswer);
}

void GuardedServer::ServeConnection(const std::shared_ptr<Connection>& connection) {
  do {
    connection->StartRequest();
    if (!ServeOne(*connection) || stopping_) return;
  } while (connection->HasBuffered());
  parking_->Park(connection);
}

/// True if the connection may carry another request.
bool GuardedServer::ServeOne(Connection& connection) {
  bool closed = false;
  bool close_after = connection.LastRequest();
  const bool answered =
      process_request(connection, close_after, closed,
                      [this, &close_after, &connection](httplib::Request& request) {
                        request.remote_addr = connection.peer();
                        Restrain(request, close_after);
                      });
  // httplib gives up on a head over the budget without a word.
  if (!answered && connection.over_budget()) connection.Say(kTooLargeAnswer);
  return answered && !closed && !close_after && !connection.over_budget();
}

void GuardedServer::Restrain(httplib::Request& request, bool& close_after) const {
  request.ranges.clear();
  request.headers.erase("Range");
  request.headers.erase("REMOTE_ADDR");
  request.headers.erase("REMOTE_PORT");
  const bool gzip = request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
  request.headers.erase("Accept-Encoding");
  if (gzip) request.set_header("Accept-Encoding", "gzip");
  const bool plain = (request.method == "GET" || request.method == "HEAD") &&
                     !request.has_header("Content-Length") &&
                     !request.has_header("Transfer-Encoding");
  if (plain && !stopping_) return;
  // The body may stay unread: nothing behind it may be taken for a request.
  close_after = true;
  request.headers.erase("Connection");
  request.set_header("Connection", "close");
}

void GuardedServer::Answer(const httplib::Request& request, httplib::Response& response) {
  const auto start = std::chrono::steady_clock::now();
  if (!RefuseBody(request, options_.limits.request_bytes, response)) {
    api::Response made;
    if (request.path == "/metrics") {
      made.content_type = "text/plain; version=0.0.4; charset=utf-8";
      made.body = metrics_.Text();
    } else {
      made = handler_(ToApi(request));
    }
    response.status = made.status;
    for (const auto& [name, value] : made.headers) response.set_header(name, value);
    response.set_content(made.body, made.content_type);
  }
  metrics_.Count(MethodOf(request.method), RouteOf(request.path), response.status,
                 std::chrono::steady_clock::now() - start, response.body.size());
}

}  // namespace chido
