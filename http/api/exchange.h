#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/algo/search.h"
#include "graph/base/json_writer.h"
#include "graph/store/store.h"
#include "graph/view/store_graph.h"
#include "http/api/labels.h"
#include "http/api/message.h"
#include "http/api/params.h"

namespace chido::api {

/// One request on its way to an answer: what is asked, of which moment of the store, and the JSON
/// that is written. One per request; not thread-safe. Store and request must outlive it.
class Exchange {
 public:
  Exchange(const Store& store_, const Request& request_, Params params_, Language language_)
      : store(store_),
        request(request_),
        snapshot(store_.Read()),
        params(params_),
        language(language_) {}

  /// The entity, kept for the rest of the request. Error kCorruption if it is missing.
  Result<const Entity*> Load(EntityId id);
  /// Puts names that may have been meant beside the error that the handler returns.
  std::unexpected<Error> NotNamed(std::string_view text, std::optional<EntityType> type,
                                  std::vector<SearchHit> like);

  const Store& store;
  const Request& request;
  const std::unique_ptr<Snapshot> snapshot;
  const Params params;
  const Language language;
  Entity entity;                       ///< of a path with an entity's id: the living one
  StatementId statement;               ///< of a path with a statement's id
  DocumentId document;                 ///< of a path with a document's id
  std::string judgement;               ///< of a path with a judgement's key
  JsonWriter json;                     ///< the answer
  std::vector<SearchHit> suggestions;  ///< see `NotNamed`
  bool unchanging = false;             ///< the answer is the same as long as this binary runs

 private:
  std::map<EntityId, Entity> loaded_;
};

/// What one request may read: a walk that is cut short says so in its answer.
Budget RequestBudget();

}  // namespace chido::api
