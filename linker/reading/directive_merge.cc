#include <algorithm>
#include <unordered_map>

#include "linker/reading/directive_draft.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

/// What tells one document from others inside the article.
struct Identity {
  std::string key;
  bool brief = false;  ///< the number has no letters
};

Identity IdentityOf(const FoundDirective& found) {
  if (!found.number) return {found.key, false};
  if (found.number->coded()) return {"number/" + FoldKey(found.number->Canonical()), false};
  return {"brief/" + FoldKey(found.type) + '/' + found.printed, true};
}

/// Quyết định and Quy định share a code, and articles mix the words up.
bool SameType(std::string_view a, std::string_view b) {
  const auto either = [](std::string_view type) {
    return type == "Quyết định" || type == "Quy định";
  };
  return a == b || (either(a) && either(b));
}

bool SameIssuer(const FoundDirective& a, const FoundDirective& b) {
  if (!a.issuer_stated || !b.issuer_stated) return true;
  return FoldKey(a.issuer) == FoldKey(b.issuer);
}

bool IsBriefOf(const FoundDirective& brief, const FoundDirective& full) {
  if (!full.number || !SameType(brief.type, full.type)) return false;
  const bool fuller = full.number->coded() || (full.number->year != 0 && brief.number->year == 0);
  if (!fuller) return false;
  if (!SameLeading(brief.number->leading, full.number->leading)) return false;
  if (brief.number->year != 0 && brief.number->year != full.number->year) return false;
  if (!SameIssuer(brief, full)) return false;
  return brief.date.empty() || full.date.empty() || brief.date == full.date;
}

/// Whether `open` names the same as `full`, which says more: a plenum without its term, a law
/// without its year.
bool IsOpenNameOf(const FoundDirective& open, const FoundDirective& full) {
  if (open.key.empty() || full.key == open.key) return false;
  if (open.key.starts_with("law/")) return full.key.starts_with(open.key + '/');
  if (open.key.starts_with("plenum/")) {
    return open.key.ends_with('/') && full.key.starts_with(open.key);
  }
  return false;
}

class Merger {
 public:
  Merger(Draft& draft, std::vector<FoundDirective>& found) : draft_(draft), found_(found) {}

  void Run() {
    Index();
    std::vector<std::size_t> leader(found_.size());
    for (std::size_t i = 0; i < found_.size(); ++i) leader[i] = LeaderOf(i);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      // A leader may follow the first citation of its document.
      FoundDirective& lead = found_[leader[i]];
      if (lead.item == kNoItem) {
        lead.item = static_cast<ItemIndex>(draft_.directives.size());
        draft_.directives.push_back(ItemOf(lead));
      }
      found_[i].item = lead.item;
      Join(draft_.directives[lead.item], found_[i]);
      Cite(draft_.directives[lead.item], found_[i]);
    }
    std::vector<bool> done(draft_.directives.size(), false);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const ItemIndex item = found_[i].item;
      if (!done[item]) LetTextDecide(draft_.directives[item], i);
      done[item] = true;
      if (leader[i] == i) Finish(draft_.directives[item], found_[i]);
    }
  }

 private:
  void Index() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      identity_.push_back(IdentityOf(found_[i]));
      first_.emplace(identity_[i].key, i);
      for (const std::string& form : found_[i].alt) alias_.emplace(FoldKey(form), i);
      if (const std::string law = KnownLaw(found_[i]); !law.empty()) alias_.emplace(law, i);
      const std::string group = GroupOf(found_[i]);
      const bool dated = found_[i].number && found_[i].number->year != 0;
      if (!group.empty() && (!identity_[i].brief || dated)) full_[group].push_back(i);
    }
  }

  /// The form by which a bare number or a name may be another's alias.
  static std::string AliasOf(const FoundDirective& one) {
    if (!one.number) return FoldKey(one.name);
    return one.number->coded() ? std::string() : FoldKey(one.type + ' ' + one.printed);
  }

  /// The name of the law that a number of the National Assembly is known to bear, folded.
  std::string KnownLaw(const FoundDirective& one) const {
    if (!one.number || one.number->issuer_code.find("QH") == std::string::npos) return {};
    const std::string canonical = one.number->Canonical();
    for (const KnownDirectiveRow& row : draft_.lexicon.known_directives()) {
      if (row.number == canonical && row.title.starts_with("Luật ")) return FoldKey(row.title);
    }
    return {};
  }

  /// What a document and its shorter forms have in common: the digits, the session, the law.
  static std::string GroupOf(const FoundDirective& one) {
    if (one.number) {
      const std::string_view leading = one.number->leading;
      return "number/" +
             std::string(leading.substr(std::min(leading.find_first_not_of('0'), leading.size())));
    }
    const std::size_t second = one.key.find('/', one.key.find('/') + 1);
    if (one.key.starts_with("plenum/")) return one.key.substr(0, one.key.rfind('/'));
    return one.key.substr(0, second);
  }

  /// The citation that stands for the document of citation `i`: of the fuller forms near by the
  /// nearest.
  std::size_t LeaderOf(std::size_t i) const {
    const FoundDirective& one = found_[i];
    const auto group = full_.find(GroupOf(one));
    if (const auto alias = alias_.find(AliasOf(one)); alias != alias_.end()) {
      return first_.at(identity_[alias->second].key);
    }
    if (group == full_.end()) return first_.at(identity_[i].key);
    const std::vector<std::size_t>& others = group->second;
    const auto here = std::ranges::lower_bound(others, i) - others.begin();
    constexpr std::ptrdiff_t kReach = 16;
    const auto size = static_cast<std::ptrdiff_t>(others.size());
    for (std::ptrdiff_t step = 1; step <= kReach; ++step) {
      for (const std::ptrdiff_t at : {here - step, here + step - 1}) {
        if (at < 0 || at >= size || others[at] == i) continue;
        const FoundDirective& other = found_[others[at]];
        const bool fits = identity_[i].brief ? IsBriefOf(one, other) : IsOpenNameOf(one, other);
        if (fits) return first_.at(identity_[others[at]].key);
      }
    }
    return first_.at(identity_[i].key);
  }

  static DirectiveItem ItemOf(const FoundDirective& lead) {
    DirectiveItem item;
    item.type = lead.type;
    item.number = lead.printed;
    if (item.number.empty()) item.name = lead.name;
    return item;
  }

  static void AddAlt(DirectiveItem& item, std::string_view form) {
    if (form.empty() || form == item.number || form == item.name) return;
    if (std::ranges::find(item.alt, form) == item.alt.end()) item.alt.emplace_back(form);
  }

  static void Join(DirectiveItem& item, const FoundDirective& one) {
    if (one.number && one.number->coded()) {
      AddAlt(item, one.printed);
      AddAlt(item, one.number->Canonical());
    }
    if (!one.name.empty()) AddAlt(item, one.name);
    for (const std::string& form : one.alt) AddAlt(item, form);
    if (item.issuer.empty() || (one.issuer_stated && item.issuer_body == kNoItem)) {
      if (!one.issuer.empty()) {
        item.issuer = one.issuer;
        item.issuer_body = one.issuer_body;
      }
    }
    if (item.date.empty()) item.date = one.date;
    if (item.title.empty()) item.title = one.title;
    if (item.signer == kNoItem) item.signer = one.signer;
  }

  void Cite(DirectiveItem& item, const FoundDirective& one) const {
    CitationItem citation{.function = one.function};
    citation.ground = draft_.GroundAt(one.core, one.rule, one.confidence);
    item.citations.push_back(std::move(citation));
  }

  /// A headline is short for what the text tells: its verb gives way to that of the first citation
  /// below it.
  void LetTextDecide(DirectiveItem& item, std::size_t first) const {
    const auto in_title = [&](const FoundDirective& one) {
      const auto& text = draft_.text;
      return text.sentences[text.SentenceOf(one.core.begin)].block == BlockKind::kTitle;
    };
    if (!in_title(found_[first])) return;
    for (std::size_t i = first + 1; i < found_.size(); ++i) {
      if (found_[i].item != found_[first].item || in_title(found_[i])) continue;
      item.citations.front().function = found_[i].function;
      return;
    }
  }

  void Finish(DirectiveItem& item, const FoundDirective& lead) const {
    const bool coded = lead.number && lead.number->coded();
    const std::string canonical = coded ? lead.number->Canonical() : std::string();
    item.known_id = KnownDirectiveOf(draft_, item, canonical);
    if (!item.known_id.empty() && lead.number && !coded) {
      for (const KnownDirectiveRow& row : draft_.lexicon.known_directives()) {
        if (row.id == item.known_id) AddAlt(item, row.number);
      }
    }
    std::ranges::sort(item.alt);
  }

  Draft& draft_;
  std::vector<FoundDirective>& found_;
  std::vector<Identity> identity_;
  std::unordered_map<std::string, std::size_t> first_;  ///< key → its first citation
  std::unordered_map<std::string, std::size_t> alias_;  ///< folded form → citation that has it
  std::unordered_map<std::string, std::vector<std::size_t>> full_;  ///< group → fuller forms
};

}  // namespace

void MergeDirectives(Draft& draft, std::vector<FoundDirective>& found) {
  Merger(draft, found).Run();
}

}  // namespace chido
