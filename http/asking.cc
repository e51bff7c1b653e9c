#include "http/asking.h"

#include <ostream>

#include "http/api/api.h"
#include "http/api/naming.h"

namespace chido {
namespace {

constexpr std::size_t kMostNamesakes = 20;

}  // namespace

Result<int> Asking::AnswerAsJson(Terminal& terminal) const {
  const api::Response response = api::Api(*store).Answer(request);
  terminal.out << response.body << '\n';
  if (response.error) return std::unexpected(*response.error);
  return 0;
}

Result<Asking> Ask(const Arguments& arguments, std::string path,
                   std::initializer_list<std::string_view> parameters) {
  Asking asking;
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  CHIDO_ASSIGN(asking.store, Store::Open(folder, {.read_only = true}));
  asking.snapshot = asking.store->Read();
  asking.request.path = std::move(path);
  for (const std::string_view parameter : parameters) {
    std::string value = arguments.String(parameter);
    if (!value.empty()) asking.request.query.emplace_back(parameter, std::move(value));
  }
  return asking;
}

std::string WordsOf(const Arguments& arguments, std::string_view positional) {
  std::string words;
  for (const std::string& word : arguments.List(positional)) {
    if (!words.empty()) words.push_back(' ');
    words += word;
  }
  return words;
}

Result<std::vector<Entity>> EntitiesCalled(const Snapshot& snapshot, std::string_view text,
                                           std::optional<EntityType> type) {
  CHIDO_ASSIGN(api::Named named, api::FindNamed(snapshot, text, type, kMostNamesakes));
  if (named.entities.empty()) {
    return std::unexpected(api::NothingNamed(text, type, named.suggestions));
  }
  return std::move(named.entities);
}

OptionSpec JsonFlag() {
  return {.kind = OptionSpec::Kind::kFlag,
          .name = "json",
          .help = "Write exactly the JSON that the API answers to the same question"};
}

OptionSpec WordsSpec(std::string name, std::string help) {
  return {.kind = OptionSpec::Kind::kPositionalList,
          .name = std::move(name),
          .help = std::move(help),
          .required = true};
}

OptionSpec LimitSpec(std::string help, long fallback, long most) {
  return {.kind = OptionSpec::Kind::kInteger,
          .name = "limit",
          .help = std::move(help),
          .default_value = std::to_string(fallback),
          .minimum = 1,
          .maximum = most};
}

OptionSpec AtSpec() {
  return {.name = "at", .help = "Only what held then: 2023-07-21, 2023-07, 2023, 2021/2023 (EDTF)"};
}

}  // namespace chido
