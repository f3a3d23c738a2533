#include "sim/analysis/felt_wait.hpp"

#include <algorithm>
#include <cmath>

namespace gateflow {
namespace {

double ticks(Time span) {
  return static_cast<double>(span.count());
}

Time rounded(double microseconds) {
  return Time{std::llround(microseconds)};
}

double minutes(Time span) {
  return ticks(span) / 60e6;
}

/// Of the time that they were informed, what it was worth.
double informed(const std::optional<Announcements>& announcements, Time span) {
  const bool reassuring = announcements && announcements->kind == AnnouncementKind::Reassuring;
  return ticks(span) * (reassuring ? announcements->reassuring : 1.0);
}

}  // namespace

Time felt_wait(const Feelings& feelings, const std::optional<Announcements>& announcements,
               const Experience::Person& person, bool is_occupied) {
  const Experience::Waits& waits = person.waits;
  const double everywhere = feelings.overestimate + (is_occupied ? 0 : feelings.idle);
  const double uninformed = ticks(waits.all) - informed(announcements, waits.informed);
  const Time felt =
      waits.all +
      rounded(everywhere * ticks(waits.all) + feelings.uninformed * uninformed +
              feelings.unexplained * ticks(waits.unexplained) +
              feelings.unfair * ticks(waits.unfair) + feelings.anxious * ticks(waits.anxious));
  if (!announcements || !announcements->promised || !person.hears) return felt;
  const bool kept = waits.all <= *announcements->promised;
  return felt + rounded((kept ? -announcements->kept : announcements->broken) * ticks(felt));
}

Opinions::Opinions(const Scenario& scenario, const Crowd& crowd, const Experience& experience,
                   Time end)
    : scenario_(scenario),
      feelings_(*scenario.feelings),
      crowd_(crowd),
      experience_(experience),
      occupation_(scenario, crowd, "occupied"),
      end_(end) {}

Opinion Opinions::of(PersonId person) const {
  const Experience::Person& told = experience_.of(person);
  const TicketClass& ticket = scenario_.classes[crowd_.class_of(person)];
  const bool is_occupied = feelings_.occupied > 0 && occupation_(person) < feelings_.occupied;
  const Time late = std::max(lateness(person) - ticket.late_from, Time{});
  Opinion opinion;
  opinion.waited = told.waits.all;
  opinion.felt = felt_wait(feelings_, scenario_.announcements, told, is_occupied);
  opinion.beyond_expectation = opinion.felt > ticket.expected_wait;
  opinion.offended = told.is_offended();
  opinion.value_lost = ticket.value_per_minute_late * minutes(late);
  opinion.satisfaction = satisfaction(person, opinion, late);
  return opinion;
}

/// Of the admitted, and of those who are still on their way in.
Time Opinions::lateness(PersonId person) const {
  const Ending& ending = experience_.ending(person);
  if (scenario_.start == Time{}) return {};
  if (ending.how == What::Admitted) return std::max(ending.at - scenario_.start, Time{});
  if (ending.how == What::Arrived) return std::max(end_ - scenario_.start, Time{});
  return {};
}

double Opinions::satisfaction(PersonId person, const Opinion& opinion, Time late) const {
  const Experience::OwnCases& own = experience_.of(person).cases;
  const What how = experience_.ending(person).how;
  const bool shut_out = how == What::GaveUp || how == What::Baulked || how == What::TurnedAway;
  if (own.wronged) return 0;
  const Time expected = scenario_.classes[crowd_.class_of(person)].expected_wait;
  const double beyond = minutes(opinion.felt - expected);
  double satisfaction = std::clamp(feelings_.usual - feelings_.loss_per_minute * beyond, 0.0, 1.0);
  if (opinion.offended) satisfaction *= 1 - feelings_.offence;
  if (late > Time{}) satisfaction *= 1 - feelings_.late;
  if (shut_out) return satisfaction * (1 - feelings_.shut_out);
  return own.recovered ? std::min(satisfaction + feelings_.recovery, 1.0) : satisfaction;
}

}  // namespace gateflow
