#include "http/api/judging.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

#include "graph/base/clock.h"
#include "graph/base/hash.h"
#include "linker/lexicon/lexicon.h"

namespace chido::api {

Result<MentionPair> MentionsOfBoth(const Snapshot& snapshot, const Entity& a, const Entity& b) {
  if (a.id == b.id) {
    return Fail(Code::kInvalidArgument,
                fmt::format("both are '{}' ({}) already", a.label, ToString(a.id)));
  }
  CHIDO_ASSIGN(JudgedMention first, JudgedMentionOf(snapshot, a.id, Lexicon::BuiltIn()));
  CHIDO_ASSIGN(JudgedMention second, JudgedMentionOf(snapshot, b.id, Lexicon::BuiltIn()));
  return MentionPair(std::move(first), std::move(second));
}

Result<MentionPair> MentionsInDocuments(const Snapshot& snapshot, const Entity& entity,
                                        std::span<const std::string> documents) {
  std::vector<JudgedMention> mentions;
  for (const std::string& text : documents) {
    const auto id = FromHex(text);
    if (!id) {
      return Fail(Code::kInvalidArgument,
                  fmt::format("'{}' is not the id of a document: ids are 16 lower-case hexadecimal "
                              "digits; find one with search --type document",
                              text));
    }
    CHIDO_ASSIGN(JudgedMention mention,
                 JudgedMentionIn(snapshot, entity.id, DocumentId{*id}, Lexicon::BuiltIn()));
    mentions.push_back(std::move(mention));
  }
  if (mentions.size() != 2 || documents[0] == documents[1]) {
    return Fail(Code::kInvalidArgument, "to part one entity, name two different documents");
  }
  return MentionPair(std::move(mentions[0]), std::move(mentions[1]));
}

Judgement JudgementNow(Verdict verdict, MentionPair pair, std::string author, std::string note) {
  return {.verdict = verdict,
          .a = std::move(pair.first),
          .b = std::move(pair.second),
          .author = std::move(author),
          .note = std::move(note),
          .time = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                              fmt::gmtime(static_cast<std::time_t>(NowSeconds())))};
}

}  // namespace chido::api
