#include "graph/base/bytes.h"

#include <gtest/gtest.h>

#include <limits>

namespace chido {
namespace {

TEST(BytesTest, EveryKindOfValueComesBack) {
  ByteWriter writer;
  const std::uint64_t numbers[] = {0,     127,   128,
                                   16383, 16384, std::numeric_limits<std::uint64_t>::max()};
  const std::int64_t signed_numbers[] = {0, -1, 1, std::numeric_limits<std::int64_t>::min(),
                                         std::numeric_limits<std::int64_t>::max()};
  for (const std::uint64_t number : numbers) writer.Varint(number);
  for (const std::int64_t number : signed_numbers) writer.Signed(number);
  writer.String("chỉ đỏ");
  writer.String("");
  writer.Float(0.1F);
  writer.Bool(true);
  writer.BigEndian64(0x0102030405060708U);
  ByteReader reader(writer.bytes());
  for (const std::uint64_t number : numbers) EXPECT_EQ(reader.Varint(), number);
  for (const std::int64_t number : signed_numbers) EXPECT_EQ(reader.Signed(), number);
  EXPECT_EQ(reader.String(), "chỉ đỏ");
  EXPECT_EQ(reader.StringView(), "");
  EXPECT_EQ(reader.Float(), 0.1F);
  EXPECT_TRUE(reader.Bool());
  EXPECT_EQ(reader.BigEndian64(), 0x0102030405060708U);
  EXPECT_TRUE(reader.AtEnd());
  EXPECT_TRUE(reader.status("it"));
}

TEST(BytesTest, SmallNumbersAreShort) {
  ByteWriter writer;
  writer.Varint(127);
  writer.Signed(-64);
  EXPECT_EQ(writer.bytes().size(), 2U);
}

TEST(BytesTest, BigEndianBytesCompareAsTheNumbers) {
  ByteWriter small;
  small.BigEndian64(255);
  ByteWriter large;
  large.BigEndian64(256);
  EXPECT_LT(small.bytes(), large.bytes());
}

TEST(BytesTest, ReadingPastTheEndIsCorruptionAndStaysSo) {
  ByteWriter writer;
  writer.String("abc");
  ByteReader reader(std::string_view(writer.bytes()).substr(0, 3));
  EXPECT_EQ(reader.StringView(), "");
  EXPECT_EQ(reader.Varint(), 0U);
  EXPECT_EQ(reader.status("a name").error().code, Code::kCorruption);
  EXPECT_NE(reader.status("a name").error().message.find("a name"), std::string::npos);
}

TEST(BytesTest, ADamagedCountAsksForNoMemory) {
  ByteWriter writer;
  writer.Varint(std::numeric_limits<std::uint64_t>::max());
  ByteReader reader(writer.bytes());
  EXPECT_EQ(reader.Count(), 0U);
  EXPECT_FALSE(reader.ok());
}

TEST(BytesTest, AVarintWithoutEndIsCorruption) {
  const std::string endless(20, '\xFF');
  ByteReader reader(endless);
  EXPECT_EQ(reader.Varint(), 0U);
  EXPECT_FALSE(reader.ok());
}

}  // namespace
}  // namespace chido
