#include <fmt/format.h>

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sim/io/clock_text.hpp"
#include "sim/io/csv_writer.hpp"
#include "sim/io/faults.hpp"
#include "sim/io/text_file.hpp"
#include "sim/io/trace_file.hpp"
#include "sim/io/trace_format.hpp"
#include "sim/io/wording.hpp"
#include "sim/scenario/lanes.hpp"
#include "sim/trace/signature.hpp"

namespace gateflow {
namespace {

constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 34;
constexpr std::size_t columns = 7;
using Cells = std::array<std::string_view, columns>;

/// The file line by line; a cell in quotes may hold a line break.
class Rows {
 public:
  explicit Rows(std::string_view text) : rest_(text) {}

  std::uint32_t line() const { return line_; }
  bool at_end() const { return rest_.empty(); }

  std::string_view next_line() {
    ++line_;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return line;
  }

  /// The cells as they are written, quotes and all; false: there are more or fewer.
  bool next_row(Cells& cells) {
    ++line_;
    std::size_t count = 0, begin = 0, at = 0;
    bool quoted = false;
    for (; at < rest_.size() && (quoted || rest_[at] != '\n'); ++at) {
      if (rest_[at] == '"') quoted = !quoted;
      if (quoted || rest_[at] != ',') continue;
      if (count < columns) cells[count] = rest_.substr(begin, at - begin);
      ++count;
      begin = at + 1;
    }
    if (count < columns) cells[count] = rest_.substr(begin, at - begin);
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return count + 1 == columns;
  }

 private:
  std::string_view rest_;
  std::uint32_t line_ = 0;
};

template <class Value>
using ByWord = std::unordered_map<std::string_view, Value>;

ByWord<What> words_for_what() {
  ByWord<What> words;
  for (unsigned i = 0; i <= static_cast<unsigned>(last_what); ++i)
    words.emplace(word_of(static_cast<What>(i)), static_cast<What>(i));
  return words;
}

/// Reads one trace file; the first fault ends it, since nothing after it can be trusted.
class TraceReader {
 public:
  TraceReader(const Scenario& scenario, FaultList& faults, std::uint32_t file)
      : scenario_(scenario),
        faults_(faults),
        file_(file),
        rows_(faults.text_of(file)),
        lanes_(scenario),
        whats_(words_for_what()) {
    for (const StationId id : keys_of(scenario.stations)) {
      station_cells_.push_back(csv_quoted(scenario.stations[id].name));
      stations_.emplace(station_cells_.back(), id);
    }
    for (const CaseId id : keys_of(scenario.cases)) {
      case_cells_.push_back(csv_quoted(scenario.cases[id].name));
      cases_.emplace(case_cells_.back(), id);
    }
  }

  std::optional<Trace> read() {
    Trace trace;
    if (!read_head(trace)) return {};
    trace.happenings.reserve(std::min<std::size_t>(promised_, 1'000'000));
    while (!rows_.at_end())
      if (!read_row(trace)) return {};
    if (trace.happenings.size() != promised_)
      return missing(fmt::format("{} are promised at the top, here are {}",
                                 counted(promised_, "happening"), trace.happenings.size()));
    Signature signature;
    replay(trace, signature);
    if (signature.value() != signature_)
      return missing("the happenings are not those that were written: their signature differs");
    return trace;
  }

 private:
  bool fault(std::string message) {
    faults_.add({file_, rows_.line(), 1}, std::move(message));
    return false;
  }
  std::optional<Trace> missing(std::string message) {
    fault(std::move(message));
    return {};
  }

  bool read_head(Trace& trace) {
    if (rows_.next_line() != trace_title)
      return fault(fmt::format("a trace begins with \"{}\"", trace_title));
    std::string_view name;
    if (!read_field("# scenario ", name)) return false;
    const auto parsed = nlohmann::json::parse(name, nullptr, false);
    if (!parsed.is_string()) return fault("the scenario's name is not in double quotes");
    trace.scenario = parsed.get<std::string>();
    if (trace.scenario != scenario_.name)
      return fault(fmt::format("this is a trace of {}, the scenario is {}",
                               in_quotes(trace.scenario), in_quotes(scenario_.name)));
    return read_number("# seed ", trace.luck.seed) &&
           read_number("# replication ", trace.luck.replication) &&
           read_number("# happenings ", promised_) && read_number("# signature ", signature_, 16) &&
           read_columns();
  }

  bool read_field(std::string_view label, std::string_view& value) {
    value = rows_.next_line();
    if (!value.starts_with(label))
      return fault(fmt::format("expected a line that begins with \"{}\"", label));
    value.remove_prefix(label.size());
    return true;
  }

  template <class Number>
  bool read_number(std::string_view label, Number& number, int base = 10) {
    std::string_view text;
    if (!read_field(label, text)) return false;
    return parse(text, number, base) || fault("expected a number");
  }

  bool read_columns() {
    return rows_.next_line() == trace_columns ||
           fault(fmt::format("expected the columns {}", trace_columns));
  }

  template <class Number>
  static bool parse(std::string_view text, Number& number, int base = 10) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc{} && end == text.data() + text.size();
  }

  bool read_row(Trace& trace) {
    Cells cells;
    if (!rows_.next_row(cells)) return fault(fmt::format("expected {} cells", columns));
    Happening h;
    if (!read_when_and_what(cells, h) || !read_person(cells[2], h) ||
        !read_place(cells[3], cells[4], cells[6], h) || !look_up(cases_, cells[5], h.kind, "case"))
      return false;
    trace.happenings.push_back(h);
    return true;
  }

  bool read_when_and_what(const Cells& cells, Happening& h) {
    const auto at = read_exact_clock(cells[0]);
    if (!at) return fault("expected a time such as 19:32:05.250000");
    h.at = *at;
    const auto what = whats_.find(cells[1]);
    if (what == whats_.end()) return fault(in_quotes(cells[1]) + " is nothing that can happen");
    h.what = what->second;
    return true;
  }

  bool read_person(std::string_view cell, Happening& h) {
    if (cell.empty()) return true;
    std::uint32_t number = 0;
    if (!parse(cell, number) || number == 0) return fault("expected the number of a person");
    h.person = PersonId{number - 1};
    return true;
  }

  bool read_place(std::string_view station, std::string_view lane, std::string_view ahead,
                  Happening& h) {
    if (!look_up(stations_, station, h.station, "station")) return false;
    if (!lane.empty() && !read_lane(lane, h)) return false;
    return ahead.empty() || look_up(stations_, ahead, h.station, "station");
  }

  bool read_lane(std::string_view cell, Happening& h) {
    std::uint32_t number = 0;
    const bool there =
        h.station && parse(cell, number) && number >= 1 && number <= lanes_.count(h.station);
    if (!there) return fault("the station has no such lane");
    h.lane = lanes_.at(h.station, number - 1);
    return true;
  }

  template <class Id>
  bool look_up(const ByWord<Id>& names, std::string_view cell, Id& id, std::string_view what) {
    if (cell.empty()) return true;
    const auto found = names.find(cell);
    if (found == names.end())
      return fault(fmt::format("the scenario has no {} {}", what, in_quotes(cell)));
    id = found->second;
    return true;
  }

  const Scenario& scenario_;
  FaultList& faults_;
  std::uint32_t file_;
  Rows rows_;
  Lanes lanes_;
  ByWord<What> whats_;
  std::deque<std::string> station_cells_, case_cells_;
  ByWord<StationId> stations_;
  ByWord<CaseId> cases_;
  std::size_t promised_ = 0;
  std::uint64_t signature_ = 0;
};

}  // namespace

ReadTrace read_trace(const std::filesystem::path& path, const Scenario& scenario) {
  TextFile text = read_text_file(path, most_bytes);
  if (!text.fault.empty()) return {{}, {{.file = path.string(), .message = text.fault}}};
  FaultList faults;
  const std::uint32_t file = faults.add_file(path.string(), std::move(text.text));
  std::optional<Trace> trace = TraceReader(scenario, faults, file).read();
  return {std::move(trace), faults.in_order()};
}

}  // namespace gateflow
