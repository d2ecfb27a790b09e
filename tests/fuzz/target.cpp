// A libFuzzer program that feeds one function; SHOPGAUGE_FUZZ_TARGET says which.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/claims.h"
#include "tests/fuzz/mutate.h"

// libFuzzer's own change of bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Puts the text where libFuzzer wants it, when it fits.
std::optional<std::size_t> put(const std::optional<std::string>& text, std::uint8_t* data,
                               std::size_t max_size) {
  if (!text || text->size() > max_size) {
    return std::nullopt;
  }
  std::memcpy(data, text->data(), text->size());
  return text->size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(text_of(data, size));
  const std::vector<std::string> broken =
      shopgauge::tests::broken_claims(SHOPGAUGE_FUZZ_TARGET, text);
  for (const std::string& claim : broken) {
    std::fprintf(stderr, "broken: %s\n", claim.c_str());
  }
  if (!broken.empty()) {
    std::abort();
  }
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned int seed) {
  static const std::vector<std::string> kWords = shopgauge::tests::known_words();
  constexpr unsigned int kBytes = 16;  // one change in so many is of bytes, so that texts break
  if (seed % kBytes != 0) {
    const auto mutated = shopgauge::tests::mutate(text_of(data, size), kWords, seed);
    if (const auto length = put(mutated, data, max_size)) {
      return *length;
    }
  }
  return LLVMFuzzerMutate(data, size, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data, std::size_t size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t max_size,
                                                 unsigned int seed) {
  const auto crossed =
      shopgauge::tests::cross_over(text_of(data, size), text_of(other, other_size), seed);
  return put(crossed, out, max_size).value_or(0);
}
