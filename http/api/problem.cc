#include "http/api/problem.h"

#include "graph/base/json_writer.h"
#include "http/api/forms.h"

namespace chido::api {

Response Problem(const Error& error, int status, std::span<const SearchHit> suggestions,
                 std::string_view contradicts) {
  const ErrorRow& row = RowOf(error.code);
  Response response;
  response.status = status == 0 ? row.http_status : status;
  response.content_type = "application/problem+json; charset=utf-8";
  response.headers.emplace_back("Cache-Control", "no-store");
  JsonWriter json;
  json.BeginObject();
  json.Field("type", "urn:chido:problem:" + std::string(row.slug));
  json.Field("title", row.title).Field("status", response.status);
  json.Field("detail", error.message).Field("code", row.slug);
  if (!suggestions.empty()) {
    json.Key("suggestions").BeginArray();
    for (const SearchHit& hit : suggestions) WriteRef(json, hit.entity);
    json.EndArray();
  }
  if (!contradicts.empty()) json.Key("contradicts").Raw(contradicts);
  json.EndObject();
  response.body = json.Take();
  response.error = error;
  return response;
}

}  // namespace chido::api
