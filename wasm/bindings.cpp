// The engine in the browser: one catalog for each instance, strings in, strings out.

#include <emscripten/bind.h>

#include <string>

#include "core/api/shopgauge.h"

namespace {

shopgauge::Catalog& catalog() {
  static shopgauge::Catalog loaded;
  return loaded;
}

std::string load(const std::string& document) { return shopgauge::load(catalog(), document); }
std::string programs(const std::string& request) { return shopgauge::programs(catalog(), request); }
std::string assess(const std::string& request) { return shopgauge::assess(catalog(), request); }
std::string timeline(const std::string& request) { return shopgauge::timeline(catalog(), request); }
std::string check(const std::string& document) { return shopgauge::check(document); }

}  // namespace

EMSCRIPTEN_BINDINGS(shopgauge) {
  emscripten::function("load", &load);
  emscripten::function("programs", &programs);
  emscripten::function("assess", &assess);
  emscripten::function("timeline", &timeline);
  emscripten::function("check", &check);
}
