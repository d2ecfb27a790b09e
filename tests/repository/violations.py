"""For each check, texts that it must report and texts that it must let pass: a check that cannot fail proves nothing."""

# check: ([(path, violating text)…], [(path, harmless text)…])
PLANTED = {
    "module_order": (
        [
            ("core/base/a.cpp", '#include "core/calendar/date.h"\n'),
            ("core/cycle/a.h", '#include "core/api/engine.h"\n'),
            ("core/rules/a.h", '#include "model.h"\n'),
            ("core/rules/a.h", '#include "core/helpers/a.h"\n'),
            ("wasm/bindings.cpp", '#include "core/base/json.h"\n'),
        ],
        [
            ("core/cli/a.cpp", '#include <string>\n\n#include "core/api/engine.h"\n'),
            ("core/base/a.cpp", '#include "core/base/a.h"\n'),
            ("wasm/bindings.cpp", '#include "core/api/engine.h"\n'),
        ],
    ),
    "no_platform_names": (
        [
            ("core/api/a.cpp", "// as Douyin does\n"),
            ("wasm/a.cpp", 'auto x = "etsy";\n'),
            ("web/src/parts/a.ts", "const tiktok = 1;\n"),
        ],
        [("core/programs/a.json", '"douyin"\n'), ("web/src/generated/a.json", '"tmall"\n')],
    ),
    "exact_numbers": (
        [("core/base/a.h", "double x;\n"), ("core/cycle/a.cpp", "auto f(float x) -> int;  // sax\n")],
        [
            ("core/base/a.h", "// no double here\n/* a\nfloat */ int doubled;\n"),
            ("core/base/a.h", "bool number_float(double, const std::string& text);  // sax signature\n"),
            ("core/scoring/a.h", 'const char* k = "double";\n'),
            ("core/outlook/a.h", "double sample;\n"),
        ],
    ),
    "months_in_calendar_alone": (
        [
            ("core/cycle/a.cpp", "auto x = date + std::chrono::months{1};\n"),
            ("core/rules/a.h", "std::chrono::year_month m;\n"),
            ("wasm/a.cpp", "using std::chrono::year_month_day;\n"),
        ],
        [("core/calendar/a.cpp", "std::chrono::year_month m;\n"), ("core/cycle/a.cpp", "int months;\n")],
    ),
    "no_outside_world": (
        [
            ("core/base/a.cpp", "std::ifstream in;\n"),
            ("core/base/a.cpp", "#include <fstream>\n"),
            ("core/api/a.cpp", "#include <iostream>\n"),
            ("core/api/a.cpp", 'auto* home = getenv("HOME");\n'),
            ("core/cycle/a.cpp", "auto now = std::chrono::system_clock::now();\n"),
            ("core/rules/a.cpp", 'std::locale l("");\n'),
        ],
        [("core/cli/a.cpp", "#include <fstream>\n#include <iostream>\n"), ("core/api/a.cpp", "// no system_clock\n")],
    ),
    "same_on_every_platform": (
        [
            ("core/api/a.h", "std::unordered_map<int, int> m;\n"),
            ("core/base/a.h", "unsigned long x;\n"),
            ("core/cycle/a.cpp", "std::shuffle(a, b, c);\n"),
            ("core/rules/a.cpp", "std::hash<int> h;\n"),
        ],
        [("core/base/a.h", "// as long as it takes\nint longest;\n")],
    ),
    "build_by_targets": (
        [
            ("core/CMakeLists.txt", "file(GLOB sources *.cpp)\n"),
            ("CMakeLists.txt", "add_compile_options(-Wall)\n"),
            ("cmake/a.cmake", "target_compile_options(a PRIVATE -fsanitize=address)\n"),
            ("core/CMakeLists.txt", 'set(CMAKE_CXX_FLAGS "-O3")\n'),
        ],
        [("CMakeLists.txt", "target_include_directories(a PUBLIC .)  # never file(GLOB)\n")],
    ),
    "locked_without_hosts": (
        [("web/package-lock.json", '  "resolved": "https://registry.example/a.tgz"\n')],
        [
            ("web/package-lock.json", '  "integrity": "sha512-x"\n'),
            ("web/node_modules/a/package-lock.json", '  "resolved": "https://registry.example/a.tgz"\n'),
        ],
    ),
    "formatted": (
        [("core/base/a.h", "int   x;\n"), ("tests/base/a.cpp", "int main( ) { }\n")],
        [("core/base/a.h", "int x;\n")],
    ),
}
