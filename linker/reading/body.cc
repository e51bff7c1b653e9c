#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>

#include "linker/reading/body_book.h"
#include "linker/reading/body_grammar.h"
#include "linker/reading/role_title.h"
#include "linker/reading/scan.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

/// Whether a committee or state organ is a body although nothing says of which unit: provinces may
/// be open, but "huyện ủy" of no district is only a kind of body.
bool Identified(const Draft& draft, const BodyPhrase& phrase) {
  if (phrase.generic) return false;
  if (phrase.word.empty() || phrase.unit >= 0) return true;
  return draft.frame.jurisdiction.empty() && (phrase.word == "tỉnh" || phrase.word == "thành phố");
}

class BodyReader {
 public:
  explicit BodyReader(Draft& draft) : draft_(draft), grammar_(draft), book_(draft, grammar_) {}

  void Read() {
    for (const Sentence& sentence : draft_.text.sentences) {
      if (sentence.block == BlockKind::kByline || sentence.block == BlockKind::kDateline) continue;
      ReadSentence(sentence.tokens);
    }
    MergeShortNames();
  }

 private:
  void ReadSentence(TokenRange sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
      if (const auto title = TitleAt(draft_, i, sentence.end)) {
        // in a title the committee is the body, not its bureau
        i = std::max(i + 1, title->body);
        if (title->binding != TitlePhrase::Binding::kShared) i = title->end;
        if (i < sentence.end) i = ReadAt(i, sentence.end);
        continue;
      }
      i = ReadAt(i, sentence.end);
    }
  }

  /// Reads a body at `i`; the token to go on with.
  std::uint32_t ReadAt(std::uint32_t i, std::uint32_t limit) {
    if (TitleAt(draft_, i, limit)) return i;
    const std::optional<BodyPhrase> phrase = grammar_.ParseAt(i, limit);
    if (!phrase || phrase->end <= i) {
      // the words of an organ that stays open are no shorter organ: Hội *Liên hiệp Phụ nữ*
      const Match* organ = draft_.CueAt(i, "organ.unit");
      return organ == nullptr ? i + 1 : std::min(organ->tokens.end, limit);
    }
    BodyMention mention;
    mention.tokens = {i, phrase->end};
    mention.generic = phrase->generic;
    if (Identified(draft_, *phrase)) {
      mention.item = book_.Intern(*phrase);
      draft_.bodies[static_cast<std::size_t>(mention.item)].grounds.push_back(
          draft_.GroundAt(mention.tokens, phrase->place_stated ? "body.stated" : "body.context",
                          phrase->place_stated || phrase->word.empty() ? 1.0F : 0.8F));
    }
    draft_.body_mentions.push_back(mention);
    return phrase->end;
  }

  /// "Bệnh viện C" is "Bệnh viện C Thái Nguyên" where the article has both.
  void MergeShortNames() {
    const std::string province = ProvinceName();
    if (province.empty()) return;
    std::unordered_map<std::string, ItemIndex> without_place;
    for (std::size_t i = 0; i < draft_.bodies.size(); ++i) {
      const std::string& name = draft_.bodies[i].name;
      if (!draft_.bodies[i].template_id.empty()) continue;
      for (const std::string& tail : {" " + province, " tỉnh " + province}) {
        if (!name.ends_with(tail)) continue;
        without_place.emplace(name.substr(0, name.size() - tail.size()), static_cast<ItemIndex>(i));
      }
    }
    for (BodyMention& mention : draft_.body_mentions) {
      if (mention.item == kNoItem) continue;
      BodyItem& body = draft_.bodies[static_cast<std::size_t>(mention.item)];
      const auto found = without_place.find(body.name);
      if (found == without_place.end() || !body.template_id.empty()) continue;
      BodyItem& full = draft_.bodies[static_cast<std::size_t>(found->second)];
      std::ranges::move(body.grounds, std::back_inserter(full.grounds));
      body.grounds.clear();
      if (std::ranges::find(full.alt, body.name) == full.alt.end()) full.alt.push_back(body.name);
      mention.item = found->second;
    }
  }

  std::string ProvinceName() const {
    const std::int32_t row = grammar_.locality().province();
    return row < 0 ? std::string()
                   : std::string(draft_.lexicon.units()[static_cast<std::size_t>(row)].name);
  }

  Draft& draft_;
  BodyGrammar grammar_;
  BodyBook book_;
};

}  // namespace

void ReadBodies(Draft& draft) { BodyReader(draft).Read(); }

}  // namespace chido
