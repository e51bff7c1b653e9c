#include "graph/commands.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <nlohmann/json.hpp>

#include "graph/model/predicate.h"
#include "graph/store/store.h"

namespace chido {
namespace {

using Json = nlohmann::ordered_json;

OptionSpec JsonFlag() {
  return {.kind = OptionSpec::Kind::kFlag, .name = "json", .help = "Write one JSON object"};
}

void WriteJson(Terminal& terminal, const Json& json) {
  // Keys and messages may quote damaged bytes, which are no UTF-8.
  terminal.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json ReportJson(const CheckReport& report) {
  Json problems = Json::array();
  for (const CheckProblem& problem : report.problems) {
    problems.push_back({{"family", problem.family},
                        {"key", problem.key},
                        {"what", problem.what},
                        {"repairable", problem.repairable},
                        {"repaired", problem.repaired}});
  }
  return {{"sound", report.Sound()},
          {"rows", report.rows},
          {"problems", report.problem_count},
          {"repaired", report.repaired_count},
          {"details", std::move(problems)}};
}

void WriteReport(Terminal& terminal, const CheckReport& report) {
  bool repairable = false;
  for (const CheckProblem& problem : report.problems) {
    repairable = repairable || (problem.repairable && !problem.repaired);
    fmt::print(terminal.out, "{} {}: {}{}\n", problem.family, problem.key, problem.what,
               problem.repaired ? " (repaired)" : "");
  }
  if (report.problem_count > report.problems.size()) {
    fmt::print(terminal.out, "… and {} more\n", report.problem_count - report.problems.size());
  }
  fmt::print(terminal.out, "{} rows, {} problems, {} repaired\n", report.rows, report.problem_count,
             report.repaired_count);
  if (repairable) terminal.out << "Derived rows can be rebuilt: run it again with --repair\n";
}

Result<int> RunCheck(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  const bool repair = arguments.Flag("repair");
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder, {.read_only = !repair}));
  CHIDO_ASSIGN(const CheckReport report, store->Check(repair));
  if (arguments.Flag("json")) {
    WriteJson(terminal, ReportJson(report));
  } else {
    WriteReport(terminal, report);
  }
  return report.Sound() ? 0 : 1;
}

Json StatsJson(const StoreStats& stats, const std::string& digest) {
  Json entities = Json::object();
  for (std::size_t i = 0; i < kEntityTypes.size(); ++i) {
    entities[std::string(NameOf(kEntityTypes[i]))] = stats.entities[i];
  }
  Json statements = Json::object();
  for (std::size_t i = 0; i < stats.statements.size(); ++i) {
    statements[std::string(PredicateTable()[i].name)] = stats.statements[i];
  }
  Json json{{"format", stats.format_version},      {"documents", stats.documents},
            {"entities", std::move(entities)},     {"entity_total", stats.EntityTotal()},
            {"statements", std::move(statements)}, {"statement_total", stats.StatementTotal()},
            {"evidence", stats.evidence},          {"disk_bytes", stats.disk_bytes}};
  if (!digest.empty()) json["digest"] = digest;
  return json;
}

void WriteStats(Terminal& terminal, const StoreStats& stats, const std::string& digest) {
  const auto line = [&](std::string_view name, std::uint64_t count) {
    fmt::print(terminal.out, "{:<20} {:>12}\n", name, count);
  };
  line("documents", stats.documents);
  line("entities", stats.EntityTotal());
  for (std::size_t i = 0; i < kEntityTypes.size(); ++i) {
    line(fmt::format("  {}", NameOf(kEntityTypes[i])), stats.entities[i]);
  }
  line("statements", stats.StatementTotal());
  for (std::size_t i = 0; i < stats.statements.size(); ++i) {
    line(fmt::format("  {}", PredicateTable()[i].name), stats.statements[i]);
  }
  line("evidence", stats.evidence);
  fmt::print(terminal.out, "{:<20} {:>8.1f} MiB\n", "on disk",
             static_cast<double>(stats.disk_bytes) / (1024.0 * 1024.0));
  line("format", stats.format_version);
  if (!digest.empty()) fmt::print(terminal.out, "{:<20} {}\n", "digest", digest);
}

Result<int> RunStats(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder, {.read_only = true}));
  CHIDO_ASSIGN(const StoreStats stats, store->Stats());
  std::string digest;
  if (arguments.Flag("digest")) {
    CHIDO_ASSIGN(const std::uint64_t number, store->Digest());
    digest = ToHex(number);
  }
  if (arguments.Flag("json")) {
    WriteJson(terminal, StatsJson(stats, digest));
  } else {
    WriteStats(terminal, stats, digest);
  }
  return 0;
}

Result<int> RunBackup(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  const std::string backup = arguments.String("DIR");
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder));
  CHIDO_TRY(store->Backup(backup));
  if (arguments.Flag("json")) {
    WriteJson(terminal, {{"store", folder}, {"backup", backup}});
  } else {
    fmt::print(terminal.out, "Backed up {} to {}\n", folder, backup);
  }
  return 0;
}

Result<int> RunRestore(const Arguments& arguments, Terminal& terminal) {
  const std::string backup = arguments.String("BACKUP");
  const std::string target = arguments.String("DIR");
  CHIDO_TRY(Store::Restore(backup, target));
  if (arguments.Flag("json")) {
    WriteJson(terminal, {{"backup", backup}, {"store", target}});
  } else {
    fmt::print(terminal.out, "Restored {} to {}\n", backup, target);
  }
  return 0;
}

OptionSpec Positional(std::string name, std::string help) {
  return {.kind = OptionSpec::Kind::kPositional,
          .name = std::move(name),
          .help = std::move(help),
          .required = true};
}

}  // namespace

std::vector<Command> StoreCommands() {
  return {
      {.name = "check",
       .summary = "Compare all indexes of the store with each other; exit code 1 if one is wrong",
       .example = "chido check --store graph.db --repair",
       .options = {{.kind = OptionSpec::Kind::kFlag,
                    .name = "repair",
                    .help = "Rebuild what follows from other rows (adjacency, names, counters)"},
                   JsonFlag()},
       .run = RunCheck},
      {.name = "stats",
       .summary = "Count what the store holds",
       .example = "chido stats --store graph.db --digest",
       .options = {{.kind = OptionSpec::Kind::kFlag,
                    .name = "digest",
                    .help = "Also hash the content: equal content, equal digest"},
                   JsonFlag()},
       .run = RunStats},
      {.name = "backup",
       .summary = "Copy the store into a new folder (hard links where possible)",
       .example = "chido backup backups/2024-05-01 --store graph.db",
       .options = {Positional("DIR", "The new folder of the backup"), JsonFlag()},
       .run = RunBackup},
      {.name = "restore",
       .summary = "Copy a verified backup into a new folder",
       .example = "chido restore backups/2024-05-01 graph.db",
       .options = {Positional("BACKUP", "The folder of the backup"),
                   Positional("DIR", "The new folder of the store"), JsonFlag()},
       .run = RunRestore},
  };
}

}  // namespace chido
