// Counts how often each comparison of two mentions comes out how, for one person (m) and for two
// (u): `chido_estimate_officials STORE`. One person: two articles' mentions of a name so rare that
// a second bearer is not to be expected. Two: mentions of different names. Every name counts once,
// however often it is told of. linker/resolve/README.md tells what is made of the figures.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "graph/store/store.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/reading.h"
#include "linker/resolve/official_model.h"

namespace chido {
namespace {

/// Fewer namesakes than this are to be expected of a rare name.
constexpr double kRare = 0.05;
constexpr std::size_t kMostPairs = 30;  ///< of one name
constexpr std::size_t kTwoPeople = 400'000;
constexpr std::array<const char*, kFields> kNames{"name",   "fame",      "place",  "level", "title",
                                                  "leader", "exclusive", "gender", "peers", "gap"};

using ByName = std::map<std::string, std::vector<Mention>>;
using Counts = std::array<std::map<int, double>, kFields>;

Result<ByName> Load(const Snapshot& snapshot) {
  ByName names;
  std::string cursor;
  do {
    CHIDO_ASSIGN(const Page<DocumentId> page, snapshot.ScanDocuments(1000, cursor));
    for (const DocumentId document : page.items) {
      CHIDO_ASSIGN(const std::optional<StoredReading> stored, snapshot.GetReading(document));
      if (!stored) continue;
      CHIDO_ASSIGN(const Reading reading, DecodeReading(stored->bytes));
      for (BlockedMention& blocked : MentionsOf(reading, Lexicon::BuiltIn())) {
        if (!blocked.block.starts_with("official/")) continue;
        std::string name = blocked.mention.identity;
        names[std::move(name)].push_back(std::move(blocked.mention));
      }
    }
    cursor = page.next;
  } while (!cursor.empty());
  return names;
}

void Count(const OfficialScore& score, double weight, Counts& counts) {
  for (std::size_t i = 0; i < kFields; ++i) counts[i][score.fields[i].outcome] += weight;
}

Counts OnePerson(const ByName& names, const OfficialModel& model, std::mt19937_64& random) {
  Counts counts;
  std::size_t used = 0;
  for (const auto& [name, mentions] : names) {
    if (mentions.size() < 2 || model.Profile(mentions[0], 0).namesakes[0] > kRare) continue;
    ++used;
    for (std::size_t i = 0; i < kMostPairs; ++i) {
      const std::size_t a = random() % mentions.size();
      const std::size_t b = (a + 1 + random() % (mentions.size() - 1)) % mentions.size();
      Count(model.Compare(model.Profile(mentions[a], 0), model.Profile(mentions[b], 1)),
            1.0 / kMostPairs, counts);
    }
  }
  fmt::print("{} rare names of two or more documents\n", used);
  return counts;
}

Counts TwoPeople(const ByName& names, const OfficialModel& model, std::mt19937_64& random) {
  std::vector<const std::vector<Mention>*> lists;
  for (const auto& [name, mentions] : names) lists.push_back(&mentions);
  Counts counts;
  for (std::size_t i = 0; i < kTwoPeople; ++i) {
    const auto& a = *lists[random() % lists.size()];
    const auto& b = *lists[random() % lists.size()];
    if (&a == &b) continue;
    Count(model.Compare(model.Profile(a[random() % a.size()], 0),
                        model.Profile(b[random() % b.size()], 1)),
          1, counts);
  }
  return counts;
}

void Print(const Counts& one, const Counts& two) {
  for (std::size_t field = 2; field < kFields; ++field) {
    std::map<int, std::pair<double, double>> rows;
    double all_one = 0;
    double all_two = 0;
    for (const auto& [outcome, count] : one[field]) all_one += rows[outcome].first = count;
    for (const auto& [outcome, count] : two[field]) all_two += rows[outcome].second = count;
    for (const auto& [outcome, row] : rows) {
      const double m = row.first / all_one;
      const double u = row.second / all_two;
      fmt::print("{:<10} {:>2}  m {:.4f}  u {:.6f}  log2 {:+.2f}\n", kNames[field], outcome, m, u,
                 std::log2(m / u));
    }
  }
}

Status Run(const std::string& folder) {
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder, {.read_only = true}));
  CHIDO_ASSIGN(const ByName names, Load(*store->Read()));
  const OfficialModel model(Lexicon::BuiltIn());
  std::mt19937_64 random(1);
  const Counts one = OnePerson(names, model, random);
  const Counts two = TwoPeople(names, model, random);
  Print(one, two);
  return {};
}

}  // namespace
}  // namespace chido

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: chido_estimate_officials STORE\n");
    return 2;
  }
  const chido::Status status = chido::Run(argv[1]);
  if (status.has_value()) return 0;
  fmt::print(stderr, "{}\n", status.error().message);
  return 1;
}
