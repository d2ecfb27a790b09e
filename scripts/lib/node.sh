# Sourced: finds a Node that the web tools accept, the machine's own or the one that scripts/setup puts into build/tools/.

node_is_new_enough() {
  command -v node >/dev/null && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1)'
}

# Emscripten itself is content with Debian's Node, and calls it by its full path.
node_in_tools=$PWD/build/tools/node_modules/.bin
if ! node_is_new_enough && [ -x "$node_in_tools/node" ]; then
  PATH=$node_in_tools:$PATH
fi
