// The full engine in the browser: checks program documents, and takes them inside requests.

#include <emscripten/bind.h>

#include "wasm/functions.h"

namespace shopgauge::wasm {
namespace {

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
  emscripten::function("check", &shopgauge::wasm::check);
  emscripten::function("answer_line", &shopgauge::wasm::answer_line);
}
