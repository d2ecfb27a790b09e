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
  void (*reply)(const Cursor& request, const Editions& editions, JsonWriter& writer,
                const Progress& progress);
};

extern const Function kAssess;
extern const Function kTimeline;
extern const Function kCompare;
extern const Function kPlan;
extern const Function kForecast;

// The reply to a request of `function`.
[[nodiscard]] std::string answer(const Catalog& catalog, std::string_view text,
                                 const Function* function, const Progress& progress = {});
// The same for a request that is read already, whose issues go to `issues`; it may have `keys`.
[[nodiscard]] std::string answer(const Catalog& catalog, const Cursor& request,
                                 const Issues& issues, const Function& function, Literal keys,
                                 const Progress& progress = {});

}  // namespace shopgauge::api

#endif  // SHOPGAUGE_CORE_API_ANSWER_H_
