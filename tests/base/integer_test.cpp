// Integer against 128-bit arithmetic where that suffices, against Python's integers on chosen
// cases, and against the laws of arithmetic on random values of 500 bits and more.

#include "core/base/integer.h"

#include <gtest/gtest.h>

#include <array>
#include <compare>
#include <cstddef>
#include <limits>
#include <random>
#include <string>
#include <string_view>

#include "tests/base/print.h"

namespace shopgauge {
namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t kSeed = 20'260'602;

Integer from_text(std::string_view text) {
  const bool negative = text.front() == '-';
  Integer value;
  for (const char digit : text.substr(negative ? 1 : 0)) {
    value = value * Integer(10) + Integer(digit - '0');
  }
  return negative ? -value : value;
}

// A random value of 0 to `bits` bits, of either sign. Digits of all zeros and all ones are
// frequent, because carries and Knuth's corrections hide there.
Integer random_integer(std::mt19937_64& random, std::uint64_t bits) {
  constexpr std::array<std::int64_t, 4> kCorners = {0, 1, 0x8000'0000, 0xFFFF'FFFF};
  const std::uint64_t size = random() % (bits + 1);
  Integer value;
  for (std::uint64_t done = 0; done < size; done += 32) {
    const auto choice = static_cast<std::size_t>(random() % 8);
    auto digit = static_cast<std::int64_t>(random() >> 32);
    if (choice < kCorners.size()) {
      digit = kCorners[choice];
    }
    if (size - done < 32) {
      digit >>= 32 - (size - done);
    }
    value = value * Integer(Int128{1} << 32) + Integer(digit);
  }
  return random() % 2 == 0 ? value : -value;
}

Int128 random_int128(std::mt19937_64& random, int bits) {
  const auto size = static_cast<int>(random() % static_cast<unsigned>(bits));
  const Int128 value = ((static_cast<Int128>(random() >> 1) << 64) | random()) >> (127 - size);
  return random() % 2 == 0 ? value : -value;
}

Int128 slow_gcd(Int128 a, Int128 b) {
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

TEST(Integer, TextOfKnownValues) {
  EXPECT_EQ(to_text(Integer()), "0");
  EXPECT_EQ(to_text(Integer(0)), "0");
  EXPECT_EQ(to_text(Integer(-7)), "-7");
  EXPECT_EQ(to_text(Integer(999'999'999)), "999999999");
  EXPECT_EQ(to_text(Integer(1'000'000'000)), "1000000000");
  EXPECT_EQ(to_text(Integer(-1'000'000'005)), "-1000000005");
  EXPECT_EQ(to_text(Integer(kMax)), "9223372036854775807");
  EXPECT_EQ(to_text(Integer(kMin)), "-9223372036854775808");
  EXPECT_EQ(to_text(Integer(Int128{kMin} * kMin)), "85070591730234615865843651857942052864");
  // The least value of 128 bits, whose magnitude has none.
  EXPECT_EQ(to_text(Integer(Int128{kMin} * kMax * 2 + Int128{kMin} * 2)),
            "-170141183460469231731687303715884105728");
}

TEST(Integer, KnownProducts) {
  Integer factorial(1);
  for (int i = 2; i <= 30; ++i) {
    factorial = factorial * Integer(i);
  }
  EXPECT_EQ(to_text(factorial), "265252859812191058636308480000000");

  Integer power(-1);
  for (int i = 0; i < 100; ++i) {
    power = power * Integer(3);
  }
  EXPECT_EQ(to_text(power), "-515377520732011331036461129765621272702107522001");

  EXPECT_EQ(to_text(from_text("12345678901234567890123") * from_text("98765432109876543210")),
            "1219326311370217952249611949260778341714830");
}

TEST(Integer, KnownDivisions) {
  struct Case {
    std::string_view dividend, divisor, quotient, remainder;
  };
  // Computed with Python; the first four make Knuth's estimate of a digit too large.
  const Case cases[] = {
      {"39614081257132168796771975171", "9903520314283042199192993793",  //
       "3", "9903520314283042199192993792"},
      {"170141183420855150474555134919112130560", "39614081257132168796771975169",  //
       "4294967294", "39614081257132168792477007874"},
      {"39614081275578912861891592192", "9223372041149743103",  //
       "4294967295", "9223372036854775807"},
      {"39614081257132168796771975167", "9223372041149743103",  //
       "4294967294", "12884901885"},
      {"1000000000000000000000000000000000000000000000000000000000007",
       "999999999999999999999999999999",  //
       "1000000000000000000000000000001", "8"},
      {"11579208923731619542357098500868790785326998466564056403945758400791312963993"
       "5",
       "340282366920938463463374607431768211457",  //
       "340282366920938463463374607431768211455", "0"},
      {"-11450477594321044359340126713545146077054004823284978858214566372120240027249",
       "5474401089420219382077155933569751763",  //
       "-2091640237404259472821099509776828300253", "-1625448403606915987958360453799931210"},
      {"11450477594321044359340126713545146077054004823284978858214566372120240027249",
       "-5474401089420219382077155933569751763",  //
       "-2091640237404259472821099509776828300253", "1625448403606915987958360453799931210"},
      {"-11450477594321044359340126713545146077054004823284978858214566372120240027249",
       "-5474401089420219382077155933569751763",  //
       "2091640237404259472821099509776828300253", "-1625448403606915987958360453799931210"},
      {"170141183460469231731687303715884105728", "-9223372036854775808",  //
       "-18446744073709551616", "0"},
      {"10000000000000000000000000000000000000000", "1000000000",  //
       "10000000000000000000000000000000", "0"},
      {"79228162514264337593543950336", "4294967296",  //
       "18446744073709551616", "0"},
      {"-7", "2", "-3", "-1"},
      {"7", "-2", "-3", "1"},
      {"1", "79228162514264337593543950336", "0", "1"},
      {"0", "-5", "0", "0"},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.dividend);
    const Division result = divmod(from_text(one.dividend), from_text(one.divisor));
    EXPECT_EQ(to_text(result.quotient), one.quotient);
    EXPECT_EQ(to_text(result.remainder), one.remainder);
  }
}

TEST(Integer, FitsInt64UpToItsLimits) {
  for (const std::int64_t value : {std::int64_t{0}, std::int64_t{-1}, kMin, kMin + 1, kMax}) {
    ASSERT_TRUE(Integer(value).fits_int64());
    ASSERT_EQ(Integer(value).to_int64(), value);
  }
  EXPECT_FALSE(Integer(Int128{kMax} + 1).fits_int64());
  EXPECT_FALSE(Integer(Int128{kMin} - 1).fits_int64());
  EXPECT_FALSE(Integer(Int128{1} << 64).fits_int64());
  EXPECT_FALSE(Integer(-(Int128{1} << 100)).fits_int64());
}

TEST(Integer, AgreesWith128Bits) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 10'000; ++i) {
    const Int128 a = random_int128(random, 126);
    const Int128 b = random_int128(random, 126);
    const Int128 small_a = random_int128(random, 63);
    const Int128 small_b = random_int128(random, 63);
    ASSERT_EQ(Integer(a) + Integer(b), Integer(a + b));
    ASSERT_EQ(Integer(a) - Integer(b), Integer(a - b));
    ASSERT_EQ(Integer(small_a) * Integer(small_b), Integer(small_a * small_b));
    ASSERT_EQ(Integer(a) <=> Integer(b), a <=> b);
    ASSERT_EQ(Integer(a) == Integer(b), a == b);
    ASSERT_EQ(Integer(a).sign(), (a > 0) - (a < 0));
    ASSERT_EQ(gcd(Integer(a), Integer(b)), Integer(slow_gcd(a, b)));
    ASSERT_EQ(gcd(Integer(small_a), Integer(b)), Integer(slow_gcd(small_a, b)));
    for (const Int128 divisor : {b, small_b}) {
      if (divisor != 0) {
        const Division result = divmod(Integer(a), Integer(divisor));
        ASSERT_EQ(result.quotient, Integer(a / divisor));
        ASSERT_EQ(result.remainder, Integer(a % divisor));
      }
    }
  }
}

TEST(Integer, GcdOf64Bits) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 10'000; ++i) {
    const std::uint64_t a = random() >> (random() % 64);
    const std::uint64_t b = random() >> (random() % 64);
    ASSERT_EQ(Int128{gcd(a, b)}, slow_gcd(a, b));
  }
  EXPECT_EQ(gcd(std::uint64_t{0}, std::uint64_t{0}), 0u);
  EXPECT_EQ(gcd(std::uint64_t{0}, std::uint64_t{6}), 6u);
  EXPECT_EQ(gcd(std::uint64_t{6}, std::uint64_t{0}), 6u);
  EXPECT_EQ(gcd(std::uint64_t{1} << 63, std::uint64_t{1} << 63), std::uint64_t{1} << 63);
}

TEST(Integer, LawsOfArithmetic) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 2'000; ++i) {
    const Integer a = random_integer(random, 600);
    const Integer b = random_integer(random, 500);
    const Integer c = random_integer(random, 300);
    ASSERT_EQ((a + b) - b, a);
    ASSERT_EQ(a + b, b + a);
    ASSERT_EQ(a - b, -(b - a));
    ASSERT_EQ(a * b, b * a);
    ASSERT_EQ(a * (b + c), a * b + a * c);
    ASSERT_EQ((a * b) * c, a * (b * c));
    ASSERT_EQ(a <=> b, (a - b).sign() <=> 0);
    ASSERT_EQ((a * b).sign(), a.sign() * b.sign());
    ASSERT_EQ(from_text(to_text(a)), a);
  }
}

TEST(Integer, LawsOfDivision) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  const auto size = [](const Integer& value) { return value.sign() < 0 ? -value : value; };
  for (int i = 0; i < 5'000; ++i) {
    const Integer a = random_integer(random, 600);
    const Integer b = random_integer(random, 400);
    if (b.is_zero()) {
      continue;
    }
    const Division result = divmod(a, b);
    ASSERT_EQ(result.quotient * b + result.remainder, a);
    ASSERT_LT(size(result.remainder), size(b));
    ASSERT_TRUE(result.remainder.is_zero() || result.remainder.sign() == a.sign());
    const Division exact = divmod(a * b, b);
    ASSERT_EQ(exact.quotient, a);
    ASSERT_TRUE(exact.remainder.is_zero());
  }
}

TEST(Integer, LawsOfGcd) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 1'000; ++i) {
    const Integer a = random_integer(random, 400);
    const Integer b = random_integer(random, 400);
    const Integer c = random_integer(random, 200);
    const Integer divisor = gcd(a, b);
    ASSERT_EQ(divisor, gcd(b, a));
    ASSERT_EQ(divisor, gcd(-a, b));
    ASSERT_EQ(gcd(a, Integer(0)), a.sign() < 0 ? -a : a);
    ASSERT_EQ(gcd(a * c, b * c), c.sign() < 0 ? -(divisor * c) : divisor * c);
    if (divisor.is_zero()) {
      continue;
    }
    ASSERT_TRUE(divmod(a, divisor).remainder.is_zero());
    ASSERT_TRUE(divmod(b, divisor).remainder.is_zero());
    ASSERT_EQ(gcd(divmod(a, divisor).quotient, divmod(b, divisor).quotient), Integer(1));
  }
}

#if GTEST_HAS_DEATH_TEST
TEST(IntegerDeathTest, BrokenPreconditionsStop) {
  EXPECT_DEATH((void)divmod(Integer(1), Integer(0)), "");
  EXPECT_DEATH((void)Integer(Int128{kMax} + 1).to_int64(), "");
}
#endif

}  // namespace
}  // namespace shopgauge
