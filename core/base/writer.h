// JSON out: appends to one string, keys in the order of the calls, numbers as exact decimals.

#ifndef SHOPGAUGE_CORE_BASE_WRITER_H_
#define SHOPGAUGE_CORE_BASE_WRITER_H_

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/rational.h"

namespace shopgauge {

// Calls must make one well-formed value; commas are set where they belong.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view value);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  JsonWriter& integer(std::int64_t value) { return raw(std::to_string(value)); }
  // Exact. Precondition: is_decimal(value).
  JsonWriter& number(const Rational& value) { return raw(to_decimal(value)); }
  // A figure for people: 6 digits, half up.
  JsonWriter& figure(const Rational& value) { return raw(display(value, kFigureDigits)); }
  // A value that was read, as it was written but for white space.
  JsonWriter& json(const Json& value);

  [[nodiscard]] std::string take() { return std::move(text_); }

  static constexpr int kFigureDigits = 6;

 private:
  JsonWriter& raw(std::string_view text);
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void comma();
  void quote(std::string_view value);

  std::string text_;
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_WRITER_H_
