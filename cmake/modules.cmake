# What a module of the core is: a folder, a static library, and a place in the order below.

# A module may use only what stands to its left (design: dependencies run one way).
# tests/repository/ checks the includes against the same order.
set(SHOPGAUGE_MODULE_ORDER base calendar rules scoring cycle outlook api cli)

# Flags that every target of ours gets. PRIVATE: who embeds the core chooses its own.
# -ffp-contract=off: a fused multiply-add would make native and WebAssembly differ in the last bit.
function(_shopgauge_compile target exceptions)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE ${SHOPGAUGE_WARNINGS} -ffp-contract=off)
  if(NOT exceptions)
    target_compile_options(${target} PRIVATE -fno-exceptions)
    target_compile_definitions(${target} PRIVATE JSON_NOEXCEPTION)
  endif()
endfunction()

# shopgauge_module(<name> SOURCES <file>… [DEPENDS <module>…] [EXCEPTIONS])
#
# Makes the static library shopgauge_<name>, alias shopgauge::<name>. EXCEPTIONS is for `cli` alone: CLI11 needs them.
function(shopgauge_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCEPTIONS" "" "SOURCES;DEPENDS")
  list(FIND SHOPGAUGE_MODULE_ORDER ${name} place)
  if(place EQUAL -1)
    message(FATAL_ERROR "module ${name} has no place in SHOPGAUGE_MODULE_ORDER (cmake/modules.cmake)")
  endif()

  add_library(shopgauge_${name} STATIC ${arg_SOURCES})
  add_library(shopgauge::${name} ALIAS shopgauge_${name})
  _shopgauge_compile(shopgauge_${name} ${arg_EXCEPTIONS})
  target_include_directories(shopgauge_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(shopgauge_${name} PRIVATE nlohmann_json)

  foreach(dependency IN LISTS arg_DEPENDS)
    list(FIND SHOPGAUGE_MODULE_ORDER ${dependency} dependency_place)
    if(dependency_place EQUAL -1 OR NOT dependency_place LESS place)
      message(FATAL_ERROR "module ${name} must not use ${dependency}: the order is ${SHOPGAUGE_MODULE_ORDER}")
    endif()
    target_link_libraries(shopgauge_${name} PUBLIC shopgauge::${dependency})
  endforeach()
endfunction()

# shopgauge_executable(<name> SOURCES <file>… LINKS <module or target>…)
#
# Makes build/<preset>/<name>, with exceptions (only the command line is one).
function(shopgauge_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_executable(${name} ${arg_SOURCES})
  _shopgauge_compile(${name} TRUE)
  _shopgauge_link(${name} ${arg_LINKS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
endfunction()

# Links modules by their short names, and anything else as it is called.
function(_shopgauge_link target)
  foreach(link IN LISTS ARGN)
    if(link IN_LIST SHOPGAUGE_MODULE_ORDER)
      target_link_libraries(${target} PRIVATE shopgauge::${link})
    else()
      target_link_libraries(${target} PRIVATE ${link})
    endif()
  endforeach()
endfunction()
