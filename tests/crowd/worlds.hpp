#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace gateflow::crowds {

/// One way in, one class of tickets and one scan of 10 s, to which people come from the street.
Scenario one_gate(Arrivals arrivals);

/// Scenarios grow by one thing at a time; what is there keeps its ids.

/// On every route, as the last station so far; the same service for every class.
TouchpointId add_touchpoint(Scenario& scenario, std::string name, Distribution service_s);

/// With the routes of the first gate.
GateId add_gate(Scenario& scenario, std::string name, double share);

/// With the routes and services of the first class, which no source brings yet.
ClassId add_class(Scenario& scenario, std::string name, double share);

Source& add_source(Scenario& scenario, std::string name, Arrivals arrivals);

/// Of the same share for everybody, at the first touchpoint.
CaseId add_case(Scenario& scenario, std::string name, double share);

ArrivalStamps stamps_s(std::initializer_list<int> at);

}  // namespace gateflow::crowds
