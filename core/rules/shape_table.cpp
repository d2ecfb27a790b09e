// What may stand in a program document, as FORMAT.md says it in words.

#include "core/rules/shape_table.h"

namespace shopgauge {
namespace {

// "name: description" opens a shape; its keys follow, indented: key, sign, type, description.
//   !  must be there      ?  may be there      |  exactly one of those so marked
//   =  must be there and says which shape this is      ...name  the keys of that shape too
// "name = key:shape key=word:shape @string:shape :shape" is a choice, the first that fits: an
// object with that key, with that word under it, a string (or an object), whatever else.
//
// Types: text, id, string, date, flag, number, …; "a b" one of these words; whole 0 6; figure 1
// 120; @metric the id of one; #rule the id of a text "rule.<id>"; another shape or choice by its
// name.
// A "?" after it: or null. Before it: {} any keys, each such a value; [] a list, [+] not empty,
// [2-4] so many, [!] no two alike, [#] no two with the same id.
constexpr std::string_view kTable = R"(
document: The rules of one edition of one platform's program
  $schema? string -- Where an editor finds the schema of this document
  format! whole 1 1 -- Version of the format
  program! program -- Id of the program
  edition! date -- The edition's name
  in_force! in_force
  title! text
  summary! text -- Two or three sentences for sellers
  platform! text
  time_zone! string -- IANA name; all dates are civil days there
  sources! [#]source
  questions! []text -- What is open, and what is assumed
  notices? [+!]#notice -- Texts that every reply carries
  metrics! [#]metric
  profile_texts? {}profile_text -- One for each profile path that the document uses
  rows? [+]row_table -- Tables of the platform that give numbers by category and type of the store
  lookback? [+#]look_back -- Over how many months metrics are read, the first that holds
  not_applicable? []exclusion -- Stores that the program does not assess
  score? score
  standards? [#]standard
  gates? [#]gate
  tiers? [+#]tier -- The best first
  cycle? cycle
  texts? {}text -- Texts of ids: rule.<id>, reason.<id>, stage.<id> and so on

text: In both languages
  zh-CN! string
  en! string

provenance: Where a number comes from
  status! "official reported inferred example assumed" -- How it is known
  source? @source -- Needed unless the status is assumed
  note? text -- What is not published, why this value

in_force: When the edition rules
  from! date
  until! date? -- Last day; null: not known
  last_seen? date -- Only where until is null
  article? flag -- Taken from an article; a date never selects it
  ...provenance

source: A publication
  id! string
  title! text
  publisher! text
  date! date?
  url! string?

figure: A number that decides something
  value! value
  ...provenance

value = @object:fraction :number

fraction: A fraction that decimals cannot write
  num! number
  den! number -- Above 0

threshold = profile:profile_threshold :figure

profile_threshold: The shop's own number
  profile! @profile -- Path below the profile
  default? figure

metric = kind=flag:flag_metric :number_metric

metric_base: What all metrics have
  id! id
  unit! "orders times products days hours seconds stars points rate visitors buyers CNY USD none"
  better! "higher lower neither"
  no_score? flag -- The platform may show no score for a period
  title! text
  what! text
  window? text
  rolls? rolls -- Which events count; none: the metric is a state of the day
  clock? text -- Only where the platform counts time in its own way
  where? text
  advice? [2-4]text

number_metric: A number that a request gives
  kind= "count rate mean amount flag"
  range! ends -- Lowest and highest admissible value; null: no end
  step! number -- The smallest change that a plan proposes
  if_absent? number -- Stands for an input that is not given
  numerator? text
  denominator? text
  fed_by? fed_by -- The metric is the shown score of a program, over some days
  ...metric_base

flag_metric: True or false
  kind= "flag"
  if_absent? flag -- Stands for an input that is not given
  ...metric_base

rolls = calendar:calendar_window :days_window

window_base: What all windows have
  by! "paid picked_up signed due delivered reviewed chat requested refunded settled judged day" -- The day to which an event belongs; day: a figure of each day
  ...provenance

days_window: Events of the last days count
  days! whole 1 400 -- How many days
  lag? whole 0 400 -- How many days the last of them lies before the day of the score; absent: not known, 0 is taken
  ...window_base

calendar_window: Events since the first day of a natural period count
  calendar! "month"
  ...window_base

fed_by = statistic=mean:fed_mean statistic=days_below:fed_run :fed_last

fed_base: What all fed metrics have
  program! program -- Whose shown score
  lag? whole 0 400 -- How many days before the day of the score the last day lies; absent: not known, 0 is taken
  ...provenance

fed_mean: The mean of the days that have a score
  statistic= "mean"
  days! whole 1 400
  ...fed_base

fed_run: The days in a row with a score below
  statistic= "days_below"
  below! number
  ...fed_base

fed_last: The score of the last day
  statistic= "mean last days_below"
  ...fed_base

profile_text: What a number of the profile is called and where it stands
  title! text
  where! text

exclusion: A reason with the condition that brings it
  reason! #reason
  when! condition

condition = all:all any:any met:met score:score_condition node:node_condition enrolment=store_type:store_type_condition enrolment:word_condition stage:stage_condition count_of:count_condition sample_of:sample_condition is:flag_condition :metric_condition

all: All of these hold
  all! [+]condition

any: Any of these holds
  any! [+]condition

met: All these standards are met
  met! [+!]@standard

operators: Exactly one of them
  at_least| threshold
  above| threshold
  at_most| threshold
  below| threshold

score_condition: The score, as shown or before rounding
  score! "value unrounded"
  ...operators

node_condition: The score of a node
  node! @node
  ...operators

store_type_condition: What the store is
  enrolment! "store_type"
  is! #store_type

word_condition: A word of the enrolment
  enrolment! "store_type category subcategory"
  is! string

stage_condition: The stage that the store is in
  stage! @stage

count_condition: The events of a rate given as counts
  count_of! @metric
  ...operators

sample_condition: The cases of a rate or mean given as counts
  sample_of! @metric
  ...operators

flag_condition: A flag
  metric! @metric
  is! flag

metric_condition: A number
  metric! @metric
  ...operators

row_table: Numbers by words of the enrolment
  by! [+!]"category subcategory store_type" -- The first columns
  any? [+!]string -- Words that match everything
  others? [+!]string -- Words that match what no other row names
  same? {}[+!]string -- Further words of the enrolment that a word stands for
  gives! [+!]@row_number -- The other columns: profile paths, or weights.<node>
  words! {}string -- The English name of every word
  rows! [+][]cell
  ...provenance

look_back: So many months back
  id! id
  title! text
  months! figure 1 120
  when? condition

score: How the score is put together
  scale! span
  rounding! rounding
  stage? #stage -- The stage of stores that are in none of the stages
  not_scored? []exclusion
  stages? [+#]stage
  nodes! [+]node
  methods? methods
  adjustments? [#]adjustment
  derived? [#]derived

rounding: Of the shown score
  digits! whole 0 6
  mode! "half_up half_even down up"
  ...provenance

methods: How a group may be scored; the profile says which
  of! [2-2!]"weighted minimum" -- The default first
  ...provenance

node = kind=dimension:dimension :indicator

dimension: A node with parts
  id! id
  kind= "dimension"
  title! text
  weight! figure
  range! span -- Lowest and highest score
  nodes! [+]node

indicator: A metric turned into points
  id! id
  kind= "dimension indicator"
  metric! @metric
  weight! figure
  range! span
  curve! curve
  optional? flag -- Not assessed where its input is not given
  flat? flat

flat: What a small sample scores whatever the curve says
  when! condition
  points! figure

curve = kind=linear:linear kind=steps:steps kind=benchmarks:benchmarks :identity

linear: Straight lines between knots
  kind= "linear"
  knots! [2-]2 numbers -- [value, points], rising
  ...provenance

steps: [from, to, points], without gap or overlap
  kind= "steps"
  closed! "left right" -- Which end of a row belongs to it
  rows! [+]3 numbers
  ...provenance

benchmarks: Straight lines through the best value, excellent, poor, and reach times as far
  kind= "benchmarks"
  excellent! threshold
  poor! threshold
  points! 4 numbers
  reach! number -- Above 1
  ...provenance

identity: The value is the points
  kind= "linear steps identity benchmarks"
  ...provenance

stage: A stage with a score of its own
  id! #stage
  when! condition
  not_scored? []exclusion
  node! #stage
  points! figure
  adjustments? [#]adjustment

adjustment = metric:per_event at_most:at_most at_least:at_least bands:bands :points

adjustment_base: What all adjustments have
  id! id
  title! text

per_event: Points for each event
  ...adjustment_base
  metric! @metric
  each! figure
  limit? figure -- Of the sum; with the sign of each

at_most: Cuts the sum from above
  ...adjustment_base
  at_most! figure

at_least: Cuts the sum from below
  ...adjustment_base
  at_least! figure

bands: Shows the sum somewhere in another band
  ...adjustment_base
  when! condition
  bands! [+]band
  ...provenance

band: A sum of at least so much is shown in [from, below)
  at_least! number
  shown! span

points: Points on a condition
  ...adjustment_base
  when! condition
  points! figure
  node? @dimension -- That gets the points

derived: A figure that is read off the score
  id! id
  title! text
  of! id -- value, or a derived figure before this one
  curve! steps

standard = is:flag_standard :number_standard

standard_base: What all standards have
  id! id
  title! text
  metric! @metric
  or? [+]alternative -- Met when this or any of these is
  no_sample? "met" -- A ratio of nothing is met
  advisory? flag -- No part of the verdict
  only? "timeline" -- Judged by a phase alone
  area? #area
  source? @source
  note? text

number_standard: A metric compared with a target
  ...standard_base
  ...operators

flag_standard: A flag that must be so
  ...standard_base
  is! flag

alternative: Another way to meet the standard
  metric! @metric
  ...operators

gate: A condition that opens a right
  id! id
  title! text
  when! condition
  exact? flag -- Says nothing of an estimate
  consequence! text
  ...provenance

tier: A named range of results
  id! id
  title! text
  when? condition
  not_scored? flag -- The tier of a store without a score, instead of a condition
  consequences? [!]#consequence
  ...provenance

cycle: The assessment over time
  store_type? #store_type -- What a store is when it enters
  entries! [+]entry
  no_score_month? no_score_month
  phases! [+#]phase

entry: A way into the cycle
  fields! [+!]"opened first_assessed joined launched formal_since recovery_since" -- In the order of time
  phase! @phase
  from! entry_day
  store_type? #store_type -- What such a store is by now
  counts? entry_counts

entry_day: The first day
  field! "opened first_assessed joined launched formal_since recovery_since"
  days? whole 0 3660 -- Later
  month_start? figure 1 31 -- The 1st of the month up to this day of it, else of the next

entry_counts: Counters that such a store brings along
  failures? "failures_so_far"
  passes_in_a_row? "passes_in_a_row"

no_score_month: A month without a score
  counts! "neither"
  ...provenance

phase: A part of the cycle
  id! id
  phase? "exempt trial formal recovery rectification none" -- What replies call it, where that is not the id
  title? text -- The platform's own word
  length! length
  numbered? flag -- Each run is a cycle with a number
  judge? [+!]@standard -- By which each month is judged
  reviews? reviews
  checks? [+]check
  rules? [#]rule
  completed? completed
  choices? [#]choice
  next? []next

length = @string:"open" :counted_length

counted_length: Months, days, or up to a day of the calendar
  months| figure 1 120
  days| figure 1 3660
  until| "month_end year_end"

reviews: The day on which a month is judged
  month_after! whole 0 120
  day! whole 1 28
  ...provenance

check: A judgement on a single day
  standard! id -- Its own id
  title! text
  after_days| figure 1 3660
  after_months| figure 1 120
  judge! [+!]@standard
  sum? [+!]@metric -- Taken over the months of the phase
  mean? [+!]@metric
  passed? outcome
  failed? outcome

outcome: What follows
  events? []event
  then? transition

transition: Another phase begins
  phase! @phase
  month_after? whole 1 120
  day? whole 1 28

rule = on=each_failure:each_rule on=each_pass:each_rule :counted_rule

rule_base: What all rules have
  id! id
  judge? [+!]@standard -- What passes or fails here, instead of the month
  blocks? figure 1 120 -- Months within which failures count
  downgrades? downgrades
  events? []event
  then? rule_transition

counted_rule: Fires when a counter reaches a number
  on= "failures passes_in_a_row failures_in_a_row each_failure each_pass"
  reaches! figure 1 120
  again? flag -- Each time that the counter reaches the number
  ...rule_base

each_rule: Fires at every such month
  on= "each_failure each_pass"
  ...rule_base

rule_transition: The phase ends with the month that decided
  phase! @phase
  month_after! whole 1 120
  day! whole 1 28

downgrades: For a store with so many downgrades so far
  at_least? whole 0 1000
  at_most? whole 0 1000

completed: When nothing ended the phase
  events! [+]event

choice: What the seller may choose
  id! id
  after? rule_names -- Once such a rule has fired
  month_after? "pass" -- In a month that follows a passing one
  events? []event
  then? transition

rule_names = @string:id :[+!]id

next: What follows when the phase runs out
  phase! @phase
  when? age

age: Younger than so many months at a date
  younger_than_months! figure 1 120
  since! "opened first_assessed joined launched formal_since recovery_since"
  at! "opened first_assessed joined launched formal_since recovery_since"

event: What happens on a date
  event! "warned at_risk downgrade_notice supervised downgraded upgrade_eligible upgraded rectification_started removal_possible removed converted exited cycle_completed improvement_plan fee_refunded rewarded restricted"
  month_after? whole 0 120
  day? whole 1 28
  rule! #rule
  to? target
  amount? amount
  areas? flag -- Names the areas whose standards the month failed
  ...provenance

target = entered:entered choice:chosen :named

entered: What the store was when it entered
  entered! flag

chosen: What the seller chooses
  choice! id
  of! [+!]#store_type
  default! id

named: This store type
  store_type! #store_type

amount: Money: share of a figure
  of! threshold
  share! figure
)";

}  // namespace

std::string_view shape_table() { return kTable; }

}  // namespace shopgauge
