// What both engines in the browser offer.

#ifndef SHOPGAUGE_WASM_FUNCTIONS_H_
#define SHOPGAUGE_WASM_FUNCTIONS_H_

#include <emscripten/bind.h>

#include <string>

#include "core/api/shopgauge.h"

namespace shopgauge::wasm {

// The instance's own.
Catalog& catalog();

inline std::string load(const std::string& document) {
  return shopgauge::load(catalog(), document);
}
inline std::string assess(const std::string& request) {
  return shopgauge::assess(catalog(), request);
}
inline std::string timeline(const std::string& request) {
  return shopgauge::timeline(catalog(), request);
}

inline void bind_functions() {
  emscripten::function("load", &load);
  emscripten::function("assess", &assess);
  emscripten::function("timeline", &timeline);
}

}  // namespace shopgauge::wasm

#endif  // SHOPGAUGE_WASM_FUNCTIONS_H_
