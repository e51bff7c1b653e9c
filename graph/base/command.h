#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"

namespace chido {

/// One option or positional of a subcommand. `--store DIR` need not be declared: it is known
/// everywhere.
struct OptionSpec {
  /// `kStringList` is an option that may be given several times.
  enum class Kind { kFlag, kString, kStringList, kInteger, kPositional, kPositionalList };
  Kind kind = Kind::kString;
  std::string name;  ///< without dashes, e.g. "workers"; for positionals a noun, e.g. "NAME"
  std::string help;  ///< one sentence
  std::string default_value;  ///< shown in help and given when absent; empty for none
  bool required = false;
  long minimum = 0;                  ///< of integers
  long maximum = 1'000'000'000;      ///< of integers
  std::vector<std::string> choices;  ///< allowed values; empty for any
};

/// What the user typed for one subcommand, after checking against its specs.
class Arguments {
 public:
  bool Flag(std::string_view name) const;
  /// The value or the default of the spec; empty if neither.
  std::string String(std::string_view name) const;
  long Integer(std::string_view name) const;
  const std::vector<std::string>& List(std::string_view name) const;
  /// `--store DIR`; kInvalidArgument with the remedy if it is missing.
  Result<std::string> Store() const;

  std::map<std::string, std::vector<std::string>, std::less<>> values;
};

/// Where a command writes. `out_is_terminal` decides on progress bars and colour.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
};

/// One subcommand of `chido`.
struct Command {
  std::string name;
  std::string summary;  ///< one line
  std::string example;  ///< one or more whole command lines, shown under --help
  std::vector<OptionSpec> options;
  /// The exit code 0..1, or an error whose row gives the exit code.
  std::function<Result<int>(const Arguments&, Terminal&)> run;
};

/// Parses `argv`, runs the command and returns the process's exit code. Errors go to `terminal.err`
/// as one sentence after "chido: ". Handles --help, --version and `--store` before or after the
/// subcommand.
int RunCommandLine(std::span<const Command> commands, std::span<const char* const> argv,
                   Terminal& terminal);

}  // namespace chido
