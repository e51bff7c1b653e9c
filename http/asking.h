#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/algo/search.h"
#include "graph/base/command.h"
#include "graph/store/store.h"
#include "http/api/message.h"

namespace chido {

/// One question typed on the command line: the request that the API would be asked, and the store,
/// opened so that somebody else may write to it meanwhile.
struct Asking {
  std::unique_ptr<Store> store;
  std::unique_ptr<Snapshot> snapshot;
  api::Request request;

  /// Writes what the API answers, exactly; an error besides, where that is a problem.
  Result<int> AnswerAsJson(Terminal& terminal) const;
};

/// Opens the store. The request is for `path`, with the options in `parameters` that were given.
/// Errors: those of `Store::Open`.
Result<Asking> Ask(const Arguments& arguments, std::string path,
                   std::initializer_list<std::string_view> parameters);

/// The words of a positional list as one name: quotes around it may be left out.
std::string WordsOf(const Arguments& arguments, std::string_view positional);

/// The entities that a name, number or id stands for, at most 20. Error kNotFound with what may
/// have been meant, for people.
Result<std::vector<Entity>> EntitiesCalled(const Snapshot& snapshot, std::string_view text,
                                           std::optional<EntityType> type);

/// Declarations that several commands share.
OptionSpec JsonFlag();
OptionSpec WordsSpec(std::string name, std::string help);
OptionSpec LimitSpec(std::string help, long fallback, long most);
OptionSpec AtSpec();

}  // namespace chido
