// What nlohmann/json's lexer calls of the C library and nobody reads: numbers are taken from their
// text and error texts are our own (json.cpp). The library's versions bring long-double arithmetic
// and all of printf, 12 KB of the engine that a browser loads, and refuse what no double can hold.
// json.cpp gives the lexer these in their place; this can go when the lexer can be told to keep the
// text.

#ifndef SHOPGAUGE_CORE_BASE_LEXER_STAND_INS_H_
#define SHOPGAUGE_CORE_BASE_LEXER_STAND_INS_H_

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

extern "C" {
// 0, with `*end` at the end of the text.
double shopgauge_strtod(const char* text, char** end);  // sax signature
// The empty text.
int shopgauge_snprintf(char* out, std::size_t size, const char* format, ...);
}

namespace std {  // NOLINT: the lexer names them there
using ::shopgauge_snprintf;
using ::shopgauge_strtod;
}  // namespace std

#endif  // SHOPGAUGE_CORE_BASE_LEXER_STAND_INS_H_
