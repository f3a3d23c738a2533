#pragma once

#include "sim/model/evening.hpp"
#include "sim/model/patience.hpp"

namespace gateflow {

/// Waits of all lines count together; who has run out of patience leaves the next line at once.
template <class Sink>
void Evening<Sink>::book_patience(GuestId guest) {
  if (crowd_.patience.empty()) return;
  const Time at = gives_up_at(crowd_, state(guest));
  if (at <= horizon) book(at, Phase::PatienceEnd, guest.value);
}

/// The number may have passed to somebody else since: it is their own patience that counts.
template <class Sink>
void Evening<Sink>::on_patience_end(GuestId guest) {
  const GuestState g = state(guest);
  const bool waiting = g.doing == Doing::InLine || g.doing == Doing::Outside;
  if (!waiting || world_.now < gives_up_at(crowd_, g)) return;
  const bool in_line = g.doing == Doing::InLine;
  in_line ? leave_line(guest) : remove(wanting(g.station, {}), guest);
  if (in_line && floor_.facts(g.station).has_floaters) let_go(guest);
  end(guest, What::GaveUp);
  if (in_line) let_in(g.station, g.lane);
}

/// Gives the guest's number back.
template <class Sink>
void Evening<Sink>::end(GuestId guest, What how) {
  GuestState& g = state(guest);
  tell(how, guest, g.station, g.lane);
  g.doing = Doing::Gone;
  g.behind = world_.free_number;
  world_.free_number = guest;
  ++world_.ended;
}

}  // namespace gateflow
