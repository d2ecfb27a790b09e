# Test programs: GoogleTest, the same sources natively and in WebAssembly.
include(GoogleTest)

# Debian ships GoogleTest as sources, so that it is compiled with the flags (sanitizers, target) of the preset.
set(INSTALL_GTEST OFF)
add_subdirectory(/usr/src/googletest "${PROJECT_BINARY_DIR}/googletest" EXCLUDE_FROM_ALL SYSTEM)

# shopgauge_test(<name> SOURCES <file>… LINKS <module or target>… [EXCEPTIONS])
#
# Makes the program test_<name>; its tests are called <name>/<suite>.<case> in CTest. Tests read files of the repository below
# SHOPGAUGE_SOURCE_DIR, a string literal. EXCEPTIONS as for shopgauge_module.
function(shopgauge_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCEPTIONS" "" "SOURCES;LINKS")
  add_executable(test_${name} ${arg_SOURCES})
  _shopgauge_compile(test_${name} ${arg_EXCEPTIONS})
  target_compile_definitions(test_${name} PRIVATE SHOPGAUGE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  _shopgauge_link(test_${name} ${arg_LINKS} nlohmann_json GTest::gtest_main)
  if(EMSCRIPTEN)
    # One file that Node runs, with the real file system, and whose exit status is main's.
    target_link_options(test_${name} PRIVATE -sSINGLE_FILE=1 -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1)
  endif()
  # PRE_TEST: a program is asked for its tests when CTest runs, not while it is built. The default wait of 5 s is short for Node
  # or a sanitized program on a busy machine.
  gtest_discover_tests(test_${name} TEST_PREFIX "${name}/" DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60)
endfunction()
