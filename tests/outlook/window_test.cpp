// Windows: which days count, and that an event leaves on the first day whose window lacks it.

#include "core/outlook/window.h"

#include <gtest/gtest.h>

#include "core/calendar/month.h"

namespace shopgauge {
namespace {

const Date kDay = make_date(2026, 11, 22);

TEST(Window, HoldsItsDays) {
  const Period month = window_on({30, 0, {}}, kDay);
  EXPECT_EQ(to_text(month.from), "2026-10-24");
  EXPECT_EQ(to_text(month.to), "2026-11-22");
  // Orders paid 15 to 104 days ago.
  const Period late = window_on({90, 15, {}}, kDay);
  EXPECT_EQ(to_text(late.from), "2026-08-10");
  EXPECT_EQ(days_between(late.from, kDay), 104);
  EXPECT_EQ(days_between(late.to, kDay), 15);
  const Period natural = window_on({0, 0, {}}, kDay);
  EXPECT_EQ(to_text(natural.from), "2026-11-01");
  EXPECT_EQ(to_text(natural.to), "2026-11-22");
  const Period before = window_on({0, 2, {}}, make_date(2026, 12, 2));
  EXPECT_EQ(to_text(before.from), "2026-11-01");
  EXPECT_EQ(to_text(before.to), "2026-11-30");
}

TEST(Window, LosesAnEventOnOneDay) {
  EXPECT_EQ(to_text(leaves_on({30, 0, {}}, make_date(2026, 11, 2))), "2026-12-02");
  EXPECT_EQ(to_text(leaves_on({90, 15, {}}, make_date(2026, 11, 2))), "2027-02-15");
  EXPECT_EQ(to_text(leaves_on({0, 0, {}}, make_date(2026, 12, 31))), "2027-01-01");
}

// Every window of the documents and around, from every day of two years.
TEST(Window, LosesAnEventOnTheFirstDayWithoutIt) {
  for (const int days : {0, 1, 7, 30, 90}) {
    for (const int lag : {0, 1, 15}) {
      const Roll roll{days, lag, {}};
      for (int i = 0; i < 730; ++i) {
        const Date event = add_days(make_date(2027, 3, 1), i);
        Date day = add_days(event, lag);
        ASSERT_TRUE(contains(window_on(roll, day), event));
        ASSERT_FALSE(contains(window_on(roll, add_days(day, -1)), event));
        while (contains(window_on(roll, day), event)) {
          day = add_days(day, 1);
        }
        ASSERT_EQ(leaves_on(roll, event), day) << days << " " << lag << " " << to_text(event);
      }
    }
  }
}

}  // namespace
}  // namespace shopgauge
