# Sourced by scripts/test: runs steps one after the other, says one line about each, and ends at the first red.
#
# What a step prints goes to build/logs/<step>.log and is shown only when it fails, or always with `step --show`.

steps_passed=0
steps_failed=0
mkdir -p build/logs

# The last line is one that any CI can read: 'N passed, N failed'.
steps_summary() {
  printf '\nall steps: %d s\n%d passed, %d failed\n' "$SECONDS" "$steps_passed" "$steps_failed"
}
trap steps_summary EXIT

# step [--show] NAME COMMAND…
step() {
  local show=false
  if [ "$1" = --show ]; then
    show=true
    shift
  fi
  local name=$1 began=$SECONDS status=0
  shift
  local log=build/logs/${name//[^A-Za-z0-9]/-}.log
  printf '%-44s' "$name"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -ne 0 ]; then
    steps_failed=$((steps_failed + 1))
    printf 'FAILED, exit status %d, %d s\n\n' "$status" "$((SECONDS - began))"
    tail -n 200 "$log"
    printf '\nThe command was: %s\nIts whole output: %s\n' "$*" "$log"
    exit 1
  fi
  steps_passed=$((steps_passed + 1))
  printf 'ok, %d s\n' "$((SECONDS - began))"
  if "$show"; then sed 's/^/  /' "$log"; fi
}
