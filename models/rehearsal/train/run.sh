#!/usr/bin/env bash
# Makes the rehearsal model anew: bash models/rehearsal/train/run.sh OUT [SPEECH [SENTENCES]]
# OUT takes some gigabytes. SPEECH is a folder with other sets to measure on (see README.md); what it lacks is skipped.
# SENTENCES (34000) can be far fewer to try that everything works.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:?usage: run.sh OUT [SPEECH]}
speech=${2:-$out/no-other-speech}
node=$here/../../../node_modules/.bin/node
# Debian's own, which sees Debian's torch and onnx.
python=/usr/bin/python3
mkdir -p "$out"
# Where the cores are not free, threads that wait by spinning keep each other from working.
export OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0

stage() {
  local name=$1 started=$SECONDS
  shift
  echo "== $name"
  "$@"
  echo "== $name took $((SECONDS - started)) s"
}

stage sentences "$node" "$here/text/generate-sentences.ts" "$out" "${3:-34000}"
stage speech "$python" "$here/prepare.py" "$out"
stage training "$python" "$here/fit.py" "$out"
stage export "$python" "$here/export.py" "$out"
stage graph "$python" "$here/graph.py" "$out"
stage measuring "$node" "$here/measure.ts" "$out" \
  "$out"/held-out/{wide,narrow}.txt "$speech"/synthetic/utterances.txt "$speech"/human/aishell{1,3}.txt
echo "== all took $SECONDS s; the model is $out/model.onnx with $out/tokens.txt"
