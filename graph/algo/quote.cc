#include "graph/algo/quote.h"

#include <algorithm>

namespace chido {
namespace {

constexpr std::size_t kMostEvidence = 10'000;

bool InCaption(const Article& article, Span span) {
  return std::ranges::any_of(article.blocks, [span](const Block& block) {
    return block.kind == BlockKind::kCaption && block.span.Contains(span);
  });
}

}  // namespace

Result<const Quoter::Source*> Quoter::Load(DocumentId document) {
  if (const auto found = sources_.find(document); found != sources_.end()) return &found->second;
  CHIDO_ASSIGN(std::optional<Article> article, snapshot_.GetArticle(document));
  if (!article) {
    return Fail(Code::kCorruption, "evidence names document " + ToString(document) +
                                       ", which is not stored; run `chido check`");
  }
  Source source{std::move(*article), {}};
  CHIDO_ASSIGN(const std::optional<Entity> entity, snapshot_.GetEntity(EntityId{document.value}));
  if (entity) source.published = entity->Attribute("published");
  if (source.published.empty()) source.published = source.article.published;
  return &sources_.emplace(document, std::move(source)).first->second;
}

Result<Quote> Quoter::Make(const Evidence& evidence) {
  Quote quote;
  quote.document = evidence.document;
  quote.rule = evidence.rule;
  quote.confidence = evidence.confidence;
  quote.repeats = evidence.repeats;
  if (!evidence.document) {
    quote.text = evidence.rule;
    return quote;
  }
  CHIDO_ASSIGN(const Source* source, Load(evidence.document));
  const Article* article = &source->article;
  if (evidence.sentence.end > article->text.size()) {
    return Fail(Code::kCorruption, "evidence of statement " + ToString(evidence.statement) +
                                       " lies outside its document; run `chido check`");
  }
  quote.text = evidence.sentence.In(article->text);
  quote.title = article->title;
  quote.publisher = article->publisher;
  quote.url = article->url;
  quote.origin = article->origin;
  quote.sentence = evidence.sentence;
  quote.mention = evidence.subject.empty() ? evidence.object : evidence.subject;
  quote.caption = InCaption(*article, evidence.sentence);
  const auto begin = article->text.begin();
  quote.line =
      1 + static_cast<std::uint32_t>(std::count(begin, begin + evidence.sentence.begin, '\n'));
  quote.published = source->published;
  return quote;
}

Result<std::vector<Quote>> Quoter::Of(StatementId statement, std::size_t limit) {
  CHIDO_ASSIGN(const Page<Evidence> page, snapshot_.EvidenceOf(statement, kMostEvidence));
  std::vector<Evidence> pieces = page.items;
  std::ranges::stable_sort(pieces, {}, &Evidence::repeats);
  std::vector<Quote> quotes;
  for (const Evidence& piece : pieces) {
    if (quotes.size() >= limit) break;
    CHIDO_ASSIGN(Quote quote, Make(piece));
    quotes.push_back(std::move(quote));
  }
  std::ranges::stable_sort(quotes, {},
                           [](const Quote& q) { return std::tuple(q.repeats, q.published); });
  return quotes;
}

}  // namespace chido
