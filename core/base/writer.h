// JSON out: appends to one string, keys in the order of the calls, numbers as exact decimals.

#ifndef SHOPGAUGE_CORE_BASE_WRITER_H_
#define SHOPGAUGE_CORE_BASE_WRITER_H_

#include <string>
#include <string_view>

#include "core/base/issue.h"
#include "core/base/json.h"
#include "core/base/rational.h"

namespace shopgauge {

// Calls must make one well-formed value; commas are set where they belong.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(Literal name);            // needs no escapes
  JsonWriter& name(std::string_view name);  // a key that is not a literal

  JsonWriter& string(std::string_view value);
  JsonWriter& word(Literal value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& integer(int value);
  // Exact. Precondition: is_decimal(value).
  JsonWriter& number(const Rational& value);
  // A figure for people: 6 digits, half up.
  JsonWriter& figure(const Rational& value);
  // A value that was read, as it was written but for white space.
  JsonWriter& json(const Json& value);

  [[nodiscard]] std::string take() { return std::move(text_); }

  static constexpr int kFigureDigits = 6;

 private:
  JsonWriter& raw(std::string_view text);
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void comma();
  void escape(char c);
  void quote(std::string_view value);

  std::string text_;
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_WRITER_H_
