// Turns shapes into objects of a draft-07 schema, choices into if and else.

#include "tests/rules/program_schema.h"

#include <nlohmann/json.hpp>

#include "core/rules/shape.h"

namespace shopgauge::tests {
namespace {

using Dom = nlohmann::ordered_json;

constexpr std::int64_t kTooLarge = 1'000'000'000'000;

Dom reference_to(std::string_view name) { return {{"$ref", "#/definitions/" + std::string(name)}}; }

Dom string_like(Literal pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

Dom number() {
  return {{"type", "number"}, {"exclusiveMinimum", -kTooLarge}, {"exclusiveMaximum", kTooLarge}};
}

Dom whole(const KeyType& type) {
  return {{"type", "integer"}, {"minimum", type.low}, {"maximum", type.high}};
}

Dom tuple(const Dom& item, int size) {
  return {{"type", "array"}, {"items", item}, {"minItems", size}, {"maxItems", size}};
}

Dom words_of(std::string_view words) {
  Dom list = Dom::array();
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    list.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return {{"enum", list}};
}

Dom figure_of(const KeyType& type) {
  if (type.high == 0) {
    return reference_to("figure");
  }
  return {{"allOf", {reference_to("figure"), {{"properties", {{"value", whole(type)}}}}}}};
}

Dom value_of(const KeyType& type) {
  using Kind = KeyType::Kind;
  switch (type.kind) {
    case Kind::text:
      return reference_to("text");
    case Kind::id:
      return string_like("^[a-z][a-z0-9_]*$");
    case Kind::program:
      return string_like("^[a-z][a-z0-9-]*$");
    case Kind::string:
      return {{"type", "string"}, {"minLength", 1}};
    case Kind::date:
      return string_like("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    case Kind::flag:
      return {{"type", "boolean"}};
    case Kind::number:
      return number();
    case Kind::cell:
      return {{"type", {"string", "number", "null"}}};
    case Kind::ends:
      return tuple({{"type", {"number", "null"}}}, 2);
    case Kind::span:
      return tuple(number(), 2);
    case Kind::number_of:
      return tuple(number(), type.low);
    case Kind::words:
      return words_of(type.name);
    case Kind::whole:
      return whole(type);
    case Kind::figure:
      return figure_of(type);
    case Kind::reference:
      return {{"type", "string"}, {"description", "The id of a " + type.name}};
    case Kind::text_id:
      return {{"type", "string"}, {"description", "texts has " + type.name + ".<this>"}};
    case Kind::shape:
      return reference_to(type.name);
  }
  std::abort();
}

// The value with the lists and the map around it.
Dom schema_of(const KeyType& type) {
  Dom schema = value_of(type);
  if (type.nullable) {
    schema = {{"anyOf", {schema, {{"type", "null"}}}}};
  }
  for (auto list = type.lists.rbegin(); list != type.lists.rend(); ++list) {
    schema = {{"type", "array"}, {"items", schema}};
    if (list->fewest > 0) {
      schema["minItems"] = list->fewest;
    }
    if (list->most != SIZE_MAX) {
      schema["maxItems"] = list->most;
    }
    if (list->distinct) {
      schema["uniqueItems"] = true;
    }
  }
  if (type.map) {
    schema = {{"type", "object"}, {"additionalProperties", schema}};
  }
  return schema;
}

// In draft 07 nothing beside "$ref" counts.
Dom described(Dom schema, std::string_view description) {
  if (description.empty()) {
    return schema;
  }
  if (schema.contains("$ref")) {
    return {{"description", description}, {"allOf", {schema}}};
  }
  schema["description"] = description;
  return schema;
}

Dom schema_of(const Shape& shape) {
  Dom properties = Dom::object();
  Dom required = Dom::array();
  Dom one_of = Dom::array();
  for (const ShapeKey& key : shape.keys) {
    properties[std::string(key.key)] = described(schema_of(key.type), key.description);
    if (key.presence == Presence::required || key.presence == Presence::kind) {
      required.push_back(key.key);
    } else if (key.presence == Presence::one_of) {
      one_of.push_back({{"required", {key.key}}});
    }
  }
  Dom schema = {{"type", "object"}, {"description", shape.description}};
  schema["properties"] = properties;
  schema["additionalProperties"] = false;
  if (!required.empty()) {
    schema["required"] = required;
  }
  if (!one_of.empty()) {
    schema["oneOf"] = one_of;
  }
  if (properties.contains("status")) {
    schema["if"] = {{"properties", {{"status", {{"const", "assumed"}}}}}};
    schema["else"] = {{"required", {"source"}}};
  }
  return schema;
}

// Whether an option fits, as a schema.
Dom test_of(std::string_view when) {
  if (when == "@string" || when == "@object") {
    return {{"type", when.substr(1)}};
  }
  const std::size_t equals = when.find('=');
  const std::string key(when.substr(0, equals));
  Dom test = {{"required", {key}}};
  if (equals != std::string_view::npos) {
    test["properties"] = {{key, {{"const", when.substr(equals + 1)}}}};
  }
  return test;
}

Dom schema_of(const ShapeChoice& choice) {
  Dom schema = schema_of(choice.options.back().type);
  for (auto option = choice.options.rbegin() + 1; option != choice.options.rend(); ++option) {
    schema = {{"if", test_of(option->when)}, {"then", schema_of(option->type)}, {"else", schema}};
  }
  return schema;
}

// The definitions that `from` refers to, and those that they refer to.
void collect(const Dom& from, Dom& definitions) {
  if (from.is_object() && from.contains("$ref")) {
    const std::string name = from["$ref"].get<std::string>().substr(14);
    if (!definitions.contains(name)) {
      const Shape* shape = shapes().find(name);
      const Dom definition =
          shape != nullptr ? schema_of(*shape) : schema_of(*shapes().find_choice(name));
      definitions[name] = definition;
      collect(definition, definitions);
    }
  }
  if (from.is_structured()) {
    for (const Dom& part : from) {
      collect(part, definitions);
    }
  }
}

}  // namespace

std::string program_schema() {
  Dom schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "ShopGauge program document"}};
  schema.update(schema_of(*shapes().find("document")));
  Dom definitions = Dom::object();
  collect(schema, definitions);
  schema["definitions"] = definitions;
  return schema.dump(1) + "\n";
}

}  // namespace shopgauge::tests
