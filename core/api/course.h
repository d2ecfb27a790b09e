// The timeline's own part of a request: months, checks, choices, until. Private to this module.

#ifndef SHOPGAUGE_CORE_API_COURSE_H_
#define SHOPGAUGE_CORE_API_COURSE_H_

#include "core/base/cursor.h"
#include "core/cycle/timeline.h"

namespace shopgauge::api {

// Issues: `request.*`, `enrolment.*`, `metric.*`, `profile.*`, `months.order`, `months.duplicate`,
// `months.both`, `request.until`.
Course read_course(const Cursor& request, const Program& program, std::optional<Date> date);

}  // namespace shopgauge::api

#endif  // SHOPGAUGE_CORE_API_COURSE_H_
