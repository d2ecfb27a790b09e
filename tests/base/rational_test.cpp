// Rational against fractions of 128 bits reduced the slow way, against the laws of a field on
// values of 500 bits, and its text and roundings against tables and a definition-like oracle.

#include "core/base/rational.h"

#include <gtest/gtest.h>

#include <compare>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/decimal.h"
#include "tests/base/print.h"

namespace shopgauge {
namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t kSeed = 20'260'602;

Rational decimal(std::string_view text) {
  const std::optional<Rational> value = parse_decimal(text);
  EXPECT_TRUE(value.has_value()) << text;
  return value.value_or(Rational());
}

// The slow oracle: a fraction of 128 bits, in lowest terms by Euclid's algorithm.
struct Fraction {
  Int128 numerator;
  Int128 denominator;

  static Fraction reduced(Int128 numerator, Int128 denominator) {
    Int128 a = numerator;
    Int128 b = denominator;
    while (b != 0) {
      const Int128 rest = a % b;
      a = b;
      b = rest;
    }
    if ((a < 0) != (denominator < 0)) {
      a = -a;
    }
    return {numerator / a, denominator / a};
  }
};

void expect_same(const Rational& actual, const Fraction& expected) {
  ASSERT_EQ(actual.numerator(), Integer(expected.numerator));
  ASSERT_EQ(actual.denominator(), Integer(expected.denominator));
}

// 0 to 62 bits, either sign, so that sums of two products stay within 128 bits.
std::int64_t random_int64(std::mt19937_64& random) {
  const auto value = static_cast<std::int64_t>(random() >> (2 + random() % 62));
  return random() % 2 == 0 ? value : -value;
}

Rational random_whole(std::mt19937_64& random, int bits) {
  Rational value;
  for (int done = 0; done < bits; done += 32) {
    value = value * (std::int64_t{1} << 32) + static_cast<std::int64_t>(random() >> 32);
  }
  return random() % 2 == 0 ? value : -value;
}

// A fraction of 500-bit numbers half of the time, and a small one otherwise.
Rational random_rational(std::mt19937_64& random) {
  const int bits = random() % 2 == 0 ? 500 : 32;
  return random_whole(random, bits) / (random_whole(random, bits) + Rational::ratio(1, 2));
}

TEST(Rational, IsInLowestTerms) {
  expect_same(Rational(), {0, 1});
  expect_same(Rational(-7), {-7, 1});
  expect_same(Rational::ratio(6, 4), {3, 2});
  expect_same(Rational::ratio(6, -4), {-3, 2});
  expect_same(Rational::ratio(-6, -4), {3, 2});
  expect_same(Rational::ratio(0, -4), {0, 1});
  expect_same(Rational::ratio(kMin, kMin), {1, 1});
  expect_same(Rational::ratio(kMin, 2), {kMin / 2, 1});
  expect_same(Rational::ratio(kMin, -1), {-Int128{kMin}, 1});
  expect_same(Rational::ratio(1, kMin), {-1, -Int128{kMin}});
  expect_same(Rational::ratio(kMax, kMin), {-Int128{kMax}, -Int128{kMin}});
  expect_same(Rational::ratio(kMin, kMax), {kMin, kMax});
}

TEST(Rational, TakesOnlyWhatIsExact) {
  static_assert(std::is_convertible_v<int, Rational>);
  static_assert(std::is_convertible_v<std::int64_t, Rational>);
  static_assert(std::is_convertible_v<std::uint32_t, Rational>);
  static_assert(!std::is_constructible_v<Rational, double>);
  static_assert(!std::is_constructible_v<Rational, float>);
  static_assert(!std::is_constructible_v<Rational, bool>);
  static_assert(!std::is_constructible_v<Rational, std::uint64_t>);
  EXPECT_TRUE(3 < Rational(4));
  EXPECT_TRUE(Rational(4) == 4);
}

TEST(Rational, AgreesWith128Bits) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 20'000; ++i) {
    const std::int64_t a = random_int64(random);
    const std::int64_t b = random_int64(random);
    const std::int64_t c = random_int64(random);
    const std::int64_t d = random_int64(random);
    if (b == 0 || d == 0) {
      continue;
    }
    SCOPED_TRACE(std::to_string(a) + "/" + std::to_string(b) + ", " + std::to_string(c) + "/" +
                 std::to_string(d));
    const Rational x = Rational::ratio(a, b);
    const Rational y = Rational::ratio(c, d);
    const Int128 denominator = Int128{b} * d;
    expect_same(x, Fraction::reduced(a, b));
    expect_same(x + y, Fraction::reduced(Int128{a} * d + Int128{c} * b, denominator));
    expect_same(x - y, Fraction::reduced(Int128{a} * d - Int128{c} * b, denominator));
    expect_same(x * y, Fraction::reduced(Int128{a} * c, denominator));
    if (c != 0) {
      expect_same(x / y, Fraction::reduced(Int128{a} * d, Int128{b} * c));
    }
    const Int128 difference = (Int128{a} * d - Int128{c} * b) * (denominator < 0 ? -1 : 1);
    ASSERT_EQ(x <=> y, difference <=> 0);
    ASSERT_EQ(x == y, difference == 0);
    ASSERT_EQ(x.is_zero(), a == 0);
    ASSERT_EQ(x.is_integer(), a % b == 0);
    ASSERT_EQ(truncate(x), Rational(a / b));
  }
}

// Every pair of values next to the limits of 64 bits.
TEST(Rational, AgreesWith128BitsAtTheLimits) {
  const std::vector<std::int64_t> corners = {kMin, kMin + 1, kMin / 2, -3,       -2,       -1,  0,
                                             1,    2,        3,        kMax / 2, kMax - 1, kMax};
  for (const std::int64_t a : corners) {
    for (const std::int64_t b : corners) {
      SCOPED_TRACE(std::to_string(a) + ", " + std::to_string(b));
      const Rational x(a);
      const Rational y(b);
      expect_same(x + y, {Int128{a} + b, 1});
      expect_same(x - y, {Int128{a} - b, 1});
      expect_same(x * y, {Int128{a} * b, 1});
      expect_same(-x, {-Int128{a}, 1});
      ASSERT_EQ(x <=> y, a <=> b);
      ASSERT_EQ(x - y + y, x);
      if (b != 0) {
        expect_same(x / y, Fraction::reduced(Int128{a} * (b < 0 ? -1 : 1), b < 0 ? -Int128{b} : b));
        ASSERT_EQ(x / y * y, x);
        ASSERT_EQ(Rational::ratio(a, b), x / y);
        ASSERT_EQ(truncate(x / y), x / y - (x / y - truncate(x / y)));
      }
    }
  }
}

TEST(Rational, ComesBackFromTheHeap) {
  const Rational large = Rational(kMax) * kMax;
  EXPECT_FALSE(to_int64(large).has_value());
  EXPECT_TRUE(large.is_integer());
  EXPECT_EQ(to_fraction(large), "85070591730234615847396907784232501249");
  EXPECT_EQ(to_int64(large / kMax), kMax);
  EXPECT_EQ(to_int64(large - large), 0);
  EXPECT_EQ(to_int64(Rational(kMax) + 1 - 1), kMax);
  EXPECT_EQ(to_int64(-(-Rational(kMin))), kMin);
  EXPECT_EQ(to_int64(Rational(kMin) / Rational(kMin)), 1);

  const Rational tiny = Rational::ratio(1, kMax) * Rational::ratio(1, kMax);
  EXPECT_EQ(to_fraction(-tiny), "-1/85070591730234615847396907784232501249");
  EXPECT_FALSE(tiny.is_zero());
  EXPECT_FALSE(tiny.is_integer());
  EXPECT_EQ((-tiny).sign(), -1);
  EXPECT_EQ(truncate(tiny), 0);
  EXPECT_EQ(tiny * large, 1);
  EXPECT_EQ(to_int64(Rational(1) / tiny / kMax), kMax);
}

TEST(Rational, LawsOfAField) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 100; ++i) {
    const Rational a = random_rational(random);
    const Rational b = random_rational(random);
    const Rational c = random_rational(random);
    ASSERT_EQ((a + b) - b, a);
    ASSERT_EQ(a + b, b + a);
    ASSERT_EQ(a - b, -(b - a));
    ASSERT_EQ(a * b, b * a);
    ASSERT_EQ(a * (b + c), a * b + a * c);
    ASSERT_EQ((a + b) + c, a + (b + c));
    ASSERT_EQ(a - a, 0);
    if (!b.is_zero()) {
      ASSERT_EQ(a / b * b, a);
      ASSERT_EQ(b / b, 1);
    }
    ASSERT_EQ(a <=> b, (a - b).sign() <=> 0);
    ASSERT_EQ(a == b, (a - b).is_zero());
    ASSERT_EQ(gcd(a.numerator(), a.denominator()), Integer(1));
    ASSERT_EQ(a.denominator().sign(), 1);
  }
}

TEST(Rational, LawsOfTruncation) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 1'000; ++i) {
    const Rational a = random_rational(random);
    const Rational rest = a - truncate(a);
    ASSERT_TRUE(truncate(a).is_integer());
    ASSERT_LT(abs(rest), 1);
    ASSERT_TRUE(rest.is_zero() || rest.sign() == a.sign());
    ASSERT_LE(abs(truncate(a)), abs(a));
  }
}

TEST(Rational, AssignsInPlace) {
  Rational value = Rational::ratio(1, 2);
  value += Rational::ratio(1, 3);
  EXPECT_EQ(value, Rational::ratio(5, 6));
  value -= Rational::ratio(1, 2);
  EXPECT_EQ(value, Rational::ratio(1, 3));
  value *= 6;
  EXPECT_EQ(value, 2);
  value /= 4;
  EXPECT_EQ(value, Rational::ratio(1, 2));
}

TEST(Rational, CopiesAreIndependent) {
  for (const Rational& original : {Rational(3), Rational(kMax) * kMax}) {
    Rational copy = original;
    copy += 1;
    EXPECT_EQ(copy - original, 1);
    Rational other;
    other = original;
    other *= 2;
    EXPECT_EQ(other - original, original);
    Rational& same = other;
    other = same;
    EXPECT_EQ(other, original * 2);
    Rational moved = std::move(other);
    EXPECT_EQ(moved, original * 2);
    other = original;
    EXPECT_EQ(other, original);
    moved = 5;
    EXPECT_EQ(moved, 5);
  }
}

TEST(Rational, OrderVerbs) {
  const Rational half = Rational::ratio(1, 2);
  const Rational third = Rational::ratio(1, 3);
  EXPECT_EQ(min(half, third), third);
  EXPECT_EQ(max(half, third), half);
  EXPECT_EQ(abs(-half), half);
  EXPECT_EQ(abs(half), half);
  EXPECT_EQ(abs(Rational(kMin)), -Rational(kMin));
  EXPECT_EQ(clamp(0, third, half), third);
  EXPECT_EQ(clamp(1, third, half), half);
  EXPECT_EQ(clamp(Rational::ratio(2, 5), third, half), Rational::ratio(2, 5));
  EXPECT_EQ(clamp(9, 3, 3), 3);
}

TEST(Decimal, ReadsJsonNumbers) {
  struct Case {
    std::string_view text;
    Rational expected;
  };
  const std::int64_t e17 = 100'000'000'000'000'000;
  const Case cases[] = {
      {"0", 0},
      {"-0", 0},
      {"0.000", 0},
      {"-0e5", 0},
      {"0e999999999999999999999999999", 0},
      {"0e-999999999999999999999999999", 0},
      {"82", 82},
      {"-0.50", Rational::ratio(-1, 2)},
      {"1e-3", Rational::ratio(1, 1000)},
      {"1E+3", 1000},
      {"1e3", 1000},
      {"1e03", 1000},
      {"1.1", Rational::ratio(11, 10)},
      {"4.7975", Rational::ratio(47'975, 10'000)},
      {"12.5e1", 125},
      {"12.5e-1", Rational::ratio(5, 4)},
      {"10.010", Rational::ratio(1001, 100)},
      {"999999999999999999", 999'999'999'999'999'999},
      {"-999999999999999999", -999'999'999'999'999'999},
      {"99999999999999999.9", Rational::ratio(999'999'999'999'999'999, 10)},
      {"0.999999999999999999", Rational::ratio(999'999'999'999'999'999, e17 * 10)},
      {"1e17", e17},
      {"1e-18", Rational::ratio(1, e17 * 10)},
      {"0.000000000000000001", Rational::ratio(1, e17 * 10)},
      {"0.00000000000000000100000", Rational::ratio(1, e17 * 10)},
      {"100000000000000001", e17 + 1},
      {"100000000000000000000000e-6", e17},
      {"0.00000000000000000000000001e26", 1},
      {"1.00000000000000000000000000", 1},
      {"123456789012345678.00", 123'456'789'012'345'678},
      {"1000000000000000000000e-0000000000000000000000004", e17},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(parse_decimal(one.text), one.expected) << one.text;
  }
  EXPECT_EQ(parse_decimal("1" + std::string(5'000, '0') + "e-5000"), Rational(1));
}

TEST(Decimal, RefusesWhatIsNoJsonNumber) {
  for (const std::string_view text :
       {"",    "-",    "+1",   "01",    "-01", "00",  ".5",    "5.",   "-.5",  "1e",    "1e+",
        "1e-", "1.e3", "e5",   " 1",    "1 ",  "1,5", "1.5.",  "1..5", "--1",  "1e1.5", "0x10",
        "NaN", "inf",  "-inf", "1_000", "½",   "１",  "1e5e5", "1-",   "null", "1.5-",  "1e--5"}) {
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
  }
  using namespace std::string_view_literals;
  EXPECT_EQ(parse_decimal("1\0"sv), std::nullopt);
}

TEST(Decimal, RefusesWhatItsTypeDoesNotHold) {
  for (const std::string_view text :
       {"1000000000000000000", "1e18", "-1e18", "10e17", "1234567890123456789",
        "123456789012345678.9", "1.234567890123456789", "1000000000000000001",
        "0.0000000000000000001", "1e-19", "1.5e-18", "-0.1234567890123456789", "1e400", "1e-400",
        "1e99999999999999999999999999", "1e-99999999999999999999999999"}) {
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_decimal("1" + std::string(5'000, '0')), std::nullopt);
}

TEST(Decimal, ReadsNumbersOfAnyLengthWhereAsked) {
  const Rational e18 = Rational(1'000'000'000) * Rational(1'000'000'000);
  EXPECT_EQ(parse_any_decimal("1e18"), e18);
  EXPECT_EQ(parse_any_decimal("1000000000000000001"), e18 + 1);
  EXPECT_EQ(parse_any_decimal("-1.000000000000000001"), -(Rational(1) + Rational(1) / e18));
  EXPECT_EQ(parse_any_decimal("1" + std::string(40, '0') + "e-22"), e18);
  EXPECT_EQ(parse_any_decimal("0.5"), Rational::ratio(1, 2));
  EXPECT_TRUE(parse_any_decimal("1e400").has_value());
  EXPECT_EQ(parse_any_decimal("1e401"), std::nullopt);
  EXPECT_EQ(parse_any_decimal("1e-401"), std::nullopt);
  EXPECT_EQ(parse_any_decimal("01"), std::nullopt);
}

TEST(Decimal, WritesExactText) {
  EXPECT_EQ(to_decimal(0), "0");
  EXPECT_EQ(to_decimal(-3), "-3");
  EXPECT_EQ(to_decimal(1200), "1200");
  EXPECT_EQ(to_decimal(Rational::ratio(1, 2)), "0.5");
  EXPECT_EQ(to_decimal(Rational::ratio(-1, 2)), "-0.5");
  EXPECT_EQ(to_decimal(Rational::ratio(47'975, 10'000)), "4.7975");
  EXPECT_EQ(to_decimal(Rational::ratio(-1001, 100)), "-10.01");
  EXPECT_EQ(to_decimal(Rational::ratio(1, 1000)), "0.001");
  EXPECT_EQ(to_decimal(Rational::ratio(1, 125)), "0.008");
  EXPECT_EQ(to_decimal(kMin), "-9223372036854775808");
  EXPECT_EQ(to_decimal(Rational(kMax) * 10), "92233720368547758070");
  EXPECT_EQ(to_decimal(Rational::ratio(1, std::int64_t{1} << 62)),
            "0.00000000000000000021684043449710088680149056017398834228515625");
}

TEST(Decimal, TextAndBack) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    const std::string digits =
        std::to_string(random() % 1'000'000'000'000'000'000 >> random() % 60);
    const std::size_t places = random() % 19;
    std::string text = digits;
    if (places > 0) {
      text.insert(0, text.size() > places ? 0 : places + 1 - text.size(), '0');
      text.insert(text.size() - places, 1, '.');
      while (text.back() == '0') {
        text.pop_back();
      }
      if (text.back() == '.') {
        text.pop_back();
      }
    }
    if (text != "0" && random() % 2 == 0) {
      text.insert(0, 1, '-');
    }
    ASSERT_EQ(to_decimal(decimal(text)), text);
    ASSERT_EQ(decimal(digits + "e-" + std::to_string(places)), abs(decimal(text))) << text;
  }
}

TEST(Decimal, KnowsWhatDecimalsCanWrite) {
  for (std::int64_t denominator = 1; denominator <= 1'000; ++denominator) {
    // The definition: some power of ten is a multiple; 2^9 is the largest prime power in question.
    const bool expected = 1'000'000'000 % denominator == 0;
    ASSERT_EQ(is_decimal(Rational::ratio(1, denominator)), expected) << denominator;
  }
  const Rational wide = Rational(1) / (Rational(kMax) + 1) / (std::int64_t{1} << 40);  // 2^-103
  EXPECT_TRUE(is_decimal(wide));
  EXPECT_FALSE(is_decimal(wide / 3));
  EXPECT_FALSE(is_decimal(Rational::ratio(1, kMax) / kMax));  // 2^63 - 1 is a multiple of 7
}

TEST(Rational, FractionText) {
  EXPECT_EQ(to_fraction(0), "0");
  EXPECT_EQ(to_fraction(Rational::ratio(-1, 3)), "-1/3");
  EXPECT_EQ(to_fraction(Rational::ratio(8, 2)), "4");
}

struct RoundingCase {
  std::string_view value;
  int digits;
  bool tie;
  std::string_view half_up, half_even, down, up, floor;
};

TEST(Rounding, KnownValues) {
  const RoundingCase cases[] = {
      {"0", 0, false, "0", "0", "0", "0", "0"},
      {"2", 0, false, "2", "2", "2", "2", "2"},
      {"-2", 3, false, "-2", "-2", "-2", "-2", "-2"},
      {"0.5", 0, true, "1", "0", "0", "1", "0"},
      {"1.5", 0, true, "2", "2", "1", "2", "1"},
      {"2.5", 0, true, "3", "2", "2", "3", "2"},
      {"-0.5", 0, true, "-1", "0", "0", "-1", "-1"},
      {"-1.5", 0, true, "-2", "-2", "-1", "-2", "-2"},
      {"-2.5", 0, true, "-3", "-2", "-2", "-3", "-3"},
      {"2.4999999999999", 0, false, "2", "2", "2", "3", "2"},
      {"2.5000000000001", 0, false, "3", "3", "2", "3", "2"},
      {"-2.4999999999999", 0, false, "-2", "-2", "-2", "-3", "-3"},
      {"-2.5000000000001", 0, false, "-3", "-3", "-2", "-3", "-3"},
      {"0.045", 2, true, "0.05", "0.04", "0.04", "0.05", "0.04"},
      {"0.055", 2, true, "0.06", "0.06", "0.05", "0.06", "0.05"},
      {"-0.045", 2, true, "-0.05", "-0.04", "-0.04", "-0.05", "-0.05"},
      {"99.95", 1, true, "100", "100", "99.9", "100", "99.9"},
      {"0.0001", 2, false, "0", "0", "0", "0.01", "0"},
      {"-0.0001", 2, false, "0", "0", "0", "-0.01", "-0.01"},
      {"0.000000000000000001", 18, false, "0.000000000000000001", "0.000000000000000001",
       "0.000000000000000001", "0.000000000000000001", "0.000000000000000001"},
      {"123456789012345678", 18, false, "123456789012345678", "123456789012345678",
       "123456789012345678", "123456789012345678", "123456789012345678"},
  };
  for (const RoundingCase& one : cases) {
    SCOPED_TRACE(one.value);
    const Rational value = decimal(one.value);
    EXPECT_EQ(to_decimal(round_to(value, one.digits, Rounding::half_up)), one.half_up);
    EXPECT_EQ(to_decimal(round_to(value, one.digits, Rounding::half_even)), one.half_even);
    EXPECT_EQ(to_decimal(round_to(value, one.digits, Rounding::down)), one.down);
    EXPECT_EQ(to_decimal(round_to(value, one.digits, Rounding::up)), one.up);
    EXPECT_EQ(to_decimal(floor_to(value, one.digits)), one.floor);
    EXPECT_EQ(display(value, one.digits), one.half_up);
    EXPECT_EQ(is_tie(value, one.digits), one.tie);
  }
}

// The neighbours of a value, found by counting up, and the definitions applied to them.
TEST(Rounding, AgreesWithTheDefinitions) {
  for (const int digits : {0, 1, 2}) {
    const std::int64_t unit = digits == 0 ? 1 : (digits == 1 ? 10 : 100);
    for (std::int64_t denominator = 1; denominator <= 40; ++denominator) {
      std::int64_t low = -101 * unit;  // in units of the last digit
      for (std::int64_t numerator = -100; numerator <= 100; ++numerator) {
        while ((low + 1) * denominator <= numerator * unit) {
          ++low;
        }
        SCOPED_TRACE(std::to_string(numerator) + "/" + std::to_string(denominator) + " to " +
                     std::to_string(digits));
        const Rational value = Rational::ratio(numerator, denominator);
        const std::int64_t below = numerator * unit - low * denominator;  // times denominator
        const std::int64_t high = below == 0 ? low : low + 1;
        const bool tie = 2 * below == denominator;
        const std::int64_t nearer = 2 * below < denominator ? low : high;
        const std::int64_t even = low % 2 == 0 ? low : high;
        const std::int64_t inner = numerator < 0 ? high : low;
        const std::int64_t outer = numerator < 0 ? low : high;
        const auto rounded = [&](Rounding mode) { return round_to(value, digits, mode) * unit; };
        ASSERT_EQ(rounded(Rounding::half_up), tie ? outer : nearer);
        ASSERT_EQ(rounded(Rounding::half_even), tie ? even : nearer);
        ASSERT_EQ(rounded(Rounding::down), inner);
        ASSERT_EQ(rounded(Rounding::up), outer);
        ASSERT_EQ(floor_to(value, digits) * unit, low);
        ASSERT_EQ(is_tie(value, digits), tie);
      }
    }
  }
}

TEST(Rounding, OfLargeValues) {
  const Rational large = Rational(kMax) * kMax;  // odd
  const Rational tie = large / 2;
  EXPECT_TRUE(is_tie(tie, 0));
  EXPECT_EQ(round_to(tie, 0, Rounding::half_up), (large + 1) / 2);
  EXPECT_EQ(round_to(-tie, 0, Rounding::half_up), (-large - 1) / 2);
  EXPECT_EQ(round_to(tie, 0, Rounding::half_even), (large - 1) / 2);
  EXPECT_EQ(floor_to(-tie, 0), (-large - 1) / 2);
  EXPECT_EQ(round_to(large, 18, Rounding::half_up), large);
}

TEST(Rounding, DisplayIsShort) {
  EXPECT_EQ(display(Rational::ratio(2, 3), 2), "0.67");
  EXPECT_EQ(display(Rational::ratio(-2, 3), 2), "-0.67");
  EXPECT_EQ(display(Rational::ratio(1, 3), 0), "0");
  EXPECT_EQ(display(Rational::ratio(-1, 3), 0), "0");
  EXPECT_EQ(display(Rational::ratio(-1, 1000), 2), "0");
  EXPECT_EQ(display(Rational::ratio(999, 1000), 2), "1");
  EXPECT_EQ(display(Rational::ratio(5, 2), 4), "2.5");
  EXPECT_EQ(display(Rational::ratio(41, 40), 2), "1.03");
}

#if GTEST_HAS_DEATH_TEST
TEST(RationalDeathTest, BrokenPreconditionsStop) {
  EXPECT_DEATH((void)Rational::ratio(1, 0), "");
  EXPECT_DEATH((void)(Rational(1) / Rational(0)), "");
  EXPECT_DEATH((void)(Rational(kMax) * kMax / Rational(0)), "");
  EXPECT_DEATH((void)to_decimal(Rational::ratio(1, 3)), "");
  EXPECT_DEATH((void)clamp(0, 2, 1), "");
  EXPECT_DEATH((void)round_to(1, -1, Rounding::down), "");
  EXPECT_DEATH((void)round_to(1, 19, Rounding::down), "");
}
#endif

}  // namespace
}  // namespace shopgauge
