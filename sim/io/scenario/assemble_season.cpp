#include "sim/io/scenario/assembly.hpp"

namespace gateflow {
namespace {

Season season(const SeasonEntry& entry) {
  const Season usual;
  return {.giving_in_teaches = entry.giving_in_teaches.value_or(usual.giving_in_teaches),
          .refusing_teaches = entry.refusing_teaches.value_or(usual.refusing_teaches),
          .told_factor = entry.told_factor.value_or(usual.told_factor),
          .try_again = entry.try_again_share.value_or(usual.try_again),
          .stay_away = entry.stay_away_share.value_or(usual.stay_away),
          .come_back = entry.come_back_share.value_or(usual.come_back),
          .word_of_mouth = entry.word_of_mouth.value_or(usual.word_of_mouth),
          .least_factor = entry.least_factor.value_or(usual.least_factor),
          .most_factor = entry.most_factor.value_or(usual.most_factor)};
}

Money money(const MoneyEntry& entry) {
  const Money usual;
  return {.currency = entry.currency.value_or(usual.currency),
          .staff_per_hour = entry.staff_per_hour.value_or(usual.staff_per_hour),
          .desk_per_hour = entry.desk_per_hour.value_or(usual.desk_per_hour),
          .supervisor_per_hour = entry.supervisor_per_hour.value_or(usual.supervisor_per_hour),
          .door_staff = entry.door_staff.value_or(usual.door_staff),
          .door_staff_per_hour = entry.door_staff_per_hour.value_or(usual.door_staff_per_hour),
          .device_per_lane = entry.device_per_lane.value_or(usual.device_per_lane),
          .refund = entry.refund.value_or(usual.refund),
          .spend_min = entry.spend_min.value_or(usual.spend_min),
          .others_per_hour = entry.others_per_hour.value_or(usual.others_per_hour),
          .per_complaint = entry.per_complaint.value_or(usual.per_complaint),
          .per_thousand_reached = entry.per_thousand_reached.value_or(usual.per_thousand_reached)};
}

}  // namespace

void assemble_season(Assembly& assembly) {
  if (assembly.said.season) assembly.scenario.season = season(*assembly.said.season);
  if (assembly.said.money) assembly.scenario.money = money(*assembly.said.money);
}

}  // namespace gateflow
