#pragma once

#include <algorithm>
#include <optional>

#include "sim/kernel/time.hpp"
#include "sim/scenario/feelings.hpp"

namespace gateflow {

/// Announcements made every so often: for how long somebody who came at some instant, and hears
/// them, was informed by them.
class Announced {
 public:
  explicit Announced(const std::optional<Announcements>& announcements) {
    if (!announcements || announcements->kind == AnnouncementKind::Emergency) return;
    first_ = announcements->from;
    every_ = announcements->every;
    lasts_ = std::min(announcements->lasts, every_);
  }

  /// Within [from, to). Requires came <= from <= to.
  Time informed(Time came, Time from, Time to) const {
    if (every_ == Time{}) return {};
    const Time heard = first_heard(came);
    return informed_until(to, heard) - informed_until(from, heard);
  }

 private:
  /// The first announcement that is made when they are there.
  Time first_heard(Time came) const {
    if (came <= first_) return first_;
    return first_ + (came - first_ + every_ - Time{1}) / every_ * every_;
  }

  Time informed_until(Time to, Time heard) const {
    if (to <= heard) return {};
    return (to - heard) / every_ * lasts_ + std::min((to - heard) % every_, lasts_);
  }

  Time first_{}, every_{}, lasts_{};  ///< every 0: there are none
};

}  // namespace gateflow
