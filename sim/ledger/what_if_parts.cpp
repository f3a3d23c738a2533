#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

#include "sim/crowd/part.hpp"
#include "sim/ledger/separate_gates.hpp"
#include "sim/ledger/what_if.hpp"

namespace gateflow {

namespace {

/// People of some gates, on their own.
struct Part {
  std::vector<PersonId> people;
  Crowd crowd;
  Endings endings;
  std::vector<std::size_t> rows;  ///< of the what-ifs that are about this part

  Part(const Crowd& whole, const Endings& all, std::vector<PersonId> who)
      : people(std::move(who)), crowd(part_of(whole, people)), endings(people.size()) {
    for (std::size_t k = 0; k < people.size(); ++k) endings.set(PersonId{k}, all[people[k]]);
  }

  PersonId number_of(PersonId person) const {
    const auto at = std::ranges::lower_bound(people, person);
    return PersonId{static_cast<std::size_t>(at - people.begin())};
  }

  WhatIf localised(WhatIf what_if) const {
    if (auto* spare = std::get_if<Spare>(&what_if.change)) spare->person = number_of(spare->person);
    return what_if;
  }

  Difference globalised(Difference difference) const {
    if (difference.the_one) difference.the_one = people[difference.the_one.index()];
    for (auto* side : {&difference.most_longer, &difference.most_shorter})
      for (WaitChange& change : *side) change.person = people[change.person.index()];
    return difference;
  }
};

/// Which set of gates each station and each gate belongs to.
struct Sets {
  std::size_t count = 0;
  Table<GateId, std::size_t> of_gate;
  Table<StationId, std::size_t> of_station;

  explicit Sets(const Floor& floor)
      : of_gate(floor.scenario().gates.size()), of_station(floor.scenario().stations.size()) {
    const auto sets = separate_gates(floor);
    count = sets.size();
    for (std::size_t k = 0; k < sets.size(); ++k)
      for (const GateId gate : sets[k]) {
        of_gate[gate] = k;
        for (const StationId station : stations_used(floor, gate)) of_station[station] = k;
      }
  }
};

std::size_t part_of_what_if(const Floor& floor, const Crowd& crowd, const Sets& sets,
                            const WhatIf& what_if) {
  if (const auto* spare = std::get_if<Spare>(&what_if.change))
    return sets.of_gate[crowd.gate_of(spare->person)];
  if (const auto* at = std::get_if<HoldAt>(&what_if.change)) return sets.of_station[at->station];
  return sets.of_station[floor.lanes().station(std::get<Hold>(what_if.change).lane)];
}

/// A share of a part's what-ifs: what one thread does at a time.
struct Job {
  const Part* part;
  std::vector<std::size_t> rows;
};

/// False: stopped.
bool do_job(const Floor& floor, const Job& job, std::span<const WhatIf> what_ifs, std::size_t keep,
            const GoOn& go_on, std::vector<Difference>& answers) {
  std::vector<WhatIf> local;
  for (const std::size_t row : job.rows) local.push_back(job.part->localised(what_ifs[row]));
  const std::vector<Difference> found =
      differences(floor, job.part->crowd, job.part->endings, local, keep, go_on);
  for (std::size_t k = 0; k < found.size(); ++k)
    answers[job.rows[k]] = job.part->globalised(found[k]);
  return !found.empty();
}

/// So many what-ifs run side by side at most: each keeps a world of its own.
constexpr std::size_t most_at_once = 256;

/// Neighbouring what-ifs together, in shares small enough for every thread to have some.
std::vector<Job> jobs_of(const std::vector<Part>& parts, unsigned threads) {
  std::vector<Job> jobs;
  for (const Part& part : parts) {
    const std::size_t fair = (part.rows.size() + threads - 1) / threads;
    const std::size_t size = std::clamp<std::size_t>(fair, 1, most_at_once);
    for (std::size_t first = 0; first < part.rows.size(); first += size) {
      const std::size_t end = std::min(first + size, part.rows.size());
      jobs.push_back({&part,
                      {part.rows.begin() + static_cast<std::ptrdiff_t>(first),
                       part.rows.begin() + static_cast<std::ptrdiff_t>(end)}});
    }
  }
  std::ranges::stable_sort(jobs, std::greater{}, [](const Job& job) {
    return job.rows.size() * job.part->people.size();
  });
  return jobs;
}

/// What several threads do together; a failure of one is thrown once all have ended.
class Crew {
 public:
  void run(unsigned threads, const std::function<void()>& work) {
    {
      std::vector<std::jthread> others;
      for (unsigned k = 1; k < threads; ++k) others.emplace_back([&] { guarded(work); });
      guarded(work);
    }
    if (failure_) std::rethrow_exception(failure_);
  }
  bool failed() const { return failed_; }

 private:
  void guarded(const std::function<void()>& work) {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(failing_);
      failed_ = true;
      failure_ = std::current_exception();
    }
  }

  std::atomic<bool> failed_ = false;
  std::mutex failing_;
  std::exception_ptr failure_;
};

}  // namespace

std::vector<Difference> differences_by_parts(const Floor& floor, const Crowd& crowd,
                                             const Endings& endings,
                                             std::span<const WhatIf> what_ifs, std::size_t keep,
                                             unsigned threads, const GoOn& go_on) {
  const Sets sets(floor);
  std::vector<std::vector<PersonId>> people(sets.count);
  for (const PersonId person : keys_of(crowd.arrival))
    people[sets.of_gate[crowd.gate_of(person)]].push_back(person);
  std::vector<Part> parts;
  for (auto& who : people) parts.emplace_back(crowd, endings, std::move(who));
  for (std::size_t row = 0; row < what_ifs.size(); ++row)
    parts[part_of_what_if(floor, crowd, sets, what_ifs[row])].rows.push_back(row);

  const std::vector<Job> jobs = jobs_of(parts, threads);
  std::vector<Difference> answers(what_ifs.size());
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> stopped = false;
  Crew crew;
  crew.run(threads, [&] {
    for (std::size_t k; !stopped && !crew.failed() && (k = next++) < jobs.size();)
      if (!do_job(floor, jobs[k], what_ifs, keep, go_on, answers)) stopped = true;
  });
  if (stopped) answers.clear();
  return answers;
}

}  // namespace gateflow
