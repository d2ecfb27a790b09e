// Follows the path of each edit down the document.

#include "tests/mutate/edit.h"

#include <utility>

namespace shopgauge::tests {

void change(const Edits& edits, Json& document) {
  for (const Edit& edit : edits) {
    Json* parent = nullptr;
    Json* at = &document;
    for (const std::size_t place : edit.path) {
      parent = at;
      at = at->members.empty() ? &at->items[place] : &at->members[place].value;
    }
    switch (edit.kind) {
      case Edit::Kind::set: {
        const std::uint32_t offset = at->offset;
        *at = edit.value;
        at->offset = offset;
        break;
      }
      case Edit::Kind::rename:
        parent->members[edit.path.back()].key = edit.key;
        break;
      case Edit::Kind::remove:
        parent->members.erase(parent->members.begin() +
                              static_cast<std::ptrdiff_t>(edit.path.back()));
        break;
      case Edit::Kind::swap_items:
        std::swap(at->items[0], at->items[1]);
        break;
    }
  }
}

}  // namespace shopgauge::tests
