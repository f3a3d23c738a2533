#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sim/io/scenario/forms.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/time.hpp"
#include "sim/scenario/cases.hpp"
#include "sim/scenario/feelings.hpp"
#include "sim/scenario/profiles.hpp"
#include "sim/scenario/venue.hpp"

/// What a scenario file says, key by key, before names are looked up and defaults filled in. Which
/// keys there are, their ranges and meanings is told in keys.hpp.
namespace gateflow {

using Names = std::vector<Said<std::string>>;
template <class T>
using PerName = std::vector<Named<T>>;

// ---- Laws of chance ----

struct ErlangEntry {
  double mean = 1;
  unsigned k = 1;
};
struct ValuesEntry {
  Said<std::vector<Said<double>>> values;
  Said<std::vector<Said<double>>> weights;
};
struct CsvValuesEntry {
  Said<std::string> csv, column;
  Said<PerName<std::string>> where;
};
using LawTable =
    std::variant<Constant, Exponential, Uniform, Triangular, Lognormal, Gamma, ErlangEntry, Weibull,
                 Hyperexponential, Lomax, Geometric, ValuesEntry, CsvValuesEntry>;
using Law = std::variant<double, LawTable>;

// ---- Arrivals ----

struct ProfileEntry {
  Said<Profile> profile;
  Said<unsigned> people;
  Said<double> share;
  Said<std::string> name;
};
struct RateEntry {
  Said<double> rate_per_hour;
  Said<Time> from, to;
  Said<std::string> name;
};
struct CurveEntry {
  Said<std::vector<Said<std::pair<Time, double>>>> curve;
  Said<unsigned> people;
  Said<double> share;
  Said<std::string> name;
};
enum class TimeUnit { Seconds, Minutes, Hours };
struct CsvArrivalsEntry {
  Said<std::string> csv;
  Said<PerName<std::string>> where;
  Said<std::string> time;
  Said<TimeUnit> time_unit;
  Said<Time> origin;
  Said<std::string> count, batches;
  Said<Law> batch_spread_s;
  Said<double> interval_min;
  Said<std::string> name;
};
struct PulsesEntry {
  Said<double> every_min;
  Said<Time> first, last;
  Said<Law> size, delay_s, spread_s;
  Said<std::string> name;
};
using ArrivalsTable =
    std::variant<ProfileEntry, RateEntry, CurveEntry, CsvArrivalsEntry, PulsesEntry>;
using ArrivalsEntry = std::variant<ArrivalsTable, std::vector<Said<ArrivalsTable>>>;

// ---- Who comes ----

struct EveningEntry {
  Said<Time> doors, start, until;
  Said<std::uint64_t> seed;
};
struct CrowdEntry {
  Said<unsigned> people;
  Said<ArrivalsEntry> arrivals;
  Said<double> walking_speed_m_per_s, roughness;
  Said<Law> group_size;
};
struct ClassEntry {
  Said<double> share;
  Said<Names> route;
  Said<unsigned> priority;
  Said<Law> patience_min, baulk_at_people;
  Said<double> no_show_share;
  Said<Law> group_size;
  Said<ArrivalsEntry> arrivals;
  Said<unsigned> people;
  Said<std::string> rule;
  Said<double> ticket_price, spend_per_min;
  Said<double> expected_wait_min, value_per_minute_late, late_from_min;
};

// ---- The venue ----

struct ZoneEntry {
  Said<double> area_m2;
};
struct GateEntry {
  Said<double> share;
};
struct StaffRow {
  Said<Time> from;
  Said<unsigned> lanes;
};
struct CsvStaffEntry {
  Said<std::string> csv;
  Said<PerName<std::string>> where;
  Said<std::string> time;
  Said<TimeUnit> time_unit;
  Said<Time> origin;
  Said<std::string> lanes;
};
using StaffEntry = std::variant<std::vector<Said<StaffRow>>, CsvStaffEntry>;
struct BreakdownsEntry {
  Said<Law> every_min, repair_min;
  Said<bool> while_serving;
};
struct StationEntry {
  Said<Names> gates;
  Said<bool> shared, desk;
  Said<unsigned> lanes;
  Said<PerName<std::uint64_t>> lanes_by_gate;
  Said<Law> service_s;
  Said<PerName<Law>> service_s_by_class;
  Said<QueueLayout> layout;
  Said<LaneChoice> lane_choice;
  Said<TieBreak> ties;
  Said<PerName<std::pair<std::uint64_t, std::uint64_t>>> lanes_for;
  Said<unsigned> pen;
  Said<WhenFull> when_full;
  Said<StaffEntry> staff;
  Said<PerName<StaffEntry>> staff_by_gate;
  Said<OnClose> on_close;
  Said<BreakdownsEntry> breakdowns;
  Said<double> walk_s, walk_m;
  Said<std::string> zone;
  Said<double> spacing_m;
  Said<unsigned> abreast;
  Said<unsigned> floaters;
  Said<double> floater_check_s;
  Said<std::string> rule;
};

// ---- Cases and house rules ----

struct CaseEntry {
  Said<std::string> like, at, about, origin;
  Said<double> share;
  Said<PerName<double>> share_by_class;
  Said<Law> in_lane_s, supervisor_s, at_desk_s;
  Said<double> admitted_share, admitted_by_supervisor_share, admitted_at_desk_share;
  Said<double> prevented_share, copied_share;
  Said<bool> within_rules;
  Said<Responsible> responsible;
  Said<std::string> rule;
  Said<PerName<std::string>> rule_by_class;
  Said<bool> favour, paid;
  Said<double> concession_cost;
};
struct ResolveEntry {
  Said<double> up_to_s;
  Said<unsigned> until_waiting;
  Said<double> aside_costs_min, load;
};
struct SupervisorEntry {
  Said<double> up_to_s;
};
struct StepAsideEntry {
  Said<std::string> desk;
};
struct GiveInEntry {
  Said<double> takes_s;
};
struct PauseEntry {
  Said<double> lasts_s;
};
struct TurnAwayEntry {
  Said<double> argues_s;
};
using LadderStep = std::variant<ResolveEntry, SupervisorEntry, StepAsideEntry, GiveInEntry,
                                PauseEntry, TurnAwayEntry>;
struct RuleEntry {
  Said<std::vector<Said<LadderStep>>> ladder;
};
struct ScriptedEntry {
  Said<std::string> kind;
  Said<unsigned> person, turn;
  Said<Time> at;
  Said<std::string> gate;
  Said<double> in_lane_s, at_desk_s;
};

// ---- The house ----

struct TemperEntry {
  Said<std::string> about, origin;
  Said<double> polite_share, rough_share, handling_factor, argues_factor;
  Said<double> loud_factor;
};
struct SupervisorsEntry {
  Said<unsigned> count;
  Said<double> walk_s;
  Said<bool> by_gate;
};
struct HouseEntry {
  Said<std::string> rule;
  Said<double> told_share, told_argues_factor;
  Said<double> script_handling_factor, script_spread_factor;
  Said<double> triage_error_share, triage_notice_s;
  Said<double> scene_slows_share, scene_lasts_min;
};

struct GoalsEntry {
  Said<double> p95_wait_min, in_by_start_share, density_per_m2;
};

// ---- After the evening: what it teaches, and what it costs ----

struct SeasonEntry {
  Said<double> giving_in_teaches, refusing_teaches, told_factor;
  Said<double> try_again_share, stay_away_share, come_back_share, word_of_mouth;
  Said<double> least_factor, most_factor;
};
struct MoneyEntry {
  Said<std::string> currency;
  Said<double> staff_per_hour, desk_per_hour, supervisor_per_hour;
  Said<unsigned> door_staff;
  Said<double> door_staff_per_hour, device_per_lane, refund, spend_min, others_per_hour;
  Said<double> per_complaint, per_thousand_reached;
};

// ---- How it felt ----

struct FeelingsEntry {
  Said<double> overestimate, idle, occupied_share, uninformed, unexplained, unfair;
  Said<double> anxious, anxious_min;
  Said<double> usual_satisfaction, loss_per_min, offence_loss, late_loss, shut_out_loss;
  Said<double> recovery_gain, recovery_within_s;
};
struct AnnouncementsEntry {
  Said<AnnouncementKind> kind;
  Said<double> every_min, lasts_min, heard_share, reassuring_share, after_s;
  Said<Time> from;
  Said<double> promised_wait_min, kept, broken;
};
struct AftermathEntry {
  Said<double> dissatisfied_below, complains_share, public_share;
  Said<Law> delay_h;
  Said<unsigned> servers;
  Said<Law> acknowledge_h, answer_h;
  Said<double> satisfied_share, quick_h, satisfaction_after;
  Said<double> ack_patience_h, answer_patience_h, turns_public_share;
  Said<Law> audience_people;
  Said<double> easy_form_factor, named_person_factor, apology_factor;
  Said<double> kept_silent_share, kept_unsatisfied_share, kept_satisfied_share;
  Said<double> kept_quickly_share;
};

/// The whole file.
struct ScenarioEntry {
  Said<std::uint64_t> format;
  Said<std::string> name, about;
  Said<EveningEntry> evening;
  Said<CrowdEntry> crowd;
  Said<PerName<ZoneEntry>> zones;
  Said<PerName<GateEntry>> gates;
  Said<PerName<ClassEntry>> classes;
  Said<PerName<StationEntry>> stations;
  Said<PerName<CaseEntry>> cases;
  Said<PerName<RuleEntry>> rules;
  Said<PerName<TemperEntry>> tempers;
  Said<SupervisorsEntry> supervisors;
  Said<HouseEntry> house;
  Said<std::vector<Said<ScriptedEntry>>> scripted;
  Said<GoalsEntry> goals;
  Said<PerName<bool>> variants;  ///< taken out before the rest is read
  Said<SeasonEntry> season;
  Said<MoneyEntry> money;
  Said<FeelingsEntry> feelings;
  Said<AnnouncementsEntry> announcements;
  Said<AftermathEntry> aftermath;
};

}  // namespace gateflow
