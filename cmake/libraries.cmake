# The libraries that the core, the command and the tests use, from Debian's packages; header-only, but for CSV.
#
# Emscripten must not see /usr/include (its own C library's headers would be hidden), so each library's folder is linked alone into
# <build>/include. Native builds go the same way, so both worlds compile the same text.

# shopgauge_header_library(<target> <folder> <header>): makes the interface target <target> for `#include <folder>/<header>`.
function(shopgauge_header_library target folder header)
  find_path(${folder}_INCLUDE_DIR "${folder}/${header}" PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  mark_as_advanced(${folder}_INCLUDE_DIR)
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/include")
  file(CREATE_LINK "${${folder}_INCLUDE_DIR}/${folder}" "${PROJECT_BINARY_DIR}/include/${folder}" SYMBOLIC)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/include")
endfunction()

shopgauge_header_library(nlohmann_json nlohmann json.hpp)
if(NOT EMSCRIPTEN)
  shopgauge_header_library(CLI11 CLI CLI.hpp)
  # A C library of one header, which lies in /usr/include itself.
  find_library(CSV_LIBRARY csv REQUIRED)
  mark_as_advanced(CSV_LIBRARY)
  add_library(csv UNKNOWN IMPORTED GLOBAL)
  set_target_properties(csv PROPERTIES IMPORTED_LOCATION "${CSV_LIBRARY}")
  find_package(Threads REQUIRED)
endif()
if(SHOPGAUGE_TESTS)
  shopgauge_header_library(valijson valijson validator.hpp)
endif()
