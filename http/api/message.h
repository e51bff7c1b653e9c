#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/base/error.h"

namespace chido::api {

/// A request as the API sees it: decoded, bounded, without sockets.
struct Request {
  std::string method = "GET";
  std::string path;                                         ///< decoded, starts with '/'
  std::vector<std::pair<std::string, std::string>> query;   ///< decoded, in the order given
  std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
  std::string body;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json; charset=utf-8";
  std::vector<std::pair<std::string, std::string>>
      headers;  ///< without Content-Type and Content-Length
  std::string body;
  std::optional<Error> error;  ///< why it is a problem, for callers in the same process
};

}  // namespace chido::api
