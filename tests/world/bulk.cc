#include "tests/world/bulk.h"

#include <utility>

#include "linker/resolve/link_rules.h"
#include "linker/resolve/plan.h"
#include "tests/world/blocks.h"
#include "tests/world/run.h"

namespace chido::world {
namespace {

constexpr std::size_t kBatch = 200;  // articles in a change

/// What everybody says once all is solved: nobody's word is taken back, so nobody is asked again.
Result<Contribution> NobodyAgain(DocumentId document) {
  return Fail(Code::kInternal, "document " + ToString(document) + " is counted again");
}

Status LoadBatch(Press& press, std::size_t articles, const Blocks& blocks,
                 const Gazetteer& gazetteer, Store& store) {
  const std::unique_ptr<Snapshot> before = store.Read();
  Plan plan(*before, gazetteer);
  Change change;
  CHIDO_TRY(AdmitLinkRules(*before, store.folder().string(), change));
  for (std::size_t i = 0; i < articles; ++i) {
    Known known = press.Next();
    const DocumentId document = known.written.article.id;
    plan.Replace(
        document, {},
        Contribute(known.written.article, known.reading, blocks.Of(document), Lexicon::BuiltIn()));
    blocks.PutRows(known.reading, change);
    change.put_readings.push_back({document, kReaderVersion, EncodeReading(known.reading)});
    change.put_articles.push_back(std::move(known.written.article));
  }
  CHIDO_TRY(plan.Finish({}, NobodyAgain, change));
  return store.Apply(change);
}

}  // namespace

Status LoadAtOnce(World& world, std::size_t articles, Store& store) {
  Blocks blocks;
  Press first(world);
  for (std::size_t i = 0; i < articles; ++i) blocks.Add(first.Next().reading);
  blocks.Solve();
  const Gazetteer gazetteer(Lexicon::BuiltIn());
  Press press(world);
  for (std::size_t done = 0; done < articles; done += kBatch) {
    const std::size_t count = std::min(kBatch, articles - done);
    CHIDO_TRY(LoadBatch(press, count, blocks, gazetteer, store));
  }
  Change open;
  open.put_pending = blocks.pending();
  return store.Apply(open);
}

}  // namespace chido::world
