#include "graph/base/command.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace chido {
namespace {

constexpr std::string_view kVersion = "chido 0.1.0";

void AddOption(CLI::App& app, const OptionSpec& spec, std::vector<std::string>& values) {
  using Kind = OptionSpec::Kind;
  const bool positional = spec.kind == Kind::kPositional || spec.kind == Kind::kPositionalList;
  CLI::Option* option = nullptr;
  if (spec.kind == Kind::kFlag) {
    app.add_flag_callback("--" + spec.name, [&values] { values = {"1"}; }, spec.help);
    return;
  }
  option = app.add_option(positional ? spec.name : "--" + spec.name, values, spec.help);
  // Into a vector, an option would otherwise take the words of the next positional too.
  if (spec.kind != Kind::kPositionalList) option->allow_extra_args(false);
  if (spec.kind != Kind::kPositionalList && spec.kind != Kind::kStringList) option->expected(1);
  if (spec.required) option->required();
  if (!spec.default_value.empty()) option->default_str(spec.default_value);
  if (spec.kind == Kind::kInteger) option->check(CLI::Range(spec.minimum, spec.maximum));
  if (!spec.choices.empty()) option->check(CLI::IsMember(spec.choices));
}

void AddStoreOption(CLI::App& app, std::string& store) {
  app.add_option("--store", store, "The store's folder (or the variable CHIDO_STORE)")
      ->type_name("DIR");
}

/// One subcommand with the values that the parser fills.
struct Parsed {
  const Command* command = nullptr;
  CLI::App* app = nullptr;
  std::map<std::string, std::vector<std::string>, std::less<>> values;
};

Arguments Finish(const Parsed& parsed, const std::string& store) {
  Arguments arguments{parsed.values};
  for (const OptionSpec& spec : parsed.command->options) {
    auto& value = arguments.values[spec.name];
    if (value.empty() && !spec.default_value.empty()) value = {spec.default_value};
  }
  std::string folder = store;
  if (folder.empty()) {
    if (const char* variable = std::getenv("CHIDO_STORE")) folder = variable;
  }
  if (!folder.empty()) arguments.values["store"] = {folder};
  return arguments;
}

int Report(const Error& error, Terminal& terminal) {
  terminal.err << "chido: " << error.message << '\n';
  return RowOf(error.code).exit_code;
}

}  // namespace

bool Arguments::Flag(std::string_view name) const { return !List(name).empty(); }

std::string Arguments::String(std::string_view name) const {
  const auto& list = List(name);
  return list.empty() ? std::string() : list.front();
}

long Arguments::Integer(std::string_view name) const {
  const std::string text = String(name);
  return text.empty() ? 0 : std::strtol(text.c_str(), nullptr, 10);
}

const std::vector<std::string>& Arguments::List(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = values.find(name);
  return found == values.end() ? kNone : found->second;
}

Result<std::string> Arguments::Store() const {
  const std::string folder = String("store");
  if (folder.empty()) {
    return Fail(Code::kInvalidArgument,
                "no store is named: add --store DIR (the folder made by `chido ingest`), or set "
                "CHIDO_STORE");
  }
  return folder;
}

int RunCommandLine(std::span<const Command> commands, std::span<const char* const> argv,
                   Terminal& terminal) {
  CLI::App app{"chido: who chaired what, who held which post, and where a directive was cited"};
  app.set_version_flag("--version", std::string(kVersion));
  app.require_subcommand(1);
  std::string store;
  AddStoreOption(app, store);
  std::vector<Parsed> parsed(commands.size());
  for (std::size_t i = 0; i < commands.size(); ++i) {
    parsed[i].command = &commands[i];
    parsed[i].app = app.add_subcommand(commands[i].name, commands[i].summary);
    parsed[i].app->footer("Example:\n  " + commands[i].example);
    AddStoreOption(*parsed[i].app, store);
    for (const OptionSpec& spec : commands[i].options) {
      AddOption(*parsed[i].app, spec, parsed[i].values[spec.name]);
    }
  }
  try {
    app.parse(static_cast<int>(argv.size()), argv.data());
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, terminal.out, terminal.err);
    return code == 0 ? 0 : RowOf(Code::kInvalidArgument).exit_code;
  }
  for (const Parsed& one : parsed) {
    if (!one.app->parsed()) continue;
    const Result<int> code = one.command->run(Finish(one, store), terminal);
    terminal.out.flush();
    return code.has_value() ? *code : Report(code.error(), terminal);
  }
  return RowOf(Code::kInvalidArgument).exit_code;
}

}  // namespace chido
