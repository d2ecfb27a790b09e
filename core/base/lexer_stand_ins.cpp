// What nlohmann/json's lexer calls of the C library and nobody reads: numbers are taken from their
// text and error texts are our own (json.cpp). json.cpp is compiled with the two names below in place
// of strtod and snprintf; the library's versions bring long-double arithmetic and all of printf, 6 KB of
// the engine that a browser loads, and refuse numbers that only a double cannot hold.

#include <cstddef>
#include <cstring>

extern "C" {

double shopgauge_strtod(const char* text, char** end) {
  *end = const_cast<char*>(text) + std::strlen(text);  // NOLINT: the signature of strtod
  return 0;
}

int shopgauge_snprintf(char* out, std::size_t size, const char* /*format*/, ...) {
  if (size > 0) {
    *out = '\0';
  }
  return 0;
}

}  // extern "C"
