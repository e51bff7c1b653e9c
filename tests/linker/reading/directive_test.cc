#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "linker/reading/directive_number.h"
#include "linker/reading/stages.h"
#include "tests/support/draft_fixture.h"

namespace chido {
namespace {

using testing::DraftFixture;
using testing::PageFacts;

const PageFacts kLaiChau{.url = "https://tuyengiao.laichau.gov.vn/tin", .published = "2023-07-10"};

std::unique_ptr<DraftFixture> Read(const std::string& text, const PageFacts& facts = kLaiChau) {
  auto fixture = std::make_unique<DraftFixture>(text, facts);
  fixture->RunToDirectives();
  return fixture;
}

/// Numbers or names of the directives of `text`, joined by " | ".
std::string Cited(const std::string& text, const PageFacts& facts = kLaiChau) {
  const auto fixture = Read(text, facts);
  std::string all;
  for (const DirectiveItem& item : fixture->draft().directives) {
    if (!all.empty()) all += " | ";
    all += item.number.empty() ? item.name : item.number;
  }
  return all;
}

/// The first directive of `text`.
DirectiveItem First(const std::string& text, const PageFacts& facts = kLaiChau) {
  const auto fixture = Read(text, facts);
  if (fixture->draft().directives.empty()) {
    ADD_FAILURE() << "no directive in: " << text;
    return {};
  }
  return fixture->draft().directives.front();
}

/// Function of the directive with `number`.
std::string FunctionOf(const std::string& text, const std::string& number) {
  const auto fixture = Read(text);
  for (const DirectiveItem& item : fixture->draft().directives) {
    if (item.number == number) return item.citations.front().function;
  }
  return "none";
}

/// "from predicate to" of every relation, by number, joined by "; ".
std::string Relations(const std::string& text) {
  const auto fixture = Read(text);
  const Draft& draft = fixture->draft();
  std::string all;
  for (const DirectiveRelation& relation : draft.directive_relations) {
    if (!all.empty()) all += "; ";
    all += draft.directives[relation.from].number + ' ' + relation.predicate + ' ' +
           draft.directives[relation.to].number;
  }
  return all;
}

TEST(Directives, ReadsNumbersOfPartyAndState) {
  EXPECT_EQ(Cited("Thực hiện Chỉ thị số 12-CT/TU, Nghị định số 19/2021/NĐ-CP, "
                  "Quyết định số 345/QĐ-TTg và Luật số 80/2015/QH13."),
            "12-CT/TU | 19/2021/NĐ-CP | 345/QĐ-TTg | 80/2015/QH13");
  EXPECT_EQ(Cited("Sở gửi Công văn số 3600/UBND-VX tới các trường."), "3600/UBND-VX");
  EXPECT_EQ(Cited("Bộ ban hành Thông tư liên tịch số 01/2012/TTLT-BYT-BTC."),
            "01/2012/TTLT-BYT-BTC");
  EXPECT_EQ(Cited("Hội nghị bàn Nghị quyết 36a/NQ-CP."), "36a/NQ-CP");
}

TEST(Directives, ReadsDamagedNumbers) {
  EXPECT_EQ(Cited("Học tập Chỉ thị số 05 - CT/TW."), "05-CT/TW");
  EXPECT_EQ(Cited("Học tập nghị quyết số 35- NQ/TW bộ chính trị."), "35-NQ/TW");
  EXPECT_EQ(Cited("Trao Quyết định số 439 – QÐNS/TW."), "439-QĐNS/TW");
  EXPECT_EQ(Cited("Học tập Kết luận số 45 KL/TW."), "45 KL/TW");
  const DirectiveItem swapped = First("Học tập Chỉ thị số 22/CT-TW.");
  EXPECT_EQ(swapped.number, "22/CT-TW");
  EXPECT_EQ(swapped.alt, std::vector<std::string>{"22-CT/TW"});
  EXPECT_EQ(First("Triển khai Nghị quyết số 98-NQ/CP.").alt, std::vector<std::string>{"98/NQ-CP"});
}

TEST(Directives, MendsAbbreviationsInTheCanonicalNumber) {
  const DirectiveItem item = First("Thực hiện Nghị quyết số 11-NQ/TƯ.");
  EXPECT_EQ(item.number, "11-NQ/TƯ");
  EXPECT_EQ(item.alt, std::vector<std::string>{"11-NQ/TW"});
}

TEST(Directives, ReadsListsThatShareATypeWord) {
  EXPECT_EQ(Cited("Quán triệt các nghị quyết số 18, 19-NQ/TW của Trung ương."),
            "18-NQ/TW | 19-NQ/TW");
  EXPECT_EQ(Cited("Quán triệt Nghị quyết 18, 19 và 20 của Ban Chấp hành Trung ương."),
            "18 | 19 | 20");
  EXPECT_EQ(Cited("Thực hiện các Nghị quyết Trung ương 4 khóa XI, XII."),
            "Nghị quyết Trung ương 4 khóa XI | Nghị quyết Trung ương 4 khóa XII");
}

TEST(Directives, ReadsNamesWithoutNumbers) {
  EXPECT_EQ(
      Cited("Thực hiện Nghị quyết Hội nghị lần thứ 13 Ban Chấp hành Trung ương Đảng khóa XII."),
      "Nghị quyết Hội nghị lần thứ 13 Ban Chấp hành Trung ương Đảng khóa XII");
  EXPECT_EQ(Cited("Thực hiện Nghị quyết Đại hội XIII của Đảng và nghị quyết đại hội các cấp."),
            "Nghị quyết Đại hội XIII của Đảng");
  EXPECT_EQ(Cited("Phổ biến Luật Phòng, chống ma túy năm 2021 và Bộ luật Lao động."),
            "Luật Phòng, chống ma túy năm 2021 | Bộ luật Lao động");
  EXPECT_EQ(Cited("Sơ kết thi hành Luật Hợp tác xã (HTX) năm 2012."), "Luật Hợp tác xã năm 2012");
  EXPECT_EQ(Cited("Thi hành Hiến pháp năm 2013."), "Hiến pháp năm 2013");
}

TEST(Directives, ReadsLawsThatShareATypeWord) {
  EXPECT_EQ(Cited("Các Luật Đất đai, Kinh doanh bất động sản, Nhà ở sẽ có hiệu lực."),
            "Luật Đất đai | Luật Kinh doanh bất động sản | Luật Nhà ở");
  EXPECT_EQ(Cited("Căn cứ các Luật Đầu tư, đất đai và hỗ trợ doanh nghiệp nhỏ và vừa, tỉnh họp."),
            "Luật Đầu tư | Luật Đất đai | Luật Hỗ trợ doanh nghiệp nhỏ và vừa");
  EXPECT_EQ(Cited("Theo Luật Đất đai, xây dựng trái phép phải tháo dỡ."), "Luật Đất đai");
}

TEST(Directives, ReadsLawsInSmallLetters) {
  EXPECT_EQ(Cited("Ngân hàng theo Luật doanh nghiệp, rồi Luật các tổ chức tín dụng."),
            "Luật Doanh nghiệp | Luật Các tổ chức tín dụng");
  EXPECT_EQ(Cited("Việc đó vi phạm luật Tín ngưỡng, tôn giáo."), "Luật Tín ngưỡng, tôn giáo");
  EXPECT_EQ(Cited("Văn phòng luật Dân sự và khoa luật Hình sự tham gia."), "");
}

TEST(Directives, ReadsANameOverTheCommaBetweenItsVerbs) {
  EXPECT_EQ(Cited("Thi hành Pháp lệnh Quản lý, bảo vệ khu di tích quốc gia."),
            "Pháp lệnh Quản lý, bảo vệ khu di tích quốc gia");
}

TEST(Directives, ReadsAPlenumWithADottedAbbreviation) {
  EXPECT_EQ(First("Học tập Nghị quyết Hội nghị lần thứ 9 BCHT.Ư Đảng (khóa XI).").alt,
            std::vector<std::string>{"Nghị quyết Trung ương 9 khóa XI"});
}

TEST(Directives, ReadsNamesInQuotes) {
  EXPECT_EQ(Cited("Tỉnh phê duyệt Đề án “Nâng cao năng lực số cho thanh niên vùng cao”."),
            "Đề án \"Nâng cao năng lực số cho thanh niên vùng cao\"");
  EXPECT_EQ(Cited("Các xã hưởng ứng Chương trình “Ấm áp mùa đông nơi biên giới”."), "");
}

TEST(Directives, ReadsNationalProgrammesWithTheirTerm) {
  EXPECT_EQ(
      Cited("Thủ tướng phê duyệt Chiến lược quốc gia về đọc sách giai đoạn 2011-2020 và Chương "
            "trình quốc gia về đọc sách đến năm 2015."),
      "Chiến lược quốc gia về đọc sách giai đoạn 2011-2020 | Chương trình quốc gia về đọc sách đến "
      "năm 2015");
  EXPECT_EQ(Cited("Chương trình quốc gia về đọc sách rất hay."), "");
}

TEST(Directives, NamesTheCongressAsIssuer) {
  EXPECT_EQ(First("Thực hiện Nghị quyết Đại hội XIII của Đảng.").issuer,
            "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng");
  EXPECT_EQ(First("Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh khóa XV.").issuer,
            "Đại hội đại biểu Đảng bộ tỉnh Lai Châu lần thứ XV");
}

TEST(Directives, ReadsShortNumbersAndJoinsThemWithTheFullOnes) {
  const auto fixture = Read(
      "Tỉnh ủy học tập Chỉ thị số 05-CT/TW của Bộ Chính trị.\n"
      "Việc làm theo Chỉ thị 05 đã thành nền nếp.");
  ASSERT_EQ(fixture->draft().directives.size(), 1U);
  EXPECT_EQ(fixture->draft().directives.front().citations.size(), 2U);
  EXPECT_EQ(Cited("Cán bộ phân tích Quy định 37 và Đề án 938."), "37 | 938");
}

TEST(Directives, KeepsDocumentsWithOneNumberApart) {
  EXPECT_EQ(Cited("Thực hiện Nghị quyết số 35-NQ/TW và Chỉ thị số 35-CT/TW; kiện toàn Ban Chỉ đạo "
                  "35."),
            "35-NQ/TW | 35-CT/TW");
}

TEST(Directives, TakesADocumentInBracketsAsAnotherName) {
  EXPECT_EQ(Cited("Triển khai Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ (Đề "
                  "án 06).\nĐề án 06 được các xã hưởng ứng."),
            "06/QĐ-TTg");
}

TEST(Directives, LeavesCountsDraftsAndOtherDocumentsAlone) {
  EXPECT_EQ(Cited("Quyết định 3 nội dung, kế hoạch 5 năm, kỷ luật 12 đảng viên."), "");
  EXPECT_EQ(Cited("Quốc hội thảo luận dự án Luật Nhà giáo và dự thảo Luật Việc làm."), "");
  EXPECT_EQ(Cited("Khoa Luật Dân sự, Hội Luật gia và các nghị quyết của Đảng."), "");
  EXPECT_EQ(Cited("Nghị quyết 06 của Hội đồng quản trị công ty."), "");
  EXPECT_EQ(Cited("Số: 861-CV/BTGTU"), "");
  EXPECT_EQ(Cited("Góp ý dự thảo Nghị quyết Đại hội XIV của Đảng."), "");
}

TEST(Directives, ReadsIssuerDateAndSubject) {
  const DirectiveItem item = First(
      "Thực hiện Quy chế số 11-QC/TU, ngày 26/5/2022 của Ban Thường vụ Tỉnh ủy về phối hợp "
      "công tác, các huyện đã có kế hoạch.");
  EXPECT_EQ(item.type, "Quy chế");
  EXPECT_EQ(item.issuer, "Ban Thường vụ Tỉnh ủy Lai Châu");
  EXPECT_NE(item.issuer_body, kNoItem);
  EXPECT_EQ(FormatEdtf(item.date), "2022-05-26");
  EXPECT_EQ(item.title, "phối hợp công tác");
}

TEST(Directives, ReadsTheIssuerFromTheNumber) {
  EXPECT_EQ(First("Theo Nghị định số 43/2014/NĐ-CP.").issuer, "Chính phủ");
  EXPECT_EQ(First("Theo Chỉ thị số 12-CT/TU.").issuer, "Tỉnh ủy Lai Châu");
  EXPECT_EQ(First("Theo Hướng dẫn số 12-HD/BTGTU.").issuer, "Ban Tuyên giáo Tỉnh ủy Lai Châu");
  EXPECT_EQ(First("Theo Thông tư số 14/2020/TT-BYT.").issuer, "Bộ Y tế");
  EXPECT_EQ(First("Theo Chỉ thị số 12-CT/TU.", {.url = "https://haiphong.gov.vn"}).issuer,
            "Thành ủy Hải Phòng");
  EXPECT_EQ(First("Theo Chỉ thị số 05-CT/TW.").issuer, "");
}

TEST(Directives, ReadsTheIssuerBeforeTheVerb) {
  EXPECT_EQ(First("Bộ Chính trị vừa ban hành Nghị quyết số 45-NQ/TW.").issuer, "Bộ Chính trị");
  EXPECT_EQ(First("Thủ tướng đã ký ban hành Nghị quyết số 19/NQ-CP.").issuer, "Chính phủ");
}

TEST(Directives, ReadsIssuerAndDayOfTheClauseThatIssues) {
  const DirectiveItem item = First(
      "Ngày 13/5/2023, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 127/KH-UBND về thủy lợi.");
  EXPECT_EQ(FormatEdtf(item.date), "2023-05-13");
  EXPECT_EQ(FormatEdtf(First("Ông Vừ A Sình cho biết, ngày 9/7/2022, Bộ Chính trị ban hành Quyết "
                             "định 848 thành lập các đoàn kiểm tra.")
                           .date),
            "2022-07-09");
  EXPECT_EQ(
      FormatEdtf(First("Ngày 18.12.2022, sau khi Tỉnh ủy đề nghị tăng cường cán bộ, bà Lò Thị "
                       "Mai, Chủ tịch UBND tỉnh, ký ban hành Quyết định số 53/QĐ-UBND.")
                     .date),
      "2022-12-18");
  EXPECT_TRUE(First("Ngày 20/6/2023, Văn phòng Chính phủ cho biết, Phó Thủ tướng ký Quyết định số "
                    "937/QĐ-TTg.")
                  .date.empty());
  EXPECT_TRUE(First("Ngày 20/6/2023, tại hội nghị, Sở Nội vụ công bố Quyết định số 37/QĐ-UBND.")
                  .date.empty());
}

TEST(Directives, TakesTheCommitteeOfTheHeadThatSigns) {
  EXPECT_EQ(First("Bà Lò Thị Mai, Chủ tịch UBND tỉnh Sơn La, ký ban hành Quyết định số 53/QĐ-UBND.")
                .issuer,
            "Ủy ban nhân dân tỉnh Sơn La");
  EXPECT_EQ(First("Theo đề nghị của Sở Y tế tại Công văn số 53/CV-ABC về thuốc.").issuer,
            "Sở Y tế Lai Châu");
}

TEST(Directives, SharesIssuerAndDateInAList) {
  const auto fixture =
      Read("Học tập Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương.");
  for (const DirectiveItem& item : fixture->draft().directives) {
    EXPECT_EQ(item.issuer, "Ban Chấp hành Trung ương Đảng");
    EXPECT_EQ(FormatEdtf(item.date), "2022-06-16");
  }
}

TEST(Directives, ReadsTheFunctionFromTheGoverningVerb) {
  EXPECT_EQ(FunctionOf("Huyện thực hiện tốt Chỉ thị 05-CT/TW.", "05-CT/TW"), "implements");
  EXPECT_EQ(
      FunctionOf("Xử phạt theo quy định tại Điều 5 Nghị định số 10/2020/NĐ-CP.", "10/2020/NĐ-CP"),
      "implements");
  EXPECT_EQ(FunctionOf("Căn cứ Quy định số 37-QĐ/TW, Ủy ban kết luận.", "37-QĐ/TW"), "based_on");
  EXPECT_EQ(
      FunctionOf("Tổ chức học tập, quán triệt, thực hiện hiệu quả Chỉ thị 05-CT/TW.", "05-CT/TW"),
      "disseminates");
  EXPECT_EQ(FunctionOf("Hội nghị sơ kết 5 năm thực hiện Nghị quyết số 35-NQ/TW.", "35-NQ/TW"),
            "reviews");
  EXPECT_EQ(FunctionOf("Đại diện công bố Quyết định số 118-QĐ/TU.", "118-QĐ/TU"), "announces");
  EXPECT_EQ(FunctionOf("Nghị định 15/2020/NĐ-CP là bước tiến lớn.", "15/2020/NĐ-CP"), "mentions");
}

TEST(Directives, ReadsTheFunctionOverNamesAndQuotes) {
  EXPECT_EQ(FunctionOf("Kỳ họp thông qua 18 nghị quyết, trong đó có Nghị quyết số 72/NQ-HĐND.",
                       "72/NQ-HĐND"),
            "announces");
  EXPECT_EQ(
      FunctionOf("Đảng bộ học tập các văn bản, trong đó có Kết luận số 127-KL/TW.", "127-KL/TW"),
      "disseminates");
  EXPECT_EQ(FunctionOf("Phó Thủ tướng Trần Văn Bách ký Quyết định số 537/QĐ-TTg.", "537/QĐ-TTg"),
            "announces");
  EXPECT_EQ(FunctionOf("Trường thực hiện tốt Quyết định 522/QĐ-TTg về việc phê duyệt Đề án “Hướng "
                       "nghiệp học sinh giai đoạn 2018-2025” và Quyết định số 1182/QĐ-UBND.",
                       "1182/QĐ-UBND"),
            "implements");
  EXPECT_EQ(
      FunctionOf("Theo quy định tại Khoản 7, Điều 80, Nghị định số 99/2015/NĐ-CP, phí được giữ.",
                 "99/2015/NĐ-CP"),
      "implements");
  EXPECT_EQ(
      FunctionOf("Tỉnh thực hiện có hiệu quả chủ trương, đường lối của Đảng và Nhà nước về văn "
                 "hóa, trọng tâm là Nghị quyết số 23-NQ/TW.",
                 "23-NQ/TW"),
      "implements");
  EXPECT_EQ(
      FunctionOf("Việc này không đúng quy định tại Nghị định số 8/2015/NĐ-CP.", "8/2015/NĐ-CP"),
      "mentions");
  EXPECT_EQ(FunctionOf("Nghị định 210 sau 3 năm thực hiện chỉ hỗ trợ được ít dự án.", "210"),
            "implements");
  EXPECT_EQ(FunctionOf("Các quyền này đã được quy định tại nhiều văn bản: Luật số 80/2015/QH13.",
                       "80/2015/QH13"),
            "mentions");
}

TEST(Directives, LetsAListShareItsVerb) {
  const std::string text =
      "Hội nghị học tập Quy định số 37-QĐ/TW, thay thế Quy định số 47-QĐ/TW; Kết luận số 21-KL/TW "
      "và Chỉ thị số 10-CT/TW.";
  EXPECT_EQ(FunctionOf(text, "37-QĐ/TW"), "disseminates");
  EXPECT_EQ(FunctionOf(text, "47-QĐ/TW"), "replaces");
  EXPECT_EQ(FunctionOf(text, "21-KL/TW"), "disseminates");
  EXPECT_EQ(FunctionOf(text, "10-CT/TW"), "disseminates");
}

TEST(Directives, ReadsStatedRelations) {
  EXPECT_EQ(Relations("Quán triệt Chương trình số 49-CTr/TU của Tỉnh ủy thực hiện Nghị quyết số "
                      "45-NQ/TW."),
            "49-CTr/TU implements 45-NQ/TW");
  EXPECT_EQ(Relations("Nghị định số 59/2023/NĐ-CP thay thế Nghị định số 04/2015/NĐ-CP."),
            "59/2023/NĐ-CP replaces 04/2015/NĐ-CP");
  EXPECT_EQ(Relations("Nghị định số 04/2015/NĐ-CP được thay thế bằng Nghị định số 59/2023/NĐ-CP."),
            "59/2023/NĐ-CP replaces 04/2015/NĐ-CP");
  EXPECT_EQ(Relations("Chính phủ ban hành Nghị định số 59/2023/NĐ-CP; Nghị định này thay thế Nghị "
                      "định số 04/2015/NĐ-CP."),
            "59/2023/NĐ-CP replaces 04/2015/NĐ-CP");
  EXPECT_EQ(Relations("Thực hiện Chỉ thị số 06/CT-TTg về phòng dịch và Công điện số 393/CĐ-BYT; "
                      "Ngày 01/02/2020, Ủy ban nhân dân tỉnh ban hành Công văn số 326/UBND-VX."),
            "326/UBND-VX implements 393/CĐ-BYT; 326/UBND-VX implements 06/CT-TTg");
  EXPECT_EQ(Relations("Thực hiện Chỉ thị số 05-CT/TW gắn với Nghị quyết số 35-NQ/TW."), "");
  EXPECT_EQ(
      Relations("Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết thi "
                "hành một số điều, khoản của Luật số 10/2022/QH15."),
      "59/2023/NĐ-CP implements 10/2022/QH15");
}

TEST(Directives, AResolutionOfTheCentreIsThatOfTheCentralCommittee) {
  EXPECT_EQ(First("Triển khai Nghị quyết 18 của Trung ương về tinh gọn bộ máy.").issuer,
            "Ban Chấp hành Trung ương Đảng");
  EXPECT_EQ(First("Triển khai Nghị quyết 18 của Trung ương Hội về thi đua.").issuer, "");
}

TEST(Directives, FindsTheKnownDocumentByNumberDateAndSubject) {
  EXPECT_EQ(First("Thực hiện Chỉ thị số 35-CT/TW ngày 14/6/2024 của Bộ Chính trị.",
                  {.published = "2024-09-01"})
                .known_id,
            "35-CT/TW@2024-06-14");
  EXPECT_EQ(First("Thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị.", {.published = "2020-03-01"})
                .known_id,
            "35-CT/TW@2019-05-30");
  const DirectiveItem item = First(
      "Thực hiện Chỉ thị 05 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, "
      "phong cách Hồ Chí Minh.");
  EXPECT_EQ(item.number, "05");
  EXPECT_EQ(item.alt, std::vector<std::string>{"05-CT/TW"});
}

TEST(DirectiveNumbers, TellWhetherLeadingNumbersAreEqual) {
  EXPECT_TRUE(SameLeading("5", "05"));
  EXPECT_FALSE(SameLeading("5", "50"));
}

}  // namespace
}  // namespace chido
