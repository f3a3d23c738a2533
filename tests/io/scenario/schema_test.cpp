#include "sim/io/schema.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/io/scenario/reading.hpp"

namespace gateflow {
namespace {

using Json = nlohmann::ordered_json;
/// Makes a whole file of a value that stands somewhere in it.
using Wrap = std::function<std::string(const std::string&)>;

/// Goes through a schema and tries each of its promises on the reader.
class Trial {
 public:
  explicit Trial(const std::string& schema) : root_(Json::parse(schema)) {}

  void run() {
    visit(root_, [](const std::string& table) {  // the root has no braces: it is the file
      return table.substr(1, table.size() - 2);
    });
  }

  std::size_t keys = 0, values = 0;

 private:
  const Json& definition(const Json& schema) const {
    return root_.at(Json::json_pointer(schema.at("$ref").get<std::string>().substr(1)));
  }

  /// The least value that the schema allows.
  std::string sample(const Json& schema) const {
    if (schema.contains("$ref")) return sample(definition(schema));
    if (schema.contains("anyOf")) return sample(schema["anyOf"][0]);
    if (schema.contains("allOf")) return sample(schema["allOf"][0]);
    if (schema.contains("enum")) return '"' + schema["enum"][0].get<std::string>() + '"';
    const std::string type = schema.at("type");
    if (type == "string") return schema.contains("pattern") ? "20:00:00" : "\"a\"";
    if (type == "boolean") return "true";
    if (type == "integer") return std::to_string(schema.value("minimum", std::int64_t{0}));
    if (type == "number") return std::to_string(least_number(schema));
    if (type == "array") return list(schema, [&](const Json& item) { return sample(item); });
    if (schema.contains("properties")) return table(schema, "", "");
    if (!schema.contains("additionalProperties")) return "{}";
    return "{ a = " + sample(schema.at("additionalProperties")) + " }";
  }

  static double least_number(const Json& schema) {
    const bool open = schema.value("exclusiveMinimum", false);
    return schema.at("minimum").get<double>() + (open ? 0.5 : 0);
  }

  static std::string list(const Json& schema,
                          const std::function<std::string(const Json&)>& value) {
    const Json& items = schema.at("items");
    std::string out = "[";
    for (std::size_t i = 0; i < schema.at("minItems").get<std::size_t>(); ++i)
      out += value(items.is_array() ? items[i] : items) + ", ";
    return out + ']';
  }

  /// What a table has to have, and one key with that value.
  std::string table(const Json& schema, const std::string& key, const std::string& value) const {
    std::string out = "{";
    const auto add = [&](const std::string& name, const std::string& what) {
      out += (out.size() > 1 ? separator(schema) : "") + name + " = " + what;
    };
    for (const Json& name : schema.value("required", Json::array()))
      if (name != key) add(name, sample(schema["properties"][name.get<std::string>()]));
    if (!key.empty()) add(key, value);
    return out + '}';
  }

  std::string separator(const Json& schema) const {
    return schema.contains("$schema") ? "\n" : ", ";
  }

  void visit(const Json& schema, const Wrap& wrap) {
    if (schema.contains("$ref")) {
      if (seen_.insert(schema["$ref"].get<std::string>()).second) visit(definition(schema), wrap);
      return;
    }
    for (const char* choice : {"anyOf", "allOf"})
      if (schema.contains(choice))
        for (const Json& one : schema[choice]) visit(one, wrap);
    const std::string type = schema.value("type", "");
    if (type == "object" && schema.contains("properties")) visit_keys(schema, wrap);
    if (type == "object" && schema.value("additionalProperties", Json()).is_object())
      visit(schema.at("additionalProperties"),
            [&](const std::string& value) { return wrap("{ a = " + value + " }"); });
    if (type == "array" && !schema.at("items").is_array())
      visit(schema["items"], [&](const std::string& value) {
        return wrap(list(schema, [&](const Json&) { return value; }));
      });
    if (schema.contains("minimum")) try_range(schema, type, wrap);
    if (schema.contains("enum")) refused(wrap("\"?\""), "expected ");
  }

  void visit_keys(const Json& schema, const Wrap& wrap) {
    REQUIRE(schema.at("additionalProperties") == false);
    for (const auto& [key, property] : schema["properties"].items()) {
      ++keys;
      accepted(wrap(table(schema, key, sample(property))));
      refused(wrap(table(schema, key + "x", "1")), "'" + key + "x'");
      const std::string& name = key;
      visit(property, [&](const std::string& value) { return wrap(table(schema, name, value)); });
    }
  }

  void try_range(const Json& schema, const std::string& type, const Wrap& wrap) {
    const bool open = schema.value("exclusiveMinimum", false);
    const double least = schema.at("minimum").get<double>();
    const double most = schema.at("maximum").get<double>();
    const auto text = [&](double number) {
      return type == "integer" ? std::to_string(static_cast<std::int64_t>(number))
                               : std::to_string(number);
    };
    refused(wrap(text(least - (open ? 0 : 1))), "expected ");
    refused(wrap("true"), "expected ");
    if (type == "integer" && most > 1e18) return;  // as large as TOML's whole numbers go
    accepted(wrap(text(most)));
    refused(wrap(text(most * 2 + 1)), "expected ");
  }

  /// Whatever a file of minimal values lacks besides, its keys and their values are fine.
  void accepted(const std::string& toml) {
    ++values;
    INFO(toml);
    for (const std::string& told : faults_in(toml)) {
      INFO(told);
      CHECK(told.find("unknown key") == std::string::npos);
      CHECK(told.find("does not go with") == std::string::npos);
      CHECK(told.find("expected") == std::string::npos);
      // A desk needs none: that a check does only the reader can tell.
      if (told.find("'service_s' is missing") != std::string::npos) continue;
      CHECK(told.find("' is missing") == std::string::npos);
    }
  }

  void refused(const std::string& toml, const std::string& because) {
    ++values;
    INFO(toml);
    bool told_so = false;
    for (const std::string& told : faults_in(toml))
      told_so = told_so || told.find(because) != std::string::npos;
    CHECK(told_so);
  }

  Json root_;
  std::set<std::string> seen_;
};

TEST_CASE("the schema in assets is that of the reader") {
  // After a change of the format: gateflow schema > assets/scenario.schema.json
  std::ifstream file(GATEFLOW_ROOT "/assets/scenario.schema.json");
  std::stringstream text;
  text << file.rdbuf();
  CHECK(text.str() == scenario_schema());
}

TEST_CASE("the reader takes every key of the schema in its range, and no other") {
  Trial trial(scenario_schema());
  trial.run();
  CHECK(trial.keys > 150);
  CHECK(trial.values > 600);
}

TEST_CASE("a key is described in the schema with its meaning and its range") {
  const Json schema = Json::parse(scenario_schema());
  const Json& station = schema["properties"]["station"]["additionalProperties"]["properties"];
  CHECK(station["lanes"] == Json{{"description",
                                  "lanes a gate; at a desk: bays. Default: the most ever staffed, "
                                  "else 1"},
                                 {"type", "integer"},
                                 {"minimum", 1},
                                 {"maximum", 1000}});
  CHECK(station["service_s"]["allOf"][0]["$ref"] == "#/definitions/law");
}

}  // namespace
}  // namespace gateflow
