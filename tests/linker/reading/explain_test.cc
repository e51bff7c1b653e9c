#include "linker/reading/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Article ArticleOf(std::string text) {
  Article article;
  article.source_id = "t";
  article.published = "2023-07-24";
  article.text = std::move(text);
  article.blocks = {{BlockKind::kBody, {0, static_cast<std::uint32_t>(article.text.size())}}};
  article.id = ContentId("", article.text);
  return article;
}

/// Invented; the no-break space before it shifts tokens against bytes.
const Article& Sample() {
  static const Article kSample = ArticleOf(
      "Tin\u00a0mới.\n"
      "Ngày 21/7, tại tỉnh Đắk Lắk, Ban Tuyên giáo Tỉnh ủy Đắk Lắk tổ chức Hội nghị "
      "sơ kết công tác 6 tháng đầu năm. Đồng chí Lương Văn Khải, Trưởng Ban Tuyên giáo Tỉnh ủy chủ "
      "trì hội nghị. Các ban tuyên giáo cấp huyện báo cáo kết quả tại xã "
      "Tân Tiến.\n"
      "Dự kiến ngày 30/8, Ban Tuyên giáo Tỉnh ủy sẽ tổ chức Hội nghị tổng kết Nghị quyết số "
      "35-NQ/TW.\n"
      "Bà Nguyễn Thị Lành cho biết mùa này được giá.");
  return kSample;
}

const Explanation& Explained() {
  static const Explanation kExplained = [] {
    auto explanation = ExplainArticle(Sample(), Lexicon::BuiltIn());
    EXPECT_TRUE(explanation);
    return explanation ? *std::move(explanation) : Explanation{};
  }();
  return kExplained;
}

std::string_view TextOf(const Finding& finding) { return finding.span.In(Sample().text); }

/// The first mention of these words that begins at or after `from`.
const Finding& MentionOf(std::string_view words, std::string_view from = "") {
  const std::size_t least = Sample().text.find(from);
  const auto& mentions = Explained().mentions;
  const auto found = std::ranges::find_if(mentions, [&](const Finding& finding) {
    return finding.span.begin >= least && TextOf(finding) == words;
  });
  static const Finding kNone;
  EXPECT_NE(found, mentions.end()) << words;
  return found == mentions.end() ? kNone : *found;
}

TEST(ExplainTest, TheReadingIsThatOfTheReader) {
  const auto reading = ReadArticle(Sample(), Lexicon::BuiltIn());
  ASSERT_TRUE(reading);
  EXPECT_EQ(Explained().reading, *reading);
}

TEST(ExplainTest, SpansLieWithinTheTextAndMentionsFollowIt) {
  for (const auto* findings : {&Explained().mentions, &Explained().statements}) {
    for (const Finding& finding : *findings) {
      EXPECT_LE(finding.span.begin, finding.span.end);
      EXPECT_LE(finding.span.end, Sample().text.size());
      EXPECT_GE(finding.confidence, 0);
      EXPECT_LE(finding.confidence, 1);
      EXPECT_EQ(finding.taken_as.empty(), finding.rule.empty()) << finding.taken_as;
    }
  }
  EXPECT_TRUE(std::ranges::is_sorted(Explained().mentions, {}, &Finding::span));
}

TEST(ExplainTest, APlaceTellsItsNamesakesElsewhereAndWhyTheyLost) {
  const Finding& place = MentionOf("xã Tân Tiến");
  EXPECT_THAT(place.taken_as, HasSubstr("xã Tân Tiến, Đắk Lắk"));
  EXPECT_EQ(place.rule, "place.named");
  ASSERT_FALSE(place.lost.empty());
  EXPECT_EQ(place.lost.front().reason, Reason::kOutsideFrame);
  EXPECT_EQ(place.lost.front().detail, "Đắk Lắk");
  EXPECT_EQ(SentenceOf(place.lost.front()), "lies outside Đắk Lắk, whose matter the article is");
}

TEST(ExplainTest, APlaceInsideABodysNameIsNothingByItself) {
  const Finding& place = MentionOf("Đắk Lắk", "Ban Tuyên giáo Tỉnh ủy Đắk Lắk");
  EXPECT_EQ(place.taken_as, "");
  ASSERT_THAT(place.lost, SizeIs(1));
  EXPECT_EQ(place.lost.front().reason, Reason::kInsideName);
}

TEST(ExplainTest, BodiesInThePluralAreGeneric) {
  const Finding& body = MentionOf("ban tuyên giáo");
  EXPECT_EQ(body.taken_as, "");
  ASSERT_THAT(body.lost, SizeIs(1));
  EXPECT_EQ(CodeOf(body.lost.front().reason), "generic");
}

TEST(ExplainTest, AMeetingThatIsHeldIsTakenAndAPlannedOneIsNot) {
  const Finding& held = MentionOf("Hội nghị");
  EXPECT_EQ(held.taken_as, "Hội nghị sơ kết công tác 6 tháng đầu năm");
  EXPECT_EQ(held.rule, "meeting.noun");
  EXPECT_THAT(held.lost, IsEmpty());
  const Finding& planned = MentionOf("Hội nghị", "Dự kiến");
  EXPECT_EQ(planned.taken_as, "");
  ASSERT_THAT(planned.lost, SizeIs(1));
  EXPECT_EQ(CodeOf(planned.lost.front().reason), "planned");
}

TEST(ExplainTest, APersonWithoutAPostIsNoOfficial) {
  const Finding& official = MentionOf("Lương Văn Khải");
  EXPECT_EQ(official.taken_as, "Lương Văn Khải");
  EXPECT_EQ(official.rule, "person.honorific");
  const Finding& person = MentionOf("Nguyễn Thị Lành");
  EXPECT_EQ(person.taken_as, "");
  ASSERT_THAT(person.lost, SizeIs(1));
  EXPECT_EQ(CodeOf(person.lost.front().reason), "no_post");
}

TEST(ExplainTest, StatementsBringTheirSentenceRuleAndNotes) {
  const auto& statements = Explained().statements;
  const auto chaired = std::ranges::find(statements, "chaired", &Finding::kind);
  ASSERT_NE(chaired, statements.end());
  EXPECT_EQ(chaired->taken_as, "Lương Văn Khải: Hội nghị sơ kết công tác 6 tháng đầu năm");
  EXPECT_EQ(chaired->rule, "chair.verb");
  EXPECT_THAT(std::string(TextOf(*chaired)), HasSubstr("chủ trì hội nghị."));
  EXPECT_THAT(chaired->notes, Contains(Note{"manner", "chair"}));
  const auto cites = std::ranges::find(statements, "cites", &Finding::kind);
  ASSERT_NE(cites, statements.end());
  EXPECT_THAT(cites->notes, Contains(Note{"function", "reviews"}));
}

TEST(ExplainTest, TheUndecidedFrameTellsItsCandidates) {
  Reading reading;
  reading.frame.candidates = {"Đắk Lắk", "Gia Lai"};
  const auto statements = ExplainStatements(reading);
  ASSERT_THAT(statements, SizeIs(1));
  EXPECT_EQ(statements.front().kind, "jurisdiction");
  EXPECT_EQ(statements.front().taken_as, "");
  EXPECT_THAT(statements.front().lost, Contains(Rival{"Gia Lai", Reason::kOutweighed, ""}));
}

TEST(ExplainTest, EveryReasonHasACodeAndASentenceOfItsOwn) {
  std::set<std::string> codes;
  std::set<std::string> sentences;
  for (const Reason reason : AllReasons()) {
    codes.emplace(CodeOf(reason));
    sentences.insert(SentenceOf({"x", reason, "1/2"}));
  }
  EXPECT_EQ(codes.size(), AllReasons().size());
  EXPECT_EQ(sentences.size(), AllReasons().size());
  EXPECT_FALSE(codes.contains(""));
}

TEST(ExplainTest, DamagedTextIsRefused) {
  const auto explanation = ExplainArticle(ArticleOf("H\xff"), Lexicon::BuiltIn());
  ASSERT_FALSE(explanation);
  EXPECT_EQ(explanation.error().code, Code::kBadInput);
}

TEST(ExplainTest, NothingIsSaidOfAnEmptyText) {
  const auto explanation = ExplainArticle(ArticleOf(""), Lexicon::BuiltIn());
  ASSERT_TRUE(explanation);
  EXPECT_THAT(explanation->mentions, IsEmpty());
}

}  // namespace
}  // namespace chido
