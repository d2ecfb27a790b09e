# What `cmake --install build/<preset> --prefix PREFIX` lays down: the library as one archive with its headers and the package
# `shopgauge` for find_package, the command, and programs, schemas and texts as files. tests/consumer/cpp uses it.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(_modules ${SHOPGAUGE_MODULE_ORDER})
list(REMOVE_ITEM _modules cli)
set(_data "${CMAKE_INSTALL_DATADIR}/shopgauge")
set(_package "${CMAKE_INSTALL_LIBDIR}/cmake/shopgauge")
set(_include "${PROJECT_BINARY_DIR}/public")

# One archive of the modules' objects, so that an embedder links one thing, needs no other library, and sees no module.
list(TRANSFORM _modules REPLACE "(.+)" "$<TARGET_OBJECTS:shopgauge_\\1>" OUTPUT_VARIABLE _objects)
add_library(shopgauge_library STATIC ${_objects})
add_library(shopgauge::shopgauge ALIAS shopgauge_library)
set_target_properties(shopgauge_library PROPERTIES OUTPUT_NAME shopgauge EXPORT_NAME shopgauge LINKER_LANGUAGE CXX)
target_compile_features(shopgauge_library PUBLIC cxx_std_17) # what the headers need; the core itself is C++20
target_include_directories(
  shopgauge_library PUBLIC "$<BUILD_INTERFACE:${_include}>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")

# Inside the repository includes begin at its root, which an embedder does not have: there it is <shopgauge/…>.
foreach(header api/shopgauge.h base/progress.h)
  set(_source "${PROJECT_SOURCE_DIR}/core/${header}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${_source}")
  file(READ "${_source}" _text)
  string(REGEX REPLACE "#include \"core/[a-z]+/" "#include \"shopgauge/" _text "${_text}")
  cmake_path(GET header FILENAME _name)
  file(CONFIGURE OUTPUT "${_include}/shopgauge/${_name}" CONTENT "${_text}" @ONLY)
endforeach()

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/package/shopgaugeConfig.cmake.in" "${PROJECT_BINARY_DIR}/package/shopgaugeConfig.cmake"
  INSTALL_DESTINATION "${_package}"
  PATH_VARS _data)
# Before 1.0 a minor version may change what replies look like.
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/package/shopgaugeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)

install(TARGETS shopgauge_library EXPORT shopgauge ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(EXPORT shopgauge FILE shopgaugeTargets.cmake NAMESPACE shopgauge:: DESTINATION "${_package}")
install(FILES "${PROJECT_BINARY_DIR}/package/shopgaugeConfig.cmake" "${PROJECT_BINARY_DIR}/package/shopgaugeConfigVersion.cmake"
  DESTINATION "${_package}")
install(DIRECTORY "${_include}/shopgauge" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(TARGETS shopgauge RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY core/programs/ DESTINATION "${_data}/programs"
  FILES_MATCHING PATTERN "*.json" PATTERN "*.cases.json" EXCLUDE PATTERN "example.request.json" EXCLUDE)
install(DIRECTORY core/programs/ DESTINATION "${_data}/examples" FILES_MATCHING PATTERN "example.request.json")
install(FILES core/api/schema/shopgauge.schema.json core/rules/schema/program.schema.json DESTINATION "${_data}/schema")
install(FILES core/api/texts/en.json core/api/texts/zh-CN.json DESTINATION "${_data}/texts")
install(FILES LICENSE core/rules/FORMAT.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/shopgauge")
