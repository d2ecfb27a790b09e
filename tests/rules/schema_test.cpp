// The JSON Schema of program documents says what the table of shapes says, and every document
// without a fault keeps it.

#include <gtest/gtest.h>

#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "tests/api/corpus.h"
#include "tests/rules/documents.h"
#include "tests/rules/program_schema.h"

namespace shopgauge::tests {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

class ProgramSchema : public testing::Test {
 protected:
  ProgramSchema()
      : root_(nlohmann::json::parse(read_file("core/rules/schema/program.schema.json"))) {
    valijson::SchemaParser parser;
    parser.populateSchema(Adapter(root_), schema_);
  }

  bool accepts(const std::string& document) {
    valijson::Validator validator;
    const nlohmann::json dom = nlohmann::json::parse(document);
    return validator.validate(schema_, Adapter(dom), nullptr);
  }

 private:
  nlohmann::json root_;
  valijson::Schema schema_;
};

TEST_F(ProgramSchema, IsWrittenFromTheTableOfShapes) {
  EXPECT_EQ(read_file("core/rules/schema/program.schema.json"), program_schema())
      << "build/debug/write_program_schema >core/rules/schema/program.schema.json";
}

TEST_F(ProgramSchema, AcceptsWhatTheCheckerAccepts) {
  std::vector<std::string> files = shipped_documents();
  files.insert(files.end(), {"tests/rules/good.json", "tests/rules/full.json"});
  for (const std::string& file : files) {
    EXPECT_TRUE(accepts(read_file(file))) << file;
  }
}

// Faults that a schema can see: an unknown key, a kind, a missing key, a word, a source.
TEST_F(ProgramSchema, RefusesFaultsOfShape) {
  for (const char* name :
       {"unknown_key", "type", "missing", "value_score", "value_cycle", "value_metrics", "metrics",
        "numbers", "curves", "table", "source", "not_an_object"}) {
    EXPECT_FALSE(accepts(patched_document(std::string("tests/rules_bad/") + name + ".json")))
        << name;
  }
}

}  // namespace
}  // namespace shopgauge::tests
