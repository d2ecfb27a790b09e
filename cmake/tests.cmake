# Test programs: GoogleTest, the same sources natively and in WebAssembly.
include(GoogleTest)

# Debian ships GoogleTest as sources, so that it is compiled with the flags (sanitizers, target) of the preset.
set(INSTALL_GTEST OFF)
add_subdirectory(/usr/src/googletest "${PROJECT_BINARY_DIR}/googletest" EXCLUDE_FROM_ALL SYSTEM)

# shopgauge_test(<name> SOURCES <file>… LINKS <module or target>… [EXCEPTIONS] [TOGETHER])
#
# Makes the program test_<name>; its tests are called <name>/<suite>.<case> in CTest. Tests read files of the repository below
# SHOPGAUGE_SOURCE_DIR, a string literal. EXCEPTIONS as for shopgauge_module. TOGETHER: in WebAssembly CTest runs them all at once,
# as <name>/all, for programs with hundreds of tests: each start of Node costs half a second.
function(shopgauge_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCEPTIONS;TOGETHER" "" "SOURCES;LINKS")
  add_executable(test_${name} ${arg_SOURCES})
  _shopgauge_compile(test_${name} ${arg_EXCEPTIONS})
  target_compile_definitions(test_${name} PRIVATE SHOPGAUGE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  _shopgauge_link(test_${name} ${arg_LINKS} nlohmann_json GTest::gtest_main)
  if(EMSCRIPTEN)
    # One file that Node runs, with the real file system, and whose exit status is main's.
    target_link_options(test_${name} PRIVATE -sSINGLE_FILE=1 -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1)
  endif()
  if(EMSCRIPTEN AND arg_TOGETHER)
    add_test(NAME "${name}/all" COMMAND test_${name})
    return()
  endif()
  # PRE_TEST: a program is asked for its tests when CTest runs, not while it is built. The default wait of 5 s is short for Node
  # or a sanitized program on a busy machine.
  gtest_discover_tests(test_${name} TEST_PREFIX "${name}/" DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60)
endfunction()

# shopgauge_fuzz_target(<name> SOURCES <file>… LINKS <module or target>…)
#
# Makes the program fuzz_<name>, whose sources read its name in SHOPGAUGE_FUZZ_TARGET, and adds it to the target `fuzzers`. For the
# `fuzz` preset, which says with SHOPGAUGE_FUZZER what it is linked with.
function(shopgauge_fuzz_target name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_executable(fuzz_${name} ${arg_SOURCES})
  _shopgauge_compile(fuzz_${name} FALSE)
  target_compile_definitions(fuzz_${name} PRIVATE SHOPGAUGE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SHOPGAUGE_FUZZ_TARGET="${name}")
  _shopgauge_link(fuzz_${name} ${arg_LINKS})
  target_link_options(fuzz_${name} PRIVATE ${SHOPGAUGE_FUZZER})
  if(NOT TARGET fuzzers)
    add_custom_target(fuzzers)
  endif()
  add_dependencies(fuzzers fuzz_${name})
endfunction()
