#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

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

/// Words of a name that may stand for a longer one.
constexpr int kFewestWords = 4;
/// Bodies whose last words are their name, and whose branches and daughters have longer ones.
constexpr std::string_view kHeads[] = {"Công ty ", "Trường ", "Tập đoàn ", "Ngân hàng "};

/// Whether `name` may be said by its beginning alone.
bool MayBeCut(std::string_view name) {
  return name.find("hi nhánh") == name.npos && name.find(" - ") == name.npos &&
         std::ranges::none_of(kHeads,
                              [&](std::string_view each) { return name.starts_with(each); });
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
    MergeTails();
    MergeHeads();
  }

 private:
  void ReadSentence(TokenRange sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
      if (const auto title = TitleAt(draft_, i, sentence.end)) {
        // in a title the committee is the body, not its bureau
        i = std::max(i + 1, title->body);
        if (title->binding != TitlePhrase::Binding::kShared) i = title->end;
        const bool free = i < sentence.end && !TitleAt(draft_, i, sentence.end);
        if (free) i = MayStart(i) ? ReadAt(i, sentence.end) : i + 1;
        continue;
      }
      i = MayStart(i) ? ReadAt(i, sentence.end) : i + 1;
    }
  }

  /// Reads a body at `i`, where one may start and no title does; the token to go on with.
  std::uint32_t ReadAt(std::uint32_t i, std::uint32_t limit) {
    if (const std::vector<BodyPhrase> series = grammar_.SeriesAt(i, limit); !series.empty()) {
      for (const BodyPhrase& phrase : series) Enter(phrase);
      return series.back().end;
    }
    const std::optional<BodyPhrase> phrase = grammar_.ParseAt(i, limit);
    if (!phrase || phrase->end <= i) {
      // the words of an organ that stays open are no shorter organ: Hội *Liên hiệp Phụ nữ*
      const Match* organ = draft_.CueAt(i, "organ.unit");
      return organ == nullptr ? i + 1 : std::min(organ->tokens.end, limit);
    }
    Enter(*phrase);
    if (phrase->owner_at > 0) EnterOwner(phrase->owner_at, limit);
    return phrase->end;
  }

  /// Whether a body or a series may start at `i`: an organ, a name of the table, or an abbreviation
  /// or a mark that the article defines.
  bool MayStart(std::uint32_t i) const {
    return draft_.text.tokens[i].capital || draft_.MayHaveCue(i, "organ") ||
           draft_.MayHaveCue(i, "plural") || draft_.MatchAt(i, EntryKind::kBody) != nullptr;
  }

  void Enter(const BodyPhrase& phrase) {
    BodyMention mention;
    mention.tokens = {phrase.begin, phrase.end};
    mention.generic = phrase.generic;
    if (Identified(draft_, phrase)) {
      mention.item = book_.Intern(phrase);
      Hold(mention.item, phrase);
    }
    draft_.body_mentions.push_back(mention);
  }

  /// "Vụ Pháp chế, *Bộ Y tế*": the owner is named too, inside the mention of its office.
  void EnterOwner(std::uint32_t token, std::uint32_t limit) {
    const std::optional<BodyPhrase> owner = grammar_.ParseAt(token, limit);
    if (owner && Identified(draft_, *owner)) Hold(book_.Intern(*owner), *owner);
  }

  void Hold(ItemIndex body, const BodyPhrase& phrase) {
    const bool stated = phrase.place_stated;
    draft_.bodies[static_cast<std::size_t>(body)].grounds.push_back(
        draft_.GroundAt({phrase.begin, phrase.end}, stated ? "body.stated" : "body.context",
                        stated || phrase.word.empty() ? 1.0F : 0.8F));
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
      const BodyItem& body = draft_.bodies[static_cast<std::size_t>(mention.item)];
      const auto found = without_place.find(body.name);
      if (found == without_place.end() || !body.template_id.empty()) continue;
      Merge(mention, found->second);
    }
  }

  /// "Công ty Hoàng Phát" is "Công ty Trách nhiệm hữu hạn Hoàng Phát" where the article has both.
  void MergeTails() {
    std::unordered_map<std::string, ItemIndex> full;  // short form → body; kNoItem: several
    for (std::size_t i = 0; i < draft_.bodies.size(); ++i) {
      const std::string& name = draft_.bodies[i].name;
      const auto head = std::ranges::find_if(
          kHeads, [&](std::string_view each) { return name.starts_with(each); });
      if (head == std::end(kHeads)) continue;
      for (std::size_t at = name.find(' ', head->size()); at != std::string::npos;
           at = name.find(' ', at + 1)) {
        for (const std::string& tail :
             {std::string(*head) + name.substr(at + 1), name.substr(at + 1)}) {
          const auto [entry, added] = full.emplace(tail, static_cast<ItemIndex>(i));
          if (!added && entry->second != static_cast<ItemIndex>(i)) entry->second = kNoItem;
        }
      }
    }
    for (BodyMention& mention : draft_.body_mentions) {
      if (mention.item == kNoItem) continue;
      const BodyItem& body = draft_.bodies[static_cast<std::size_t>(mention.item)];
      const bool open = std::ranges::any_of(
          kHeads, [&](std::string_view each) { return body.name.starts_with(each); });
      const auto found = full.find(body.name);
      if (open && found != full.end() && found->second != kNoItem) Merge(mention, found->second);
    }
  }

  /// "Ủy ban Quốc gia" is "Ủy ban Quốc gia về X" where the article has said that one before, and
  /// no other begins so.
  void MergeHeads() {
    std::unordered_map<std::string, ItemIndex> full;  // beginning → body; kNoItem: several
    for (BodyMention& mention : draft_.body_mentions) {
      if (mention.item == kNoItem || mention.generic) continue;
      const BodyItem& body = draft_.bodies[static_cast<std::size_t>(mention.item)];
      if (!body.place.empty() || !MayBeCut(body.name)) continue;
      const auto found = full.find(body.name);
      if (body.template_id.empty() && found != full.end() && found->second != kNoItem) {
        Merge(mention, found->second);
        continue;
      }
      std::size_t at = body.name.find(' ');
      for (int words = 1; at != std::string::npos; ++words, at = body.name.find(' ', at + 1)) {
        if (words < kFewestWords) continue;
        const auto [entry, added] = full.emplace(body.name.substr(0, at), mention.item);
        if (!added && entry->second != mention.item) entry->second = kNoItem;
      }
    }
  }

  void Merge(BodyMention& mention, ItemIndex into) {
    BodyItem& body = draft_.bodies[static_cast<std::size_t>(mention.item)];
    BodyItem& full = draft_.bodies[static_cast<std::size_t>(into)];
    std::ranges::move(body.grounds, std::back_inserter(full.grounds));
    body.grounds.clear();
    if (std::ranges::find(full.alt, body.name) == full.alt.end()) full.alt.push_back(body.name);
    mention.item = into;
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
