// Measures linking on an invented world: see README.md.
#include <array>
#include <iostream>

#include "graph/base/command.h"
#include "tests/world/cost.h"
#include "tests/world/report.h"
#include "tests/world/run.h"

namespace chido::world {
namespace {

using enum OptionSpec::Kind;

std::vector<OptionSpec> WorldOptionSpecs() {
  return {{.kind = kInteger, .name = "articles", .help = "How many.", .default_value = "10000"},
          {.kind = kInteger,
           .name = "officials",
           .help = "How many at most.",
           .default_value = "5000",
           .minimum = 100},
          {.kind = kInteger, .name = "seed", .help = "Of the world.", .default_value = "1"},
          {.kind = kInteger,
           .name = "slips",
           .help = "Misspelt names in ten thousand.",
           .default_value = "40"},
          {.kind = kInteger,
           .name = "unplaced",
           .help = "Articles without a province in a thousand of those that may be.",
           .default_value = "40"}};
}

WorldOptions OptionsOf(const Arguments& arguments) {
  return {.seed = static_cast<std::uint64_t>(arguments.Integer("seed")),
          .officials = static_cast<std::size_t>(arguments.Integer("officials")),
          .slips = static_cast<double>(arguments.Integer("slips")) / 1e4,
          .missing_province = static_cast<double>(arguments.Integer("unplaced")) / 1e3};
}

std::size_t Count(const Arguments& arguments, std::string_view name) {
  return static_cast<std::size_t>(arguments.Integer(name));
}

Result<int> Measure(const Arguments& arguments, Terminal& terminal) {
  Run run({.world = OptionsOf(arguments),
           .from_text = arguments.String("from") == "text",
           .with_store = !arguments.Flag("at-once")});
  run.Add(Count(arguments, "articles"));
  PrintFigures(run, terminal.out);
  const std::size_t errors = Count(arguments, "errors");
  if (errors > 0) PrintErrors(run, errors, terminal.out);
  return 0;
}

Result<int> Show(const Arguments& arguments, Terminal& terminal) {
  World world(OptionsOf(arguments));
  PrintArticles(world, Count(arguments, "skip"), Count(arguments, "articles"), terminal.out);
  return 0;
}

Result<int> Cost(const Arguments& arguments, Terminal& terminal) {
  PrintCost(OptionsOf(arguments), Count(arguments, "articles"), Count(arguments, "namesakes"),
            terminal.out);
  return 0;
}

std::vector<Command> Commands() {
  Command measure{.name = "measure",
                  .summary = "Link a world's articles and compare with the truth",
                  .example = "chido_world measure --articles 10000 --from text --errors 5",
                  .options = WorldOptionSpecs(),
                  .run = Measure};
  measure.options.push_back({.name = "from",
                             .help = "What is linked.",
                             .default_value = "readings",
                             .choices = {"text", "readings"}});
  measure.options.push_back(
      {.kind = kFlag,
       .name = "at-once",
       .help = "Solve each block once, without a store: faster, same links."});
  measure.options.push_back({.kind = kInteger,
                             .name = "errors",
                             .help = "Print as many wrong merges, wrong splits and missed things.",
                             .default_value = "0"});
  Command show{.name = "show",
               .summary = "Print articles with their perfect readings",
               .example = "chido_world show --articles 3",
               .options = WorldOptionSpecs(),
               .run = Show};
  show.options.push_back({.kind = kInteger,
                          .name = "skip",
                          .help = "As many articles come first unseen.",
                          .default_value = "0"});
  Command cost{.name = "cost",
               .summary = "Time the adding of one article while the store grows",
               .example = "chido_world cost --articles 100000 --namesakes 5000",
               .options = WorldOptionSpecs(),
               .run = Cost};
  cost.options.push_back({.kind = kInteger,
                          .name = "namesakes",
                          .help = "People of one name.",
                          .default_value = "5000"});
  return {measure, show, cost};
}

}  // namespace
}  // namespace chido::world

int main(int argc, char** argv) {
  chido::Terminal terminal{std::cout, std::cerr};
  const std::vector<chido::Command> commands = chido::world::Commands();
  const std::span<const char* const> arguments(argv, static_cast<std::size_t>(argc));
  return chido::RunCommandLine(commands, arguments, terminal);
}
