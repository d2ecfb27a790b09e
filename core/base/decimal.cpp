// Text of exact numbers: reading JSON's notation, writing decimals.

#include "core/base/decimal.h"

#include <algorithm>
#include <utility>

#include "core/base/check.h"

namespace shopgauge {
namespace {

__extension__ using Uint128 = unsigned __int128;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes the decimal digits at the front of `text` off it and returns them.
std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) {
    ++count;
  }
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

// Takes `c` off the front of `text`, if it is there.
bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) {
    return false;
  }
  text.remove_prefix(1);
  return true;
}

// The parts of a JSON number, in their order.
struct NumberText {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
  std::int64_t exponent = 0;  // stops at about 10^15, more than any text has digits
};

// An exponent after its 'e' or 'E'.
std::optional<std::int64_t> take_exponent(std::string_view& text) {
  const bool negative = take(text, '-');
  if (!negative) {
    take(text, '+');
  }
  const std::string_view digits = take_digits(text);
  if (digits.empty()) {
    return std::nullopt;
  }
  std::int64_t exponent = 0;
  for (const char digit : digits) {
    if (exponent < 100'000'000'000'000) {
      exponent = exponent * 10 + (digit - '0');
    }
  }
  return negative ? -exponent : exponent;
}

// Splits a JSON number (RFC 8259, section 6).
std::optional<NumberText> split_number(std::string_view text) {
  NumberText number;
  number.negative = take(text, '-');
  number.whole = take_digits(text);
  if (number.whole.empty() || (number.whole.size() > 1 && number.whole.front() == '0')) {
    return std::nullopt;
  }
  if (take(text, '.')) {
    number.fraction = take_digits(text);
    if (number.fraction.empty()) {
      return std::nullopt;
    }
  }
  if (take(text, 'e') || take(text, 'E')) {
    const std::optional<std::int64_t> exponent = take_exponent(text);
    if (!exponent) {
      return std::nullopt;
    }
    number.exponent = *exponent;
  }
  if (!text.empty()) {
    return std::nullopt;
  }
  return number;
}

// mantissa * 10^exponent without zeros at either end of the mantissa.
struct Scientific {
  std::int64_t mantissa = 0;
  int digits = 0;  // of the mantissa
  std::int64_t exponent = 0;
};

// Nothing when the mantissa has more than 18 digits.
std::optional<Scientific> to_scientific(const NumberText& number) {
  Scientific result;
  std::int64_t zeros = 0;  // seen since the last other digit
  for (const std::string_view part : {number.whole, number.fraction}) {
    for (const char digit : part) {
      if (digit == '0') {
        zeros += result.digits > 0 ? 1 : 0;
        continue;
      }
      if (result.digits + zeros + 1 > kMostDigits) {
        return std::nullopt;
      }
      const int shift = static_cast<int>(zeros) + 1;
      result.mantissa = result.mantissa * power_of_ten(shift) + (digit - '0');
      result.digits += shift;
      zeros = 0;
    }
  }
  result.exponent = number.exponent + zeros - static_cast<std::int64_t>(number.fraction.size());
  return result;
}

// How many decimal places write 1 / denominator exactly; nothing when no number of them does.
std::optional<int> decimal_places(Integer denominator) {
  int places = 0;
  for (; !denominator.fits_int64(); ++places) {
    const Integer common = gcd(denominator, Integer(10));
    if (common == Integer(1)) {
      return std::nullopt;
    }
    denominator = divmod(denominator, common).quotient;
  }
  auto rest = static_cast<std::uint64_t>(denominator.to_int64());
  for (; rest != 1; ++places) {
    const std::uint64_t common = gcd(rest, std::uint64_t{10});
    if (common == 1) {
      return std::nullopt;
    }
    rest /= common;
  }
  return places;
}

// The digits of a whole number with the point `places` from their end.
std::string with_point(std::string digits, int places, bool negative) {
  const auto after_point = static_cast<std::size_t>(places);
  if (after_point > 0) {
    if (digits.size() <= after_point) {
      digits.insert(0, after_point + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - after_point, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

std::string digits_of(Uint128 value) {
  std::string digits;
  for (; value > ~std::uint64_t{0}; value /= 10) {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
  }
  std::string front;
  for (auto rest = static_cast<std::uint64_t>(value); rest != 0 || front.empty(); rest /= 10) {
    front.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  std::reverse(front.begin(), front.end());
  return front + digits;
}

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

// display for what fits in 64 bits: most numbers do, and a reply prints hundreds.
std::string small_display(const Fraction& value, int digits) {
  const auto denominator = static_cast<std::uint64_t>(value.denominator);
  const Uint128 scaled =
      Uint128{magnitude(value.numerator)} * static_cast<std::uint64_t>(power_of_ten(digits));
  const bool fits = scaled <= ~std::uint64_t{0};
  const Uint128 quotient =
      fits ? static_cast<std::uint64_t>(scaled) / denominator : scaled / denominator;
  const auto rest = static_cast<std::uint64_t>(scaled - quotient * denominator);
  Uint128 rounded = quotient + (rest >= denominator - rest ? 1 : 0);
  if (rounded == 0) {
    return "0";
  }
  int places = digits;
  for (; places > 0 && rounded % 10 == 0; rounded /= 10) {
    --places;
  }
  return with_point(digits_of(rounded), places, value.numerator < 0);
}

}  // namespace

std::optional<Rational> parse_decimal(std::string_view text) {
  const std::optional<NumberText> number = split_number(text);
  if (!number) {
    return std::nullopt;
  }
  const std::optional<Scientific> parts = to_scientific(*number);
  if (!parts) {
    return std::nullopt;
  }
  if (parts->mantissa == 0) {
    return Rational(0);
  }
  if (parts->digits + parts->exponent > kMostDigits || parts->exponent < -kMostDigits) {
    return std::nullopt;
  }
  const std::int64_t mantissa = number->negative ? -parts->mantissa : parts->mantissa;
  const int exponent = static_cast<int>(parts->exponent);
  return exponent < 0 ? Rational::ratio(mantissa, power_of_ten(-exponent))
                      : Rational(mantissa * power_of_ten(exponent));
}

std::optional<Rational> parse_any_decimal(std::string_view text) {
  constexpr std::int64_t kMost = 400;
  const std::optional<NumberText> number = split_number(text);
  if (!number || number->exponent > kMost || number->exponent < -kMost) {
    return std::nullopt;
  }
  Rational value;
  for (const std::string_view part : {number->whole, number->fraction}) {
    for (const char digit : part) {
      value = value * 10 + (digit - '0');
    }
  }
  const std::int64_t exponent =
      number->exponent - static_cast<std::int64_t>(number->fraction.size());
  for (std::int64_t i = exponent; i > 0; --i) {
    value *= 10;
  }
  for (std::int64_t i = exponent; i < 0; ++i) {
    value /= 10;
  }
  return number->negative ? -value : value;
}

bool is_decimal(const Rational& value) { return decimal_places(value.denominator()).has_value(); }

std::string to_decimal(const Rational& value) {
  const auto small = value.small();
  if (small && power_of_ten(kMostDigits) % small->denominator == 0) {
    return small_display(*small, kMostDigits);
  }
  const std::optional<int> places = decimal_places(value.denominator());
  require(places.has_value());
  Rational scaled = abs(value);
  for (int i = 0; i < *places; ++i) {
    scaled *= 10;
  }
  return with_point(to_text(scaled.numerator()), *places, value.sign() < 0);
}

std::string to_fraction(const Rational& value) {
  const std::string numerator = to_text(value.numerator());
  return value.is_integer() ? numerator : numerator + "/" + to_text(value.denominator());
}

std::string display(const Rational& value, int digits) {
  if (const auto small = value.small()) {
    return small_display(*small, digits);
  }
  return to_decimal(round_to(value, digits, Rounding::half_up));
}

}  // namespace shopgauge
