#pragma once

#include "sim/io/scenario/entries.hpp"
#include "sim/io/scenario/keys/ranges.hpp"

namespace gateflow {

inline constexpr Number amount_of_money{.most = 1e9};

template <class Keys>
void describe(Keys& keys, MoneyEntry& entry) {
  const Number& amount = amount_of_money;
  keys.may("currency", entry.currency, Text{.longest = 10}, "default \"EUR\"");
  keys.may("staff_per_hour", entry.staff_per_hour, amount,
           "of a lane while it is staffed; default 0, as of every amount: not counted");
  keys.may("desk_per_hour", entry.desk_per_hour, amount, "of a staffed bay of a help desk");
  keys.may("supervisor_per_hour", entry.supervisor_per_hour, amount,
           "of each supervisor, from the first opening to the end of the evening");
  keys.may("door_staff", entry.door_staff, Whole{0, 100'000},
           "people at the doors who belong to no lane; default 0");
  keys.may("door_staff_per_hour", entry.door_staff_per_hour, amount,
           "of each of them, for as long as of a supervisor");
  keys.may("device_per_lane", entry.device_per_lane, amount,
           "for an evening, of every lane that is no desk's");
  keys.may("refund", entry.refund, amount, "to each in the right who was turned away");
  keys.may("spend_min", entry.spend_min, Number{.most = longest_s / 60},
           "minutes from the start in which people spend money inside; default 120, an assumption");
  keys.may("others_per_hour", entry.others_per_hour, amount,
           "value of an hour for which somebody waits");
  keys.may("per_complaint", entry.per_complaint, amount, "with [aftermath]: of each complaint");
  keys.may("per_thousand_reached", entry.per_thousand_reached, amount,
           "and of each 1,000 people whom the public ones reach");
}

}  // namespace gateflow
