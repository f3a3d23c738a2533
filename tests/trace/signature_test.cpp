#include "sim/trace/signature.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "sim/trace/trace.hpp"

using namespace gateflow;

namespace {

const Happening called{12s, PersonId{1}, StationId{2}, LaneId{3}, CaseId{4}, What::Called};
const Happening left{15s, PersonId{1}, StationId{2}, LaneId{3}, {}, What::Left};

std::uint64_t signature_of(const std::vector<Happening>& happenings) {
  Signature signature;
  for (const Happening& happening : happenings) signature(happening);
  return signature.value();
}

}  // namespace

TEST_CASE("a signature is the same in every build", "[digest]") {
  CHECK(signature_of({called, left}) == 0x40787ACB267FD234u);
}

TEST_CASE("every field of every happening and their order show in the signature") {
  std::set<std::uint64_t> seen{signature_of({}), signature_of({called}),
                               signature_of({called, left}), signature_of({left, called}),
                               signature_of({called, called})};
  Happening other = called;
  other.at += Time{1};
  seen.insert(signature_of({other}));
  other = called, other.person = PersonId{9};
  seen.insert(signature_of({other}));
  other = called, other.station = {};
  seen.insert(signature_of({other}));
  other = called, other.lane = LaneId{4};
  seen.insert(signature_of({other}));
  other = called, other.kind = {};
  seen.insert(signature_of({other}));
  other = called, other.what = What::Joined;
  seen.insert(signature_of({other}));
  CHECK(seen.size() == 11);
}

TEST_CASE("a trace hands its happenings on as they came") {
  Trace trace{"evening", {1, 0}, {}};
  trace(called);
  trace(left);
  Trace again{"evening", {1, 0}, {}};
  replay(trace, again);
  CHECK(again == trace);
}
