#include "sim/crowd/order.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>

namespace gateflow {
namespace {

/// Cuts the time from the first to the last arrival into equal slots of some dozens of people.
class Slots {
 public:
  explicit Slots(const Table<PersonId, Time>& arrival) {
    const auto size_bits = static_cast<unsigned>(std::bit_width(arrival.size()));
    const unsigned slot_bits = std::clamp(size_bits, 6u, 21u) - 5;  // 64 K of them at most
    count_ = std::size_t{1} << slot_bits;
    const auto [earliest, latest] = std::ranges::minmax(arrival);
    earliest_ = earliest;
    const auto bits = static_cast<unsigned>(std::bit_width(after_earliest(latest)));
    shift_ = bits - std::min(bits, slot_bits);
  }

  std::size_t count() const { return count_; }
  std::size_t operator()(Time at) const { return after_earliest(at) >> shift_; }

 private:
  std::uint64_t after_earliest(Time at) const {
    return static_cast<std::uint64_t>((at - earliest_).count());
  }

  std::size_t count_ = 0;
  Time earliest_{};
  unsigned shift_ = 0;
};

}  // namespace

/// Into slots by counting, then within each by comparing: linear, and close to the cache.
ArrivalOrder::ArrivalOrder(const Table<PersonId, Time>& arrival) {
  if (std::ranges::is_sorted(arrival)) return;
  const Slots slot_of(arrival);
  std::vector<std::uint32_t> first(slot_of.count() + 1);
  for (const Time at : arrival) ++first[slot_of(at) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());

  rows_.resize(arrival.size());
  auto next = first;
  for (const PersonId person : keys_of(arrival))
    rows_[next[slot_of(arrival[person])]++] = person.value;
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(arrival[PersonId{a}], a) < std::tie(arrival[PersonId{b}], b);
  };
  for (std::size_t slot = 0; slot < slot_of.count(); ++slot)
    std::sort(rows_.begin() + first[slot], rows_.begin() + first[slot + 1], before);
}

}  // namespace gateflow
