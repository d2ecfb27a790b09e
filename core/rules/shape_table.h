// The text of the table of shapes: what may stand in a program document. shape.cpp takes it apart.

#ifndef SHOPGAUGE_CORE_RULES_SHAPE_TABLE_H_
#define SHOPGAUGE_CORE_RULES_SHAPE_TABLE_H_

#include <string_view>

namespace shopgauge {

[[nodiscard]] std::string_view shape_table();

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_SHAPE_TABLE_H_
