// Answers by risk: the texts wait in a temporary file, and memory holds a few bytes for each.

#ifndef SHOPGAUGE_CORE_CLI_BATCH_RANK_H_
#define SHOPGAUGE_CORE_CLI_BATCH_RANK_H_

#include <cstdio>
#include <iosfwd>
#include <memory>
#include <vector>

#include "core/cli/batch_flow.h"

namespace shopgauge::cli {

class Ranking {
 public:
  Ranking();

  // False when the temporary file cannot be written.
  [[nodiscard]] bool ok() const { return ok_; }
  bool add(const Answer& answer);
  // The most at risk first, refusals last; those of equal risk in the order of the input. Each with
  // its rank: the first member of a JSON object or the first cell of a row; refusals have none.
  void write(std::ostream& out, bool csv);

 private:
  struct Entry {
    Risk risk;
    std::fpos_t place;
    std::size_t size;
    bool ok;
  };
  struct Close {
    void operator()(std::FILE* file) const { (void)std::fclose(file); }
  };

  bool read(const Entry& entry, std::string& text);

  std::unique_ptr<std::FILE, Close> file_;
  std::vector<Entry> entries_;
  bool ok_;
};

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_BATCH_RANK_H_
