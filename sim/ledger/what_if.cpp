#include "sim/ledger/what_if.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "sim/crowd/purpose.hpp"
#include "sim/model/evening.hpp"
#include "sim/model/same_future.hpp"
#include "sim/trace/waits.hpp"

namespace gateflow {

namespace {

/// Sink of a what-if: waits, and who ended otherwise than in the evening as it was.
struct Outcome {
  Waits waits;
  const Endings* before;
  std::vector<std::pair<PersonId, Ending>> otherwise;

  [[gnu::always_inline]] void operator()(const Happening& h) {
    waits(h);
    if (!Endings::is_end(h.what)) return;
    const Ending ending{h.at, h.what};
    if (ending != (*before)[h.person]) otherwise.emplace_back(h.person, ending);
  }
};

/// One what-if on its way.
struct Branch {
  std::size_t row;
  Time forked;
  Time next_check;
  PersonId the_one;
  World world;
  Outcome outcome;
  Evening<Outcome> evening;

  Branch(std::size_t which, Time now, const Floor& floor, const Crowd& crowd, const World& base,
         const Waits& waits, const Endings& before)
      : row(which),
        forked(now),
        next_check(now),
        world(base),
        outcome{waits, &before, {}},
        evening(floor, crowd, world, outcome) {}

  LaneId lane_to_hold(StationId station, const Crowd& crowd, const Floor& floor, Time at) const {
    std::vector<LaneId> busy, open;
    for (unsigned k = 0; k < floor.lanes().count(station); ++k) {
      const LaneId id = floor.lanes().at(station, k);
      const LaneState& lane = world.lanes[id];
      if (lane.broken) continue;
      if (lane.guest) busy.push_back(id);
      if (lane.staffed) open.push_back(id);
    }
    const std::vector<LaneId>& among = busy.empty() ? open : busy;
    if (among.empty()) return {};
    const double dice = stream_of(crowd.luck, floor.station(station).name,
                                  "lane held")(static_cast<std::uint64_t>(at.count()));
    return among[static_cast<std::size_t>(dice * static_cast<double>(among.size()))];
  }
};

/// Requires the instant of the fork. False: nothing could be changed.
bool apply(const Spare& spare, Time, const Floor&, const Crowd&, Branch& branch) {
  branch.world.spared = branch.the_one = spare.person;
  branch.world.spared_at = spare.touchpoint;
  return true;
}

bool apply(const Hold& hold, Time at, const Floor&, const Crowd&, Branch& branch) {
  branch.world.now = at;
  if (const GuestId guest = branch.world.lanes[hold.lane].guest)
    branch.the_one = branch.world.guests[guest].person;
  return branch.evening.hold(hold.lane, hold.span);
}

bool apply(const HoldAt& hold, Time at, const Floor& floor, const Crowd& crowd, Branch& branch) {
  const LaneId lane = branch.lane_to_hold(hold.station, crowd, floor, at);
  return lane && apply(Hold{lane, hold.span}, at, floor, crowd, branch);
}

/// A case arises in the course of its instant, so its fork comes just before it.
Time fork_of(const WhatIf& what_if) {
  return std::holds_alternative<Spare>(what_if.change) ? what_if.at - Time{1} : what_if.at;
}

/// Compares how people ended.
class EndingsCompared {
 public:
  EndingsCompared(Time start, Difference& difference) : start_(start), difference_(difference) {}

  void take(const Ending& before, const Ending& now) {
    difference_.newly_in_by_start += !in_by_start(before) && in_by_start(now);
    difference_.no_longer_in_by_start += in_by_start(before) && !in_by_start(now);
    difference_.newly_gave_up += !gave_up(before) && gave_up(now);
    difference_.no_longer_gave_up += gave_up(before) && !gave_up(now);
  }

 private:
  bool in_by_start(const Ending& ending) const {
    return start_ > Time{} && ending.how == What::Admitted && ending.at <= start_;
  }
  static bool gave_up(const Ending& ending) {
    return ending.how == What::GaveUp || ending.how == What::Baulked;
  }

  Time start_;  ///< 0: none is stated
  Difference& difference_;
};

void keep_the_most(std::vector<WaitChange>& changes, std::size_t keep) {
  const auto amount = [](const WaitChange& c) { return c.longer < Time{} ? -c.longer : c.longer; };
  const auto more = [&](const WaitChange& x, const WaitChange& y) {
    return std::pair{-amount(x), x.person} < std::pair{-amount(y), y.person};
  };
  const std::size_t kept = std::min(keep, changes.size());
  std::partial_sort(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(kept),
                    changes.end(), more);
  changes.resize(kept);
}

void compare_waits(const Waits& before, const Waits& now, std::size_t keep, Difference& d) {
  for (const PersonId person : keys<PersonId>(before.people())) {
    const Time longer = now[person] - before[person];
    if (longer == Time{} || person == d.the_one) continue;
    if (longer > Time{}) {
      d.longer += longer;
      ++d.people_longer;
      d.most_longer.push_back({person, longer});
    } else {
      d.shorter -= longer;
      ++d.people_shorter;
      d.most_shorter.push_back({person, longer});
    }
  }
  keep_the_most(d.most_longer, keep);
  keep_the_most(d.most_shorter, keep);
}

/// The evening as it was, and beside it all what-ifs that have not merged with it yet.
class Lockstep {
 public:
  Lockstep(const Floor& floor, const Crowd& crowd, const Endings& endings,
           std::span<const WhatIf> what_ifs, std::size_t keep, const GoOn& go_on)
      : floor_(floor),
        crowd_(crowd),
        endings_(endings),
        what_ifs_(what_ifs),
        keep_(keep),
        go_on_(go_on),
        end_(std::min(floor.scenario().until, horizon)),
        world_(empty_world(floor)),
        waits_(crowd.size()),
        evening_(floor, crowd, world_, waits_),
        differences_(what_ifs.size()) {}

  std::vector<Difference> run() {
    evening_.open();
    const Time step = time_between_checks();
    Time check = never, last_fork{};
    while (!stopped_ && (forked_ < what_ifs_.size() || !branches_.empty())) {
      const Time fork = forked_ < what_ifs_.size() ? fork_of(what_ifs_[forked_]) : never;
      if (branches_.empty()) check = std::min(fork, end_) + step;
      const Time now = std::min({fork, check, end_});
      evening_.run_until(now);
      if (now == fork) {
        add_branch(what_ifs_[forked_], now);
        last_fork = now;
      } else if (now == end_) {
        end_all();
        for (; forked_ < what_ifs_.size(); ++forked_) differences_[forked_].happened = false;
      } else {
        end_merged(now);
        check = now + std::max(step, (now - last_fork) / 16);
        ask(0);
      }
    }
    return stopped_ ? std::vector<Difference>{} : std::move(differences_);
  }

 private:
  void ask(std::size_t finished) { stopped_ = stopped_ || (go_on_ && !go_on_(finished)); }

  /// As long as a few dozen people take to come: a check costs little beside them.
  Time time_between_checks() const {
    constexpr std::size_t people = 32;
    if (crowd_.size() < 2) return 1s;
    const Time span = crowd_.arrival.back() - crowd_.arrival[PersonId{0}];
    return span / (crowd_.size() - 1) * people + 1ms;
  }

  void add_branch(const WhatIf& what_if, Time now) {
    const std::size_t row = forked_++;
    auto branch = std::make_unique<Branch>(row, now, floor_, crowd_, world_, waits_, endings_);
    const bool changed =
        std::visit([&](const auto& change) { return apply(change, now, floor_, crowd_, *branch); },
                   what_if.change);
    differences_[row].happened = changed;
    if (!changed) return ask(1);
    differences_[row].the_one = branch->the_one;
    branches_.push_back(std::move(branch));
  }

  /// Each branch runs in pieces that grow with its age: most of those that have not merged soon go
  /// on for long, and a long piece keeps its world in the cache.
  void end_merged(Time now) {
    std::erase_if(branches_, [&](const std::unique_ptr<Branch>& branch) {
      if (now < branch->next_check) return false;
      branch->evening.run_until(now);
      branch->next_check = now + (now - branch->forked) / 8;
      if (!same_future(floor_, crowd_, world_, branch->world)) return false;
      compare_endings(*branch);
      ask(1);
      compare_waits(waits_, branch->outcome.waits, keep_, differences_[branch->row]);
      return true;
    });
  }

  /// The evening is cut, or nothing more happens in it: those still there stay where they are.
  void end_all() {
    for (const auto& branch : branches_) {
      if (stopped_) return;
      branch->evening.run_until(end_);
      Difference& difference = differences_[branch->row];
      difference.merged = same_future(floor_, crowd_, world_, branch->world);
      const bool cut = floor_.scenario().until != never;
      const Time end = cut ? end_ : std::max(world_.now, branch->world.now);
      Waits closed = waits_;
      closed.close(end);
      branch->outcome.waits.close(end);
      compare_endings(*branch);
      compare_unended(*branch);
      compare_waits(closed, branch->outcome.waits, keep_, difference);
      ask(1);
    }
    branches_.clear();
  }

  void compare_endings(const Branch& branch) {
    Difference& difference = differences_[branch.row];
    EndingsCompared compared(floor_.scenario().start, difference);
    if (branch.the_one) difference.of_the_one = endings_[branch.the_one];
    for (const auto& [person, ending] : branch.outcome.otherwise)
      if (person == branch.the_one) {
        difference.of_the_one = ending;
      } else {
        compared.take(endings_[person], ending);
      }
  }

  /// Those who ended as it was, but in the what-if are still there at the cut.
  void compare_unended(const Branch& branch) {
    Difference& difference = differences_[branch.row];
    EndingsCompared compared(floor_.scenario().start, difference);
    for (const GuestState& guest : branch.world.guests) {
      if (guest.doing == Doing::Gone) continue;
      constexpr Ending still_there{never, What::Arrived};
      if (guest.person == branch.the_one) {
        difference.of_the_one = still_there;
      } else {
        compared.take(endings_[guest.person], still_there);
      }
    }
  }

  const Floor& floor_;
  const Crowd& crowd_;
  const Endings& endings_;
  std::span<const WhatIf> what_ifs_;
  std::size_t keep_;
  const GoOn& go_on_;
  bool stopped_ = false;
  Time end_;
  World world_;
  Waits waits_;
  Evening<Waits> evening_;
  std::size_t forked_ = 0;
  std::vector<std::unique_ptr<Branch>> branches_;
  std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> differences(const Floor& floor, const Crowd& crowd, const Endings& endings,
                                    std::span<const WhatIf> what_ifs, std::size_t keep,
                                    const GoOn& go_on) {
  return Lockstep(floor, crowd, endings, what_ifs, keep, go_on).run();
}

}  // namespace gateflow
