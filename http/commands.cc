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

Command JudgementsCommand() {
  return {.name = "judgements",
          .summary = "List what people decided of namesakes, newest first",
          .example = "chido judgements --store data",
          .options = {JsonFlag()},
          .run = RunJudgements};
}

Command ReviewCommand() {
  return {.name = "review",
          .summary = "List officials of one name who may be one person, for people to decide",
          .example = "chido review --limit 5 --store data",
          .options = {LimitSpec("Most pairs", 20, 100), JsonFlag()},
          .run = RunReview};
}

/// A name or id of what is judged.
OptionSpec JudgedSpec(std::string name, bool required) {
  return {.kind = OptionSpec::Kind::kPositional,
          .name = std::move(name),
          .help = "Name or id of an official or meeting; ids where several bear the name",
          .required = required};
}

OptionSpec AuthorSpec() {
  return {.name = "author", .help = "Who decides; else the variable USER"};
}

OptionSpec NoteSpec() { return {.name = "note", .help = "Why"}; }

Command SameCommand() {
  return {.name = "same",
          .summary = "Decide that two officials or meetings are one",
          .example =
              "chido same 0123456789abcdef fedcba9876543210 --note 'moved in 2021' "
              "--store data",
          .options = {JudgedSpec("A", true), JudgedSpec("B", true), AuthorSpec(), NoteSpec()},
          .run = RunSame};
}

Command DifferentCommand() {
  return {.name = "different",
          .summary = "Decide that two officials or meetings are not one, or part what is one",
          .example =
              "chido different 0123456789abcdef fedcba9876543210 --store data\n"
              "  chido different 0123456789abcdef --document 00112233aabbccdd --document "
              "ffeeddcc44556677 --store data",
          .options = {JudgedSpec("A", true),
                      JudgedSpec("B", false),
                      {.kind = OptionSpec::Kind::kStringList,
                       .name = "document",
                       .help = "Without B, twice: those whom these two documents tell of as A are "
                               "not one"},
                      AuthorSpec(),
                      NoteSpec()},
          .run = RunDifferent};
}

Command RetractCommand() {
  return {.name = "retract",
          .summary = "Take back what was decided by same or different",
          .example = "chido retract 0123456789abcdef --store data",
          .options = {{.kind = OptionSpec::Kind::kPositional,
                       .name = "KEY",
                       .help = "Of the judgement, as `chido judgements` lists it",
                       .required = true}},
          .run = RunRetract};
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
  return {SearchCommand(), ShowCommand(),       ChairedCommand(), CitedCommand(), TraceCommand(),
          PathCommand(),   JudgementsCommand(), ReviewCommand(),  ExportCommand()};
}

std::vector<Command> JudgeCommands() {
  return {SameCommand(), DifferentCommand(), RetractCommand()};
}

}  // namespace chido
