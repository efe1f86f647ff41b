#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs the main job on the sample data set. With a display the window opens on it;
# without one the same job runs to its end: drawn, trained, evaluated, overlays and exports written.
#   packaging/run.sh [--headless] [--dir FOLDER]      FOLDER is $HOME/Boxwright-Sample where it is not given
set -eu
cd "$(dirname "$0")/.."
. packaging/prepare.sh

folder=${HOME:-/tmp}/Boxwright-Sample
headless=
while [ $# -gt 0 ]; do
    case "$1" in
    --headless) headless=yes ;;
    --dir)
        [ $# -ge 2 ] || fail "--dir needs a folder"
        folder=$2
        shift
        ;;
    *) fail "unknown word \"$1\"; usage: packaging/run.sh [--headless] [--dir FOLDER]" ;;
    esac
    shift
done
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then headless=yes; fi

install_packages build run
build boxwright boxwright-cli
bin=$PWD/build/release/bin

mkdir -p "$folder"
cd "$folder"
folder=$PWD
project=$folder/sample.boxwright
data=$folder/data

# A sample that was drawn to its end has its last file; one that was not is drawn again.
if [ ! -f "$data/validation.manifest" ]; then
    say "Drawing the sample data set into $data"
    "$bin/boxwright-cli" sample "$data"
fi
if [ ! -f "$project" ]; then
    say "Making the project $project"
    # Under a working name first, so that a run that was cut off leaves no half project behind.
    rm -rf "$folder"/unfinished.*
    "$bin/boxwright-cli" new "$folder/unfinished.boxwright" --images "$data/images"
    for split in train validation; do
        "$bin/boxwright-cli" import "$folder/unfinished.boxwright" --format augmented-manifest \
            --from "$data/$split.manifest" --images "$data/images" --split $split
    done
    mv "$folder/unfinished.boxwright" "$project"
fi

if [ -z "$headless" ]; then
    say "Opening $project"
    exec "$bin/boxwright" "$project"
fi

number=1
while [ -e "$folder/sample.runs/quick-$number" ]; do number=$((number + 1)); done
run=quick-$number
model=$folder/sample.runs/$run/best
overlays=$folder/overlays-$number

say "Training (quick preset, from scratch, $(nproc) threads; Ctrl-C ends it early and keeps the model)"
trap true INT # ours goes on when the training ends early
"$bin/boxwright-cli" train "$project" --preset quick --set use_pretrained_model=0 --minutes 4 \
    --threads "$(nproc)" --seed 1 --run "$run"
trap - INT

say "Evaluating on the validation split"
"$bin/boxwright-cli" evaluate "$project" --model "$model" --split validation

say "Drawing what the model finds on the validation images"
sed -n 's/.*"source-ref": *"\([^"]*\)".*/\1/p' "$data/validation.manifest" | sed 's|.*/||' | (
    set --
    while IFS= read -r image; do set -- "$@" "$data/images/$image"; done
    "$bin/boxwright-cli" predict --model "$model" --overlay "$overlays" --min-confidence 0.4 "$@"
) > "$folder/predictions-$number.jsonl"

say "Exporting"
for format in sagemaker-json augmented-manifest; do
    "$bin/boxwright-cli" export "$project" --format $format --to "$folder/export-$format"
done

say "Done"
cat <<END
project      $project
model        $model
overlays     $overlays
predictions  $folder/predictions-$number.jsonl
exports      $folder/export-sagemaker-json
             $folder/export-augmented-manifest
END
