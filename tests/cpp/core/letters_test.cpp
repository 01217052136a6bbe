// Names without regard to case and outer space; the expected lower case is Python's.
#include "core/letters.h"

#include <gtest/gtest.h>

namespace outlay {
namespace {

TEST(Letters, LowerCaseOfManyScripts) {
  EXPECT_EQ(lower_case("SP | K\xc3\x9c"
                       "CHEN 7"),
            "sp | k\xc3\xbc"
            "chen 7");
  EXPECT_EQ(lower_case("\xd0\x9c\xd0\x9e\xd0\xa1"), "\xd0\xbc\xd0\xbe\xd1\x81");                  // Cyrillic
  EXPECT_EQ(lower_case("\xce\x9f\xce\x94\xce\x9f\xce\xa3"), "\xce\xbf\xce\xb4\xce\xbf\xcf\x83");  // Greek
  EXPECT_EQ(lower_case("\xce\xbf\xce\xb4\xce\xbf\xcf\x82"), "\xce\xbf\xce\xb4\xce\xbf\xcf\x83");  // with a final sigma
  EXPECT_EQ(lower_case("\xc4\xb0\xc5\x81\xc5\xbd"), "i\xc5\x82\xc5\xbe");
  EXPECT_EQ(lower_case("\xf0\x90\x90\x80"), "\xf0\x90\x90\xa8");  // Deseret, four bytes
  EXPECT_EQ(lower_case("\xe6\x97\xa5\xe6\x9c\xac A"), "\xe6\x97\xa5\xe6\x9c\xac a");
}

TEST(Letters, BytesThatAreNoTextStay) {
  EXPECT_EQ(lower_case("\xff"
                       "A\xc3"),
            "\xff"
            "a\xc3");
  EXPECT_EQ(lower_case("\xed\xa0"), "\xed\xa0");
}

TEST(Letters, OuterSpaceGoesInnerStays) {
  EXPECT_EQ(without_outer_space(" \t a  b \r\n"), "a  b");
  EXPECT_EQ(without_outer_space("\xc2\xa0\xe3\x80\x80x\xe2\x80\x8b\xef\xbb\xbf"), "x");
  EXPECT_EQ(without_outer_space("  \xc2\xa0 "), "");
  EXPECT_EQ(without_outer_space("\xbb"), "\xbb");
  EXPECT_EQ(name_key("  Yoga  MAT "), "yoga  mat");
}

}  // namespace
}  // namespace outlay
