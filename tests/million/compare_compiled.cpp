// A million rows of all shipped editions through the compiled program and through `assess`. For the
// release build, where that takes about a minute; a share of it runs in every build as a test.
//
// usage: compare_compiled [rows] [edition …]

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/api/corpus.h"
#include "tests/property/compiled_rows.h"
#include "tests/property/draw.h"

int main(int count, char** words) {
  using namespace shopgauge::tests;  // NOLINT
  const std::size_t wanted = count > 1 ? std::strtoull(words[1], nullptr, 10) : 1'000'000;
  std::vector<std::string> documents(words + (count > 2 ? 2 : count), words + count);
  if (documents.empty()) {
    documents = shipped_documents();
  }
  constexpr std::size_t kRowsOfShop[] = {60, 600};
  Agreement all;
  for (const std::string& document : documents) {
    Agreement one;
    for (std::uint64_t turn = 0; one.rows < wanted / documents.size(); ++turn) {
      add(one, compare_compiled(document, seed_of_run() + turn, 10, kRowsOfShop[turn % 2]));
      if (!one.differences.empty()) {
        break;
      }
    }
    std::printf("%s: %zu shops (%zu refused), %zu rows, %zu scored, %zu open, %zu steered, ",
                document.c_str(), one.shops, one.refused, one.rows, one.scored, one.open,
                one.steered);
    std::printf("%zu the exact way\n", one.exact);
    for (const std::string& reason : one.refusals) {
      std::printf("  refused: %s\n", reason.c_str());
    }
    add(all, one);
  }
  for (const std::string& difference : all.differences) {
    std::printf("%s\n", difference.c_str());
  }
  std::printf("%zu rows, seed %llu: %zu differences\n", all.rows,
              static_cast<unsigned long long>(seed_of_run()), all.differences.size());
  return all.differences.empty() ? 0 : 1;
}
