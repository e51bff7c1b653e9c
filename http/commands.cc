#include "http/commands.h"

#include "graph/exchange/export.h"
#include "http/asking.h"

namespace chido {
namespace {

Command SearchCommand() {
  std::vector<std::string> types;
  for (const EntityType type : kEntityTypes) types.emplace_back(NameOf(type));
  return {.name = "search",
          .summary = "Find people, bodies, places, meetings, documents by name",
          .example = "chido search 'tran quang vinh' --type official --store data",
          .options = {WordsSpec("NAME", "A name or its beginning, with or without diacritics"),
                      {.name = "type", .help = "Only this type", .choices = types},
                      LimitSpec("Most results", 20, 100),
                      JsonFlag()},
          .run = RunSearch};
}

Command ShowCommand() {
  return {.name = "show",
          .summary = "Show an entity with its posts and relations",
          .example = "chido show 'Ban Tuyên giáo Tỉnh ủy Đắk Lắk' --store data",
          .options = {WordsSpec("NAME", "A name, or an id of 16 hexadecimal digits"), JsonFlag()},
          .run = RunShow};
}

Command ChairedCommand() {
  return {.name = "chaired",
          .summary = "List the meetings that a person chaired, with quotes",
          .example = "chido chaired \"H'Wên Êban\" --at 2023 --store data",
          .options = {WordsSpec("NAME", "Name or id; all who bear the name are answered"), AtSpec(),
                      LimitSpec("Most meetings of each person", 100, 1000), JsonFlag()},
          .run = RunChaired};
}

Command CitedCommand() {
  return {.name = "cited",
          .summary = "List where a directive is cited: article, meeting, speaker, quote",
          .example = "chido cited 04-QC/TU --store data",
          .options = {WordsSpec("NUMBER", "As printed, e.g. 35-NQ/TW; or a name, or an id"),
                      LimitSpec("Most citations of each directive", 100, 1000), JsonFlag()},
          .run = RunCited};
}

Command TraceCommand() {
  return {.name = "trace",
          .summary = "Follow a directive: what it replaces and implements, and who cites it",
          .example = "chido trace 35-NQ/TW --store data",
          .options = {WordsSpec("NUMBER", "As printed, e.g. 35-NQ/TW; or a name, or an id"),
                      LimitSpec("Most citations of each directive", 100, 1000), JsonFlag()},
          .run = RunTrace};
}

Command PathCommand() {
  using Kind = OptionSpec::Kind;
  return {
      .name = "path",
      .summary = "Show the shortest ways between two entities",
      .example = "chido path \"H'Wên Êban\" 'Trần Quang Vinh' --store data",
      .options = {{.kind = Kind::kPositional, .name = "A", .help = "Name or id", .required = true},
                  {.kind = Kind::kPositional, .name = "B", .help = "Name or id", .required = true},
                  {.kind = Kind::kInteger,
                   .name = "max-hops",
                   .help = "Longest way",
                   .default_value = "6",
                   .minimum = 1,
                   .maximum = 8},
                  AtSpec(),
                  LimitSpec("Most ways", 5, 50),
                  JsonFlag()},
      .run = RunPath};
}

Command ExportCommand() {
  std::vector<std::string> formats;
  for (const ExportFormat format : kExportFormats) formats.emplace_back(NameOf(format));
  return {
      .name = "export",
      .summary = "Write the whole graph in a format that other programs read",
      .example = "chido export --format nquads --out graph.nq --store data",
      .options = {{.name = "format",
                   .help = "Form of the output",
                   .default_value = "nquads",
                   .choices = formats},
                  {.name = "out", .help = "File to write; must not exist. Else standard output"}},
      .run = RunExport};
}

}  // namespace

std::vector<Command> QueryCommands() {
  return {SearchCommand(), ShowCommand(), ChairedCommand(), CitedCommand(),
          TraceCommand(),  PathCommand(), ExportCommand()};
}

}  // namespace chido
