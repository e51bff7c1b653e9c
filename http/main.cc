// The only main of the product: joins the commands of each room.

#include <unistd.h>

#include <iostream>
#include <iterator>
#include <vector>

#include "graph/base/command.h"
#include "graph/commands.h"
#include "http/commands.h"
#include "http/commands_serve.h"
#include "ingest/commands.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::vector<chido::Command> commands;
  for (auto& room : {chido::IngestCommands(), chido::QueryCommands(), chido::JudgeCommands(),
                     chido::StoreCommands()}) {
    commands.insert(commands.end(), room.begin(), room.end());
  }
  commands.push_back(chido::ServeCommand());
  chido::Terminal terminal{std::cout, std::cerr, isatty(STDOUT_FILENO) == 1,
                           isatty(STDERR_FILENO) == 1};
  const std::vector<const char*> arguments(argv, argv + argc);
  return chido::RunCommandLine(commands, arguments, terminal);
}
