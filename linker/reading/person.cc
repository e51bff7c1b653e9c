#include "linker/reading/person_reader.h"
#include "linker/reading/scan.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

using Form = PersonMention::Form;

/// A number of people, but no year: *34*.
bool IsCount(const AnalysedText& text, std::uint32_t token) {
  return scan::IsNumber(text, token) && text.Text(token).size() < 4;
}

}  // namespace

void PersonReader::Read() {
  for (const Sentence& sentence : draft_.text.sentences) {
    if (sentence.block == BlockKind::kByline || sentence.block == BlockKind::kDateline) continue;
    ReadSentence(sentence.tokens);
  }
}

void PersonReader::ReadSentence(TokenRange sentence) {
  sentence_ = sentence;
  cut_ = CutItems(draft_, roles_, sentence);
  pending_ = {};
  in_list_ = broken_ = false;
  shared_.clear();
  owed_.clear();
  segment_begin_ = draft_.persons.size();
  last_mark_ = Kind::kOther;
  late_ = kNobody;
  told_ = false;
  in_late_posts_ = transfer_ = posted_ = posts_follow_ = false;
  carry_former_ = period_closed_ = false;
  for (std::uint32_t i = sentence.begin; i < sentence.end && !transfer_; ++i) {
    transfer_ = draft_.CueAt(i, "role.transfer") != nullptr;
  }
  for (at_ = 0; at_ < cut_.items.size(); ++at_) Step(cut_.items[at_]);
  Close();
  Drop();
}

PersonItem::Kind PersonReader::Ahead(std::size_t ahead) const {
  return at_ + ahead < cut_.items.size() ? cut_.items[at_ + ahead].kind : Kind::kOther;
}

void PersonReader::Step(const PersonItem& item) {
  if (IsRankOfPost(item)) {
    ++at_;  // its comma
    return;
  }
  switch (item.kind) {
    case Kind::kHonorific:
    case Kind::kPlural:
      OnHonorific(item);
      break;
    case Kind::kRole:
      OnRole(item);
      break;
    case Kind::kName:
      OnName(item);
      break;
    case Kind::kFormer:
      Touch(item.tokens);
      pending_.former = true;
      break;
    case Kind::kActing:
      Touch(item.tokens);
      pending_.acting = true;
      break;
    case Kind::kPeriod:
      OnPeriod(item);
      break;
    case Kind::kThen:
      for (RolePhrase& role : pending_.roles) role.former = true;
      return;
    case Kind::kOther:
      OnOther();
      break;
    default:
      OnMark(item);
  }
  if (item.kind == Kind::kFormer || item.kind == Kind::kActing) return;
  const bool mark = item.kind >= Kind::kLink && item.kind <= Kind::kAnd;
  last_mark_ = mark ? item.kind : Kind::kOther;
}

void PersonReader::Touch(TokenRange tokens) {
  if (!pending_.any) pending_.begin = tokens.begin;
  pending_.any = true;
  pending_.end = tokens.end;
}

/// *A là Đại tá, Chỉ huy trưởng X*; *từ năm 2016: Thiếu tướng, Phó Tư lệnh X*: a rank among posts.
bool PersonReader::IsRankOfPost(const PersonItem& item) const {
  if (item.kind != Kind::kHonorific || Ahead(1) != Kind::kComma) return false;
  if (Ahead(2) != Kind::kRole || Ahead(3) == Kind::kName) return false;
  const bool behind = current_.open || in_late_posts_;
  if (!behind || draft_.lexicon.honorifics()[item.index].kind == "honorific") return false;
  return last_mark_ == Kind::kComma || last_mark_ == Kind::kCopula || last_mark_ == Kind::kColon ||
         last_mark_ == Kind::kDash;
}

void PersonReader::OnHonorific(const PersonItem& item) {
  const bool listing = item.kind == Kind::kPlural;
  // "GS, TS", "Thượng tướng, PGS.TS": ranks follow one another; a new address starts anew
  if (pending_.any && !pending_.roles.empty() && !pending_.plural &&
      (last_mark_ == Kind::kSemicolon || last_mark_ == Kind::kAnd || IsComplement() ||
       IsOfAnother(item) || IsSubject())) {
    Drop();
  }
  if (current_.open && !listing) Close();
  if (listing) {
    Close();
    // "6 Phó Chủ tịch gồm các đồng chí: A, B"
    const bool told = last_mark_ == Kind::kConsists || last_mark_ == Kind::kCopula;
    if (!told || !pending_.plural) Drop();
    in_list_ = each_shares_ = false;
    shared_.clear();
  }
  Touch(item.tokens);
  pending_.plural = pending_.plural || listing;
  const bool bare_plural = listing && item.tokens.size() == 1;
  if (!bare_plural) {
    const HonorificRow& row = draft_.lexicon.honorifics()[item.index];
    pending_.honorific = row.kind;
    if (!row.gender.empty()) pending_.gender = row.gender;
    if (pending_.word.empty()) pending_.word = draft_.text.Lower(item.tokens);
  }
}

/// *giữ chức Trợ lý đồng chí A*: whose assistant somebody is.
bool PersonReader::IsComplement() const {
  const std::string& title = pending_.roles.back().title.title;
  return last_mark_ == Kind::kOther && (title == "Trợ lý" || title == "Thư ký") && at_ > 0 &&
         cut_.items[at_ - 1].kind == Kind::kRole && pending_.roles.back().mention < 0;
}

/// *Báo cáo với Chủ tịch nước, bác sĩ A*: a post under a preposition is not the next person's.
bool PersonReader::IsOfAnother(const PersonItem& item) const {
  if (last_mark_ != Kind::kComma || pending_.begin <= sentence_.begin) return false;
  if (draft_.lexicon.honorifics()[item.index].kind == "rank") return false;
  return scan::IsAny(draft_.text, pending_.begin - 1,
                     {"với", "của", "cho", "đến", "tới", "gặp", "tiếp", "thay"});
}

/// *Trước khi làm Giám đốc X, ông từng là Y*: a pronoun behind a clause with a post.
bool PersonReader::IsSubject() const {
  if (last_mark_ != Kind::kComma) return false;
  const Kind next = Ahead(1);
  return next == Kind::kCopula || next == Kind::kTakesPost || next == Kind::kLeavesPost;
}

void PersonReader::OnMark(const PersonItem& item) {
  if (item.kind == Kind::kSemicolon) {
    Close();
    Drop();
    owed_.clear();
    carry_former_ = period_closed_ = false;
    // a list goes on if its last part had a person of its own, whatever else stood there
    if (in_list_ && draft_.persons.size() > segment_begin_) broken_ = false;
    segment_begin_ = draft_.persons.size();
  }
  if (item.kind == Kind::kClose && current_.open) return;
  if (item.kind == Kind::kColon && current_.open) Close();
  if (item.kind == Kind::kColon && pending_.plural && pending_.roles.empty()) {
    pending_.listed = true;
  }
  if (item.kind == Kind::kAnd && pending_.any && !pending_.plural && !current_.open &&
      pending_.roles.empty()) {
    Drop();
  }
  if (item.kind == Kind::kCopula && !current_.open) {
    // "Giám đốc Sở X là ông A": the post waits for its holder
    const bool holder_follows = Ahead(1) == Kind::kHonorific || Ahead(1) == Kind::kName;
    const bool holders = Ahead(1) == Kind::kPlural && NamesFollow();
    const bool waits = !pending_.roles.empty() && (holders || holder_follows);
    if (!waits) OnOther();
    pending_.plural = pending_.plural || (waits && holders);
    each_shares_ = each_shares_ || (waits && pending_.plural);
  }
  if (item.kind == Kind::kConsists) OnConsists();
  if (item.kind == Kind::kCopula && item.strong) posts_follow_ = carry_former_ = false;
  const bool posts = item.kind == Kind::kTakesPost || item.kind == Kind::kLeavesPost;
  if (item.kind == Kind::kLeavesPost) posts_follow_ = true;
  if (item.kind == Kind::kTakesPost) posts_follow_ = false;
  if (posts && !current_.open) Drop();
  if (item.kind == Kind::kTakesPost && current_.open && transfer_ && !posted_) {
    EndPosts(current_.roles);
    posted_ = true;
  }
}

/// *Các Phó Chủ tịch X gồm ông A, bà B*: the post waits for its holders.
void PersonReader::OnConsists() {
  if (current_.open || pending_.roles.empty() || !NamesFollow()) {
    OnOther();
    return;
  }
  pending_.plural = each_shares_ = true;
}

/// Whether only forms of address stand before the next name.
bool PersonReader::NamesFollow() const {
  for (std::size_t ahead = 1; ahead <= 4; ++ahead) {
    const Kind kind = Ahead(ahead);
    if (kind == Kind::kName) return true;
    if (kind != Kind::kColon && kind != Kind::kPlural && kind != Kind::kHonorific) return false;
  }
  return false;
}

/// *; từ năm 2010 đến năm 2015: Phó Giám đốc X*: posts of the person told of before, who may stand
/// in an earlier sentence.
void PersonReader::OnPeriod(const PersonItem& item) {
  Close();
  Drop();
  bool closed = item.strong;
  for (std::size_t i = at_ + 1; i < cut_.items.size(); ++i) {
    closed = closed || (cut_.items[i].kind == Kind::kPeriod && !item.foreign);
  }
  period_closed_ = closed;
  period_near_ = item.foreign;
  if (item.foreign) return;
  const bool colon = Ahead(1) == Kind::kColon;
  const bool posts = Ahead(2) == Kind::kRole || Ahead(2) == Kind::kActing ||
                     (Ahead(2) == Kind::kHonorific && Ahead(3) == Kind::kComma);
  if (!colon || !posts) return;
  if (late_ == kNobody) {
    const bool first = at_ == 0 || (at_ == 1 && cut_.items[0].kind == Kind::kDash);
    if (!first) return;
    PersonMention mention;
    mention.whole = item.tokens;
    mention.form = Form::kPronoun;
    mention.rule = "person.career";
    draft_.persons.push_back(std::move(mention));
    late_ = draft_.persons.size() - 1;
    late_roles_.clear();
  }
  in_late_posts_ = true;
}

void PersonReader::OnOther() {
  Close();
  Drop();
  // words that are not understood end a list of commas, but not one of semicolons
  broken_ = true;
  carry_former_ = each_shares_ = false;
  if (period_near_) period_closed_ = false;
  if (last_mark_ == Kind::kOther && !in_list_) shared_.clear();
}

void PersonReader::Close() {
  if (!current_.open) return;
  current_.open = false;
  in_late_posts_ = false;
  told_ = current_.told;
  late_roles_ = current_.roles;
  late_ = draft_.persons.size();
  current_.mention.roles = roles_.Complete(current_.roles);
  draft_.persons.push_back(std::move(current_.mention));
}

/// Ends words before a name that never came: a bare title or a pronoun may stand for a person.
void PersonReader::Drop() {
  if (!pending_.any) return;
  if (!pending_.plural) {
    PersonMention mention;
    mention.whole = {pending_.begin, pending_.end};
    mention.gender = pending_.gender;
    if (!pending_.roles.empty()) {
      mention.form = Form::kTitleOnly;
      mention.rule = "person.title";
      mention.roles = roles_.Complete(pending_.roles);
      if (!mention.roles.empty()) draft_.persons.push_back(std::move(mention));
    } else if (pending_.honorific == "honorific" && StandsForPerson()) {
      mention.form = Form::kPronoun;
      mention.rule = "person.pronoun";
      late_ = draft_.persons.size();
      late_roles_.clear();
      draft_.persons.push_back(std::move(mention));
    }
  }
  pending_ = {};
}

/// *Đồng chí*, *Ông*, *Bà* alone, followed by a verb.
bool PersonReader::StandsForPerson() const {
  const std::string_view word = pending_.word;
  if (word != "đồng chí" && word != "ông" && word != "bà" && word != "đ/c") return false;
  if (pending_.end >= draft_.text.tokens.size()) return false;
  // "34 đồng chí", "nhiều đồng chí" are people, not one of them
  const bool comrade = word == "đồng chí" || word == "đ/c";
  if (comrade && pending_.begin > sentence_.begin &&
      (IsCount(draft_.text, pending_.begin - 1) ||
       draft_.CueAt(pending_.begin - 1, "plural") != nullptr ||
       scan::IsAny(draft_.text, pending_.begin - 1, {"nhiều", "mỗi", "từng", "một", "số"}))) {
    return false;
  }
  const Token& next = draft_.text.tokens[pending_.end];
  return next.kind == TokenKind::kWord && !next.capital;
}

void ReadPersons(Draft& draft) { PersonReader(draft).Read(); }

}  // namespace chido
