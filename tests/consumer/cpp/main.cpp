// Loads a program document that was installed, and prints the reply to a request.
// usage: consumer PROGRAM EDITION REQUEST

#include <shopgauge/shopgauge.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    return 2;
  }
  shopgauge::Catalog catalog;
  const std::string document =
      read(std::string(DATA_DIR "/programs/") + argv[1] + "/" + argv[2] + ".json");
  std::cerr << shopgauge::version() << " " << shopgauge::load(catalog, document) << "\n";
  const std::string request = read(argv[3]);
  std::cout << shopgauge::assess(catalog, request) << "\n";
}
