// JSON out: commas, escapes, exact numbers and figures for people.

#include "core/base/writer.h"

#include <gtest/gtest.h>

namespace shopgauge {
namespace {

TEST(JsonWriter, SetsCommasWhereTheyBelong) {
  JsonWriter writer;
  writer.begin_object()
      .key("a")
      .begin_array()
      .integer(1)
      .integer(-2)
      .begin_object()
      .end_object()
      .end_array();
  writer.key("b").null().key("c").boolean(true).end_object();
  EXPECT_EQ(writer.take(), R"({"a":[1,-2,{}],"b":null,"c":true})");
}

TEST(JsonWriter, EscapesWhatJsonAsksFor) {
  JsonWriter writer;
  writer.string("a\"b\\c\n\t\x01 店");
  EXPECT_EQ(writer.take(), "\"a\\\"b\\\\c\\n\\u0009\\u0001 店\"");
}

TEST(JsonWriter, WritesNumbersExactlyAndFiguresRounded) {
  JsonWriter writer;
  writer.begin_array()
      .number(Rational::ratio(7, 8))
      .figure(Rational::ratio(2, 3))
      .figure(Rational::ratio(1, 2'000'000));
  writer.figure(Rational::ratio(-1, 3'000'000)).end_array();
  EXPECT_EQ(writer.take(), "[0.875,0.666667,0.000001,0]");
}

TEST(JsonWriter, GivesBackWhatWasRead) {
  const std::string text = R"({"a":[1.5,{"percent":1.1},null,false],"b":"x"})";
  JsonWriter writer;
  writer.json(parse_json(text).take());
  EXPECT_EQ(writer.take(), text);
}

}  // namespace
}  // namespace shopgauge
