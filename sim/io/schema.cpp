#include "sim/io/schema.hpp"

#include "sim/io/scenario/form_schema.hpp"
#include "sim/io/scenario/keys.hpp"

namespace gateflow {

std::string scenario_schema() {
  Json definitions = Json::object();
  const Json file = schema_of(Keyed<ScenarioEntry>{}, definitions);
  Json schema{
      {"$schema", "http://json-schema.org/draft-04/schema#"},
      {"title", "gateflow scenario"},
      {"description", "An evening at a venue: gates, stations, who comes, what can go wrong"}};
  schema.update(file);
  schema["definitions"] = std::move(definitions);
  return schema.dump(2) + '\n';
}

}  // namespace gateflow
