// Reads what readings.mjs wrote: names, the number of rows, rows.

#include "tests/bench/columns.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace shopgauge::bench {
namespace {

[[noreturn]] void stop(const std::string& what) {
  std::fprintf(stderr, "bench: %s\n", what.c_str());
  std::exit(2);
}

}  // namespace

Columns read_columns(const std::string& path) {
  std::ifstream file(path);
  Columns columns;
  std::string header;
  std::getline(file, header);
  std::istringstream names(header);
  for (std::string name; names >> name;) {
    columns.names.push_back(name);
  }
  file >> columns.rows;
  columns.values.resize(columns.names.size(), std::vector<std::int64_t>(columns.rows));
  for (std::size_t row = 0; row < columns.rows; ++row) {
    for (std::vector<std::int64_t>& column : columns.values) {
      file >> column[row];
    }
  }
  if (!file || columns.rows == 0) {
    stop(path + " cannot be read");
  }
  return columns;
}

const std::int64_t* find_column(const Columns& columns, const std::string& name) {
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    if (columns.names[i] == name) {
      return columns.values[i].data();
    }
  }
  return nullptr;
}

const std::int64_t* need_column(const Columns& columns, const std::string& name) {
  const std::int64_t* found = find_column(columns, name);
  return found != nullptr ? found : (stop("there is no column " + name), nullptr);
}

std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  if (lines.empty()) {
    stop(path + " cannot be read");
  }
  return lines;
}

}  // namespace shopgauge::bench
