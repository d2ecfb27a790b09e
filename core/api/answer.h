// How a function answers: what its requests may say, and who writes the value of its reply. Private
// to this module.

#ifndef SHOPGAUGE_CORE_API_ANSWER_H_
#define SHOPGAUGE_CORE_API_ANSWER_H_

#include "core/api/reply.h"
#include "core/api/request.h"
#include "core/api/shopgauge.h"

namespace shopgauge::api {

struct Function {
  Literal name;
  Literal keys;  // of its requests
  // Reads a request and writes the members of its value; after an issue what it wrote is dropped.
  void (*reply)(const Cursor& request, const Editions& editions, JsonWriter& writer);
};

extern const Function kAssess;
extern const Function kTimeline;
extern const Function kCompare;
extern const Function kPlan;
extern const Function kForecast;

// The reply to a request of `function`; of none: to a request that says itself what it asks, which
// `choose` finds (it may raise issues).
[[nodiscard]] std::string answer(const Catalog& catalog, std::string_view text,
                                 const Function* function,
                                 const Function& (*choose)(const Cursor& request) = nullptr);

}  // namespace shopgauge::api

#endif  // SHOPGAUGE_CORE_API_ANSWER_H_
