// See lexer_stand_ins.h.

#include "core/base/lexer_stand_ins.h"

#include <cstring>

extern "C" {

double shopgauge_strtod(const char* text, char** end) {  // sax signature
  *end = const_cast<char*>(text) + std::strlen(text);    // NOLINT: the signature of strtod
  return 0;
}

int shopgauge_snprintf(char* out, std::size_t size, const char* /*format*/, ...) {
  if (size > 0) {
    *out = '\0';
  }
  return 0;
}

}  // extern "C"
