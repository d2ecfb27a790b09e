// Either a value or all the issues that prevented it.

#ifndef SHOPGAUGE_CORE_BASE_RESULT_H_
#define SHOPGAUGE_CORE_BASE_RESULT_H_

#include <utility>
#include <variant>

#include "core/base/check.h"
#include "core/base/issue.h"

namespace shopgauge {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : content_(std::move(value)) {}  // NOLINT: implicit, so that a value can be returned
  Result(Issues issues) : content_(std::move(issues)) {  // NOLINT: likewise
    require(!std::get<Issues>(content_).empty());
  }

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(content_); }
  [[nodiscard]] const T& value() const {
    require(ok());
    return *std::get_if<T>(&content_);
  }
  [[nodiscard]] T take() {
    require(ok());
    return std::move(*std::get_if<T>(&content_));
  }
  [[nodiscard]] Issues take_issues() {
    require(!ok());
    return std::move(*std::get_if<Issues>(&content_));
  }
  [[nodiscard]] const Issues& issues() const {
    require(!ok());
    return *std::get_if<Issues>(&content_);
  }

 private:
  std::variant<T, Issues> content_;
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_RESULT_H_
