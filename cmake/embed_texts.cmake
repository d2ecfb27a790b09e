# Carries text files inside a program, so that the command runs from any directory.

# shopgauge_embed_texts(<target> HEADER <path> FUNCTION <namespace>::<function> FILES <file>…)
#
# Adds a generated source to <target> that defines
#     std::span<const shopgauge::EmbeddedText> <namespace>::<function>();
# with one {name, text} for each file, in the order given; `name` is the path from the repository root. <path> is the header's own
# path as it is included, for example core/cli/shipped_programs.h. When a file changes, the source is generated anew.
function(shopgauge_embed_texts target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "HEADER;FUNCTION" "FILES")
  string(REGEX MATCH "^(.+)::([A-Za-z_0-9]+)$" matched "${arg_FUNCTION}")
  if(NOT matched OR NOT arg_HEADER OR NOT arg_FILES)
    message(FATAL_ERROR "shopgauge_embed_texts(${target}) needs HEADER, FUNCTION namespace::name and FILES")
  endif()
  set(namespace "${CMAKE_MATCH_1}")
  set(function "${CMAKE_MATCH_2}")

  set(header "${PROJECT_BINARY_DIR}/generated/${arg_HEADER}")
  string(REGEX REPLACE "\\.h$" ".cpp" source "${header}")
  string(MAKE_C_IDENTIFIER "${arg_HEADER}" guard)
  string(TOUPPER "SHOPGAUGE_${guard}_" guard)
  set(files "")
  foreach(file IN LISTS arg_FILES)
    cmake_path(ABSOLUTE_PATH file NORMALIZE)
    list(APPEND files "${file}")
  endforeach()

  configure_file("${PROJECT_SOURCE_DIR}/cmake/embed/texts.h.in" "${header}" @ONLY)
  list(JOIN files "|" joined)
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" -D "SOURCE=${source}" -D "HEADER=${arg_HEADER}" -D "NAMESPACE=${namespace}" -D
            "FUNCTION=${function}" -D "ROOT=${PROJECT_SOURCE_DIR}" -D "FILES=${joined}" -P
            "${PROJECT_SOURCE_DIR}/cmake/embed/generate.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed/generate.cmake"
    COMMENT "Embedding texts: ${arg_HEADER}"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}")
  target_include_directories(${target} PUBLIC "${PROJECT_BINARY_DIR}/generated")
endfunction()
