// The full engine in the browser: it also compares, plans, checks program documents, takes them
// inside requests, and lists what is loaded.

#include <emscripten.h>
#include <emscripten/bind.h>

#include "wasm/functions.h"

// The factory's caller may give `on_progress(done, all)`.
EM_JS(void, shopgauge_progress, (int done, int all), {
  if (Module['on_progress']) Module['on_progress'](done, all);
});

namespace shopgauge::wasm {
namespace {

std::string programs(const std::string& request) { return shopgauge::programs(catalog(), request); }
std::string compare(const std::string& request) { return shopgauge::compare(catalog(), request); }
std::string plan(const std::string& request) { return shopgauge::plan(catalog(), request); }
std::string forecast(const std::string& request) {
  const Progress progress = {[](void*, int done, int all) { shopgauge_progress(done, all); },
                             nullptr};
  return shopgauge::forecast(catalog(), request, progress);
}
std::string check(const std::string& document) { return shopgauge::check(document); }
std::string answer_line(const std::string& line) { return shopgauge::answer_line(catalog(), line); }

}  // namespace

Catalog& catalog() {
  static Catalog loaded;
  return loaded;
}

}  // namespace shopgauge::wasm

EMSCRIPTEN_BINDINGS(shopgauge) {
  shopgauge::wasm::bind_functions();
  emscripten::function("programs", &shopgauge::wasm::programs);
  emscripten::function("compare", &shopgauge::wasm::compare);
  emscripten::function("plan", &shopgauge::wasm::plan);
  emscripten::function("forecast", &shopgauge::wasm::forecast);
  emscripten::function("check", &shopgauge::wasm::check);
  emscripten::function("answer_line", &shopgauge::wasm::answer_line);
}
