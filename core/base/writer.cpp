// Appends JSON to one string.

#include "core/base/writer.h"

#include "core/base/decimal.h"

namespace shopgauge {

void JsonWriter::comma() {
  if (text_.empty()) {
    return;
  }
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') {
    text_ += ',';
  }
}

void JsonWriter::escape(char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    text_ += '\\';
    text_ += c;
  } else if (c == '\n') {
    text_ += "\\n";
  } else {
    text_ += "\\u00";
    text_ += kHex[byte >> 4U];
    text_ += kHex[byte & 0xFU];
  }
}

void JsonWriter::quote(std::string_view value) {
  text_ += '"';
  std::size_t plain = 0;  // where the bytes begin that need no escape
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte < 0x20U || byte == '"' || byte == '\\') {
      text_ += value.substr(plain, i - plain);
      escape(value[i]);
      plain = i + 1;
    }
  }
  text_ += value.substr(plain);
  text_ += '"';
}

JsonWriter& JsonWriter::raw(std::string_view text) {
  comma();
  text_ += text;
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
  comma();
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::begin_object() { return open('{'); }
JsonWriter& JsonWriter::end_object() { return close('}'); }
JsonWriter& JsonWriter::begin_array() { return open('['); }
JsonWriter& JsonWriter::end_array() { return close(']'); }

JsonWriter& JsonWriter::key(Literal name) {
  comma();
  text_ += '"';
  text_ += name;
  text_ += "\":";
  return *this;
}

JsonWriter& JsonWriter::name(std::string_view name) {
  comma();
  quote(name);
  text_ += ':';
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }
JsonWriter& JsonWriter::null() { return raw("null"); }
JsonWriter& JsonWriter::integer(int value) { return raw(std::to_string(value)); }
JsonWriter& JsonWriter::number(const Rational& value) { return raw(to_decimal(value)); }
JsonWriter& JsonWriter::figure(const Rational& value) { return raw(display(value, kFigureDigits)); }
JsonWriter& JsonWriter::word(Literal value) { return string(value); }

JsonWriter& JsonWriter::string(std::string_view value) {
  comma();
  quote(value);
  return *this;
}

JsonWriter& JsonWriter::json(const Json& value) {
  switch (value.kind) {
    case Json::Kind::null:
      return null();
    case Json::Kind::boolean:
      return boolean(value.boolean);
    case Json::Kind::number:
      return number(value.number);
    case Json::Kind::string:
      return string(value.string);
    case Json::Kind::array:
      begin_array();
      for (const Json& item : value.items) {
        json(item);
      }
      return end_array();
    case Json::Kind::object:
      begin_object();
      for (const JsonMember& member : value.members) {
        name(member.key).json(member.value);
      }
      return end_object();
  }
  return *this;
}

}  // namespace shopgauge
