// JSON in: exact numbers, positions, duplicate keys, and everything that is refused.

#include "core/base/json.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/cursor.h"
#include "tests/base/print.h"

namespace shopgauge {
namespace {

Json parsed(std::string_view text) {
  Result<Json> result = parse_json(text);
  EXPECT_TRUE(result.ok()) << text;
  return result.ok() ? result.take() : Json{};
}

std::string first_code(std::string_view text) {
  const Result<Json> result = parse_json(text);
  return result.ok() ? "ok" : result.issues().front().code;
}

TEST(Json, KeepsNumbersExactly) {
  const Json json = parsed(R"([0.1, 1e-3, -12.50, 999999999999999999, 0.123456789012345678, 82])");
  ASSERT_EQ(json.items.size(), 6U);
  EXPECT_EQ(json.items[0].number, Rational::ratio(1, 10));
  EXPECT_EQ(json.items[1].number, Rational::ratio(1, 1000));
  EXPECT_EQ(json.items[2].number, Rational::ratio(-25, 2));
  EXPECT_EQ(json.items[3].number, Rational(999'999'999'999'999'999));
  EXPECT_EQ(json.items[4].number,
            Rational::ratio(123'456'789'012'345'678, 1'000'000'000'000'000'000));
  EXPECT_EQ(json.items[5].number, Rational(82));
}

TEST(Json, KeepsMembersInTheirOrder) {
  const Json json = parsed(R"({"b":1,"a":{"z":null,"y":true}})");
  ASSERT_EQ(json.members.size(), 2U);
  EXPECT_EQ(json.members[0].key, "b");
  EXPECT_EQ(json.members[1].key, "a");
  EXPECT_TRUE(json.find("a")->find("y")->boolean);
  EXPECT_EQ(json.find("c"), nullptr);
}

TEST(Json, KnowsWhereEveryValueStarts) {
  const std::string text = R"({ "a": [10, "x\"y" , {"k":-2.5}], "b": false })";
  const Json json = parsed(text);
  const Json& list = *json.find("a");
  EXPECT_EQ(json.offset, 0U);
  EXPECT_EQ(text.substr(list.offset, 1), "[");
  EXPECT_EQ(text.substr(list.items[0].offset, 2), "10");
  EXPECT_EQ(text.substr(list.items[1].offset, 6), R"("x\"y")");
  EXPECT_EQ(text.substr(list.items[2].find("k")->offset, 4), "-2.5");
  EXPECT_EQ(text.substr(json.find("b")->offset, 5), "false");
}

TEST(Json, FindsTheNumberThatEndsTheText) {
  EXPECT_EQ(parsed("  12").offset, 2U);
  EXPECT_EQ(parsed("[ 7]").items[0].offset, 2U);
}

TEST(Json, PointsFromTheRootToAValue) {
  const Json json = parsed(R"({"a":[1,{"b/c":[2,3]}],"d":{"e~":4}})");
  EXPECT_EQ(pointer_to(json, json), "");
  EXPECT_EQ(pointer_to(json, json.find("a")->items[1].find("b/c")->items[1]), "/a/1/b~1c/1");
  EXPECT_EQ(pointer_to(json, *json.find("d")->find("e~")), "/d/e~0");
}

TEST(Json, RefusesWhatIsNoJson) {
  for (const char* text :
       {"", "{", "[1,]", "{\"a\" 1}", "nul", "01", "[1] 2", "\"\x01\"", "{\"a\":1e}"}) {
    EXPECT_EQ(first_code(text), "request.parse") << text;
  }
}

TEST(Json, SaysWhereTheTextBreaks) {
  const Result<Json> result = parse_json("{\n  \"a\": tru\n}");
  ASSERT_FALSE(result.ok());
  ASSERT_EQ(result.issues().front().params.size(), 2U);
  EXPECT_EQ(result.issues().front().params[0].value, "2");
}

TEST(Json, ReportsAllDuplicateKeysAndUnkeepableNumbers) {
  const Result<Json> result =
      parse_json(R"({"a":1,"b":{"c":1,"c":2},"a":3,"n":[1e400,1234567890123456789,0.1]})");
  ASSERT_FALSE(result.ok());
  ASSERT_EQ(result.issues().size(), 4U);
  EXPECT_EQ(result.issues()[0].code, "request.duplicate_key");
  EXPECT_EQ(result.issues()[0].path, "/b/c");
  EXPECT_EQ(result.issues()[1].path, "/a");
  EXPECT_EQ(result.issues()[2].code, "number.range");
  EXPECT_EQ(result.issues()[2].path, "/n/0");
  EXPECT_EQ(result.issues()[2].params[0].value, "1e400");
  EXPECT_EQ(result.issues()[3].path, "/n/1");
}

TEST(Json, RefusesTextsThatAreNestedTooDeeply) {
  const std::string deepest(kDeepestJson, '[');
  EXPECT_EQ(first_code(deepest + std::string(kDeepestJson, ']')), "ok");
  EXPECT_EQ(first_code(deepest + "[]" + std::string(kDeepestJson, ']')), "request.parse");
}

TEST(Json, CountsColumnsInCodePoints) {
  const std::string text = "{\n \"店\": 1}";
  const Position at = position_of(text, text.find('1'));
  EXPECT_EQ(at.line, 2);
  EXPECT_EQ(at.column, 7);
}

TEST(Cursor, CollectsIssuesWithTheirPointers) {
  const Json json = parsed(R"({"list":[{"a~b":1}],"text":2})");
  Issues issues;
  const CursorContext context{issues, "t.type", "t.unknown", "t.missing", "/program"};
  const Cursor root(json, context);
  EXPECT_TRUE(root.need_object("list"));
  EXPECT_FALSE(root.need("other"));
  EXPECT_EQ(root.find("text").string(), nullptr);
  const Cursor list = root.find("list");
  const Cursor item = list[0];
  item.find("a~b").issue("t.value", "why", {{"id", "x"}});
  ASSERT_EQ(issues.size(), 4U);
  EXPECT_EQ(issues[0].code + issues[0].path, "t.unknown/program/text");
  EXPECT_EQ(issues[1].code + issues[1].path, "t.missing/program");
  EXPECT_EQ(issues[2].code + issues[2].path, "t.type/program/text");
  EXPECT_EQ(issues[3].path, "/program/list/0/a~0b");
  EXPECT_EQ(issues[3].params[0].value, "x");
}

TEST(Cursor, FindsAWordInAList) {
  EXPECT_EQ(index_in("one two three", "two"), 1);
  EXPECT_EQ(index_in("one two three", "three"), 2);
  EXPECT_EQ(index_in("one two three", "thr"), -1);
  EXPECT_EQ(index_in("one two", ""), -1);
}

}  // namespace
}  // namespace shopgauge
