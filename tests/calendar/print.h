// How GoogleTest writes dates and months into its failure messages.

#ifndef SHOPGAUGE_TESTS_CALENDAR_PRINT_H_
#define SHOPGAUGE_TESTS_CALENDAR_PRINT_H_

#include <ostream>

#include "core/calendar/date.h"
#include "core/calendar/month.h"

namespace shopgauge {

inline void PrintTo(Date date, std::ostream* out) { *out << to_text(date); }
inline void PrintTo(Month month, std::ostream* out) { *out << to_text(month); }

}  // namespace shopgauge

#endif  // SHOPGAUGE_TESTS_CALENDAR_PRINT_H_
