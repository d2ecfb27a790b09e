// Sorts the places of the texts, then reads them back.

#include "core/cli/batch_rank.h"

#include <algorithm>
#include <ostream>

namespace shopgauge::cli {

Ranking::Ranking() : file_(std::tmpfile()), ok_(file_ != nullptr) {}

bool Ranking::add(const Answer& answer) {
  Entry entry{answer.risk, {}, answer.text.size(), answer.ok};
  ok_ = ok_ && std::fgetpos(file_.get(), &entry.place) == 0 &&
        std::fwrite(answer.text.data(), 1, entry.size, file_.get()) == entry.size;
  entries_.push_back(entry);
  return ok_;
}

bool Ranking::read(const Entry& entry, std::string& text) {
  text.resize(entry.size);
  return std::fsetpos(file_.get(), &entry.place) == 0 &&
         std::fread(text.data(), 1, entry.size, file_.get()) == entry.size;
}

void Ranking::write(std::ostream& out, bool csv) {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.risk < b.risk; });
  std::size_t rank = 0;
  std::string text;
  for (const Entry& entry : entries_) {
    ok_ = ok_ && read(entry, text);
    if (!ok_ || !out) {
      return;
    }
    const std::string number = entry.ok ? std::to_string(++rank) : "";
    if (csv) {
      out << number << ',' << text;
    } else if (entry.ok) {
      out << "{\"rank\":" << number << ',' << std::string_view(text).substr(1);
    } else {
      out << text;
    }
  }
}

}  // namespace shopgauge::cli
