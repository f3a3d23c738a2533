#include "sim/io/scenario/form_schema.hpp"

namespace gateflow {

Json schema_of(const Number& form, Json&) {
  Json out{{"type", "number"}, {"minimum", form.least}};
  if (form.open) out["exclusiveMinimum"] = true;
  out["maximum"] = form.most;
  return out;
}

Json schema_of(const Whole& form, Json&) {
  return {{"type", "integer"}, {"minimum", form.least}, {"maximum", form.most}};
}

Json schema_of(const Flag&, Json&) {
  return {{"type", "boolean"}};
}

Json schema_of(const Text&, Json&) {
  return {{"type", "string"}, {"minLength", 1}};
}

/// Editors hand a TOML time of day to the schema as text; format "time" would ask for a time zone.
Json schema_of(const TimeOfDay&, Json&) {
  return {{"type", "string"},
          {"pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?$"}};
}

Json schema_of(const CellText&, Json&) {
  return {{"anyOf", Json::array({{{"type", "string"}}, {{"type", "integer"}}})}};
}

void KeySchema::add(std::string_view key, Json schema, std::string_view meaning) {
  Json property{{"description", meaning}};
  // Whatever stands beside a reference is not looked at.
  if (schema.contains("$ref"))
    property["allOf"] = Json::array({std::move(schema)});
  else
    property.update(schema);
  properties_[std::string(key)] = std::move(property);
}

Json KeySchema::schema() const {
  Json out{{"type", "object"}, {"properties", properties_}};
  if (!required_.empty()) out["required"] = required_;
  out["additionalProperties"] = false;
  return out;
}

}  // namespace gateflow
