#include "http/api/labels.h"

#include <gtest/gtest.h>

#include "http/api/naming.h"
#include "http/api/params.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

TEST(LabelsTest, TheHeaderDecidesByWeight) {
  EXPECT_EQ(ChooseLanguage("", ""), Language::kVietnamese);
  EXPECT_EQ(ChooseLanguage("", "en"), Language::kEnglish);
  EXPECT_EQ(ChooseLanguage("", "en;q=0.3, vi;q=0.9"), Language::kVietnamese);
  EXPECT_EQ(ChooseLanguage("", "fr, de"), Language::kVietnamese);
  EXPECT_EQ(ChooseLanguage("en", "vi"), Language::kEnglish);
}

TEST(LabelsTest, AMannerOfTwoPredicatesHasTheWordsOfEach) {
  EXPECT_EQ(LabelOf(Predicate::kAttended, "manner", "directing", Language::kVietnamese),
            "dự và chỉ đạo");
  EXPECT_EQ(LabelOf(Predicate::kSpokeAt, "manner", "directing", Language::kVietnamese),
            "phát biểu chỉ đạo");
  EXPECT_EQ(LabelOf(Predicate::kHoldsRole, "title", "Bí thư", Language::kEnglish), "");
}

TEST(NamingTest, NumbersAreLookedUpInAllTheirForms) {
  EXPECT_EQ(NumberKeys("Chỉ thị số 05-CT/TƯ").front(), NumberKeys("chi thi 05-CT/TW").front());
  EXPECT_EQ(NumberKeys("5-CT/TW").back(), NumberKeys("05-CT/TW").front());
  EXPECT_EQ(NumberKeys("05-CT/TW").back(), NumberKeys("5-CT/TW").front());
  EXPECT_EQ(NumberKeys("35-NQ/TW").size(), 1U) << "a number of two digits has no other form";
}

TEST(RoutesTest, APathFitsItsRouteAlone) {
  EXPECT_EQ(MatchRoute("/v1/entities").route->operation, "findEntities");
  EXPECT_EQ(MatchRoute("/v1/entities/12/relations").id, "12");
  EXPECT_EQ(MatchRoute("/v1/entities/12/").route, nullptr);
  EXPECT_EQ(MatchRoute("/v1/entities/12/relations/x").route, nullptr);
  EXPECT_EQ(MatchRoute("").route, nullptr);
  EXPECT_EQ(MatchRoute("/v1").route, nullptr);
}

}  // namespace
}  // namespace chido::api
