#!/usr/bin/env bash
# make clean-cache: removes what these scripts cached outside the clone, and nothing else that lies there.
. "$(dirname "$0")/lib/house.sh"

for part in target tools node; do
    [ ! -e "$HEARTH_CACHE/$part" ] || {
        say "Removing $HEARTH_CACHE/$part"
        rm -rf "${HEARTH_CACHE:?}/$part"
    }
done
