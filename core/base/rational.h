// Exact fractions: every score, weight, share and threshold. Arithmetic neither rounds nor
// overflows; rounding happens only where a caller names the digits and the mode.

#ifndef SHOPGAUGE_CORE_BASE_RATIONAL_H_
#define SHOPGAUGE_CORE_BASE_RATIONAL_H_

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/integer.h"

namespace shopgauge {

// Types that a Rational does not take silently: they are inexact, not numbers, or may not fit.
template <typename T>
concept NotExactlyInt64 = std::floating_point<T> || std::same_as<T, bool> ||
    (std::unsigned_integral<T> && sizeof(T) >= sizeof(std::int64_t));

// A fraction as two plain numbers.
struct Fraction {
  std::int64_t numerator;
  std::int64_t denominator;
};

// A fraction in lowest terms with a positive denominator. Numerator and denominator lie in the
// object while both fit in 64 bits. Others are held by the thread, until it ends or the
// RationalScope does in which they arose: so a Rational is plain data, and the code that moves
// scores about is small.
class Rational {
 public:
  Rational() = default;                                // 0
  Rational(std::int64_t value) : numerator_(value) {}  // NOLINT: implicit, so that x < 3 reads
  template <NotExactlyInt64 T>
  Rational(T value) = delete;

  // numerator / denominator, reduced. Precondition: denominator is not 0.
  [[nodiscard]] static Rational ratio(std::int64_t numerator, std::int64_t denominator);

  [[nodiscard]] bool is_zero() const { return numerator_ == 0 && wide_ == nullptr; }
  // Whether the object holds the number itself, so that it outlives any scope.
  [[nodiscard]] bool is_small() const { return wide_ == nullptr; }
  [[nodiscard]] bool is_integer() const;
  // -1, 0 or 1.
  [[nodiscard]] int sign() const;

  Rational operator-() const;
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  Rational& operator-=(const Rational& other) { return *this = *this - other; }
  Rational& operator*=(const Rational& other) { return *this = *this * other; }
  Rational& operator/=(const Rational& other) { return *this = *this / other; }
  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  // Precondition: b is not 0.
  friend Rational operator/(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b);
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

  // Both of any size, in lowest terms, the denominator positive.
  [[nodiscard]] Integer numerator() const;
  [[nodiscard]] Integer denominator() const;

  friend Rational truncate(const Rational& value);
  friend std::optional<std::int64_t> to_int64(const Rational& value);

  // Both parts, when they fit in 64 bits.
  [[nodiscard]] std::optional<Fraction> small() const {
    return is_small() ? std::optional(Fraction{numerator_, denominator_}) : std::nullopt;
  }

 private:
  friend class RationalScope;
  struct Wide;
  struct WideStore;
  static WideStore& store();

  static Rational from_reduced(Int128 numerator, Int128 denominator);
  static Rational from_reduced(Integer numerator, Integer denominator);
  static Rational wide_sum(const Rational& a, const Rational& b);
  static Rational wide_product(const Rational& a, const Rational& b);
  [[nodiscard]] Rational inverse() const;

  // While wide_ is set these two hold 0 and 1.
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  const Wide* wide_ = nullptr;
};

// Frees the large numbers that arose in it on this thread. No Rational that is not small may leave
// it.
class RationalScope {
 public:
  RationalScope();
  ~RationalScope();
  RationalScope(const RationalScope&) = delete;
  RationalScope& operator=(const RationalScope&) = delete;

 private:
  std::size_t before_;
};

// The whole number towards zero: 2.7 -> 2, -2.7 -> -2.
[[nodiscard]] Rational truncate(const Rational& value);
// The value, when it is a whole number that fits.
[[nodiscard]] std::optional<std::int64_t> to_int64(const Rational& value);

[[nodiscard]] Rational abs(const Rational& value);
[[nodiscard]] Rational min(const Rational& a, const Rational& b);
[[nodiscard]] Rational max(const Rational& a, const Rational& b);
// The value of [low, high] that is nearest. Precondition: low <= high.
[[nodiscard]] Rational clamp(const Rational& value, const Rational& low, const Rational& high);

inline constexpr int kMostDigits = 18;  // 10^18 is the largest power of ten within 64 bits

// 10^exponent. Precondition: 0 <= exponent <= kMostDigits.
[[nodiscard]] std::int64_t power_of_ten(int exponent);

// How a value between two neighbours of the last kept digit becomes one of them.
enum class Rounding {
  half_up,    // the nearer; a tie away from zero: 2.5 -> 3, -2.5 -> -3
  half_even,  // the nearer; a tie to the even digit: 2.5 -> 2, 3.5 -> 4
  down,       // towards zero: 2.7 -> 2, -2.7 -> -2
  up,         // away from zero: 2.1 -> 3, -2.1 -> -3
};

// In the three functions below `digits` counts decimal places. Precondition: 0 <= digits <= 18.

// The value rounded to `digits` places.
[[nodiscard]] Rational round_to(const Rational& value, int digits, Rounding mode);

// Whether the value lies exactly halfway between two neighbours of `digits` places, so that
// half_up and half_even may part.
[[nodiscard]] bool is_tie(const Rational& value, int digits);

// The greatest number of `digits` places that is not above the value: (-0.25, 1) -> -0.3.
[[nodiscard]] Rational floor_to(const Rational& value, int digits);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_RATIONAL_H_
