// Changes of values in a document, by their places.

#ifndef SHOPGAUGE_TESTS_MUTATE_EDIT_H_
#define SHOPGAUGE_TESTS_MUTATE_EDIT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/json.h"

namespace shopgauge::tests {

// One change of one value.
struct Edit {
  enum class Kind { set, rename, remove, swap_items };
  Kind kind = Kind::set;
  std::vector<std::size_t> path;  // places of members and items from the root on
  Json value;                     // set
  std::string key;                // rename: of the member that the path leads to
};

// The edits of one way to make a change.
using Edits = std::vector<Edit>;

void change(const Edits& edits, Json& document);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_MUTATE_EDIT_H_
