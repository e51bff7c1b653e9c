#include "graph/base/error.h"

#include <gtest/gtest.h>

#include <set>

#include "graph/base/hash.h"
#include "graph/base/result.h"

namespace chido {
namespace {

constexpr int kCodes = static_cast<int>(Code::kForbidden) + 1;

TEST(ErrorTableTest, EachCodeHasItsOwnRowSlugAndExitCode) {
  std::set<std::string_view> slugs;
  std::set<int> exit_codes;
  for (int i = 0; i < kCodes; ++i) {
    const ErrorRow& row = RowOf(static_cast<Code>(i));
    EXPECT_EQ(row.code, static_cast<Code>(i));
    slugs.insert(row.slug);
    exit_codes.insert(row.exit_code);
    EXPECT_GE(row.http_status, 400);
    EXPECT_LT(row.http_status, 600);
    EXPECT_GE(row.exit_code, 2);
    EXPECT_LE(row.exit_code, 63);
  }
  EXPECT_EQ(slugs.size(), static_cast<std::size_t>(kCodes));
  EXPECT_EQ(exit_codes.size(), static_cast<std::size_t>(kCodes));
}

Result<int> Half(int number) {
  if (number % 2 != 0) return Fail(Code::kInvalidArgument, "odd");
  return number / 2;
}

Result<int> Quarter(int number) {
  CHIDO_ASSIGN(const int half, Half(number));
  CHIDO_TRY(Half(half));
  return half / 2;
}

TEST(ResultTest, TheMacrosPassErrorsOnAndValuesThrough) {
  EXPECT_EQ(Quarter(8).value(), 2);
  EXPECT_EQ(Quarter(7).error(), (Error{Code::kInvalidArgument, "odd"}));
  EXPECT_EQ(Quarter(6).error().message, "odd");
}

TEST(ErrorDeathTest, AbortNamesTheInvariant) {
  EXPECT_DEATH(Abort("two roots"), "broken invariant: two roots");
}

TEST(HashTest, ValuesAreThoseThatStoresHold) {
  EXPECT_EQ(Hash64(""), 0x2d06800538d394c2U);
  EXPECT_NE(Hash64("a"), Hash64("a", 1));
}

}  // namespace
}  // namespace chido
