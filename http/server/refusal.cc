#include "http/server/refusal.h"

#include "http/api/problem.h"

namespace chido {

void Refuse(const Error& error, int status, httplib::Response& response) {
  api::Response problem = api::Problem(error, status);
  response.status = problem.status;
  for (const auto& [name, value] : problem.headers) response.set_header(name, value);
  response.set_content(problem.body, problem.content_type);
}

bool RefuseBody(const httplib::Request& request, std::size_t most_bytes,
                httplib::Response& response) {
  if (request.get_header_value<std::uint64_t>("Content-Length") > most_bytes) {
    Refuse({Code::kTooLarge, "the body is larger than this server takes"}, 413, response);
    return true;
  }
  if (request.has_header("Transfer-Encoding")) {
    Refuse({Code::kInvalidArgument, "send the body with Content-Length, not in chunks"}, 411,
           response);
    return true;
  }
  if (request.has_header("Content-Encoding")) {
    Refuse({Code::kInvalidArgument, "send the body without Content-Encoding"}, 415, response);
    return true;
  }
  for (const std::string_view bare : {"GET", "HEAD", "OPTIONS", "DELETE"}) {
    if (request.method == bare) return false;
  }
  if (!request.has_header("Content-Length")) {
    Refuse({Code::kInvalidArgument, "a request with this method needs Content-Length"}, 411,
           response);
    return true;
  }
  return false;
}

}  // namespace chido
