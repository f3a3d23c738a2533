#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <variant>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "sim/model/floor.hpp"
#include "sim/trace/endings.hpp"

namespace gateflow {

/// This person takes only ordinary service at that touchpoint: no case there.
struct Spare {
  PersonId person;
  TouchpointId touchpoint;
};

/// That lane moves so much later than it would.
struct Hold {
  LaneId lane;
  Time span{};
};

/// A lane of that station, by luck: one of those in which somebody is, else one that is open.
struct HoldAt {
  StationId station;
  Time span{};
};

/// The same evening with one thing changed at that instant.
struct WhatIf {
  Time at{};
  std::variant<Spare, Hold, HoldAt> change;
};

/// How much longer somebody waits in the what-if than in the evening as it was; less than 0:
/// shorter.
struct WaitChange {
  PersonId person;
  Time longer{};
  bool operator==(const WaitChange&) const = default;
};

/// The what-if compared with the evening as it was, person by person. The one it is about (spared
/// the case, or held in the lane) is left out of all but `the_one`.
struct Difference {
  bool happened = true;  ///< false: nobody could be held up there then
  Time longer{};         ///< the sum over those who wait longer
  Time shorter{};        ///< the sum over those who wait shorter
  std::uint32_t people_longer = 0;
  std::uint32_t people_shorter = 0;
  std::uint32_t newly_in_by_start = 0;
  std::uint32_t no_longer_in_by_start = 0;
  std::uint32_t newly_gave_up = 0;
  std::uint32_t no_longer_gave_up = 0;
  std::vector<WaitChange> most_longer;   ///< the most first
  std::vector<WaitChange> most_shorter;  ///< the most first
  PersonId the_one;                      ///< none: an idle lane was held
  Ending of_the_one;                     ///< in the what-if
  bool merged = true;  ///< false: it was not shown that the two became one before the end

  bool operator==(const Difference&) const = default;
};

/// Told now and then how many more what-ifs are done; false: stop. May be called from several
/// threads.
using GoOn = std::function<bool(std::size_t finished)>;

/// Each what-if against the evening of that crowd as it was, whose endings are given. Exact: each
/// runs until its future is proven to be the same, or to the end. Requires what-ifs by ascending
/// instants; `keep` is how many of the most changed are listed on each side.
std::vector<Difference> differences(const Floor& floor, const Crowd& crowd, const Endings& endings,
                                    std::span<const WhatIf> what_ifs, std::size_t keep = 10,
                                    const GoOn& go_on = {});

/// The same for a whole venue on several threads, gates that share nothing apart from each other.
/// The answer does not depend on the number of threads. Stopped before its end, it is empty.
std::vector<Difference> differences_by_parts(const Floor& floor, const Crowd& crowd,
                                             const Endings& endings,
                                             std::span<const WhatIf> what_ifs, std::size_t keep,
                                             unsigned threads, const GoOn& go_on = {});

}  // namespace gateflow
