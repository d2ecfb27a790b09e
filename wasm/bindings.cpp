// The lean engine in the browser: one catalog for each instance, strings in, strings out. It loads
// documents that were checked before they were shipped, and answers what a page asks first.

#include <emscripten/bind.h>

#include "wasm/functions.h"

namespace shopgauge::wasm {

Catalog& catalog() {
  static Catalog loaded(nullptr);
  return loaded;
}

}  // namespace shopgauge::wasm

EMSCRIPTEN_BINDINGS(shopgauge) { shopgauge::wasm::bind_functions(); }
