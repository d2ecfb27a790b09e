// What a plan's reply says. Private to this module.

#ifndef SHOPGAUGE_CORE_API_WRITE_PLAN_H_
#define SHOPGAUGE_CORE_API_WRITE_PLAN_H_

#include "core/api/reply.h"
#include "core/outlook/period.h"

namespace shopgauge::api {

struct PlannedPeriod {
  Period days;
  Date as_of;  // within them; its figures are in the reading
  PeriodUnderWay under_way;
};

// The members of a plan's value.
void write_plan(JsonWriter& writer, const Program& program, const Plan& plan);
// `period`.
void write_period(JsonWriter& writer, const Program& program, const PlannedPeriod& period,
                  const PeriodPlan& plan);

}  // namespace shopgauge::api

#endif  // SHOPGAUGE_CORE_API_WRITE_PLAN_H_
