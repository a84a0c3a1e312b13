# Runs the groups of a test run: times each against its budget, goes on after a failure, sums up. Sourced, never run.
# shellcheck shell=bash

GROUP_LINES=()
GROUP_FAILURES=0

# group NAME BUDGET_S COMMAND…: a group that runs over its budget is marked, not failed: machines differ.
# ONLY, if set, is a list of the groups to run.
group() {
    local name=$1 budget_s=$2 started=$EPOCHREALTIME result=passed late=
    shift 2
    case " ${ONLY:-$name} " in *" $name "*) ;; *) return 0 ;; esac
    say "== $name (budget $budget_s s)"
    # A process of its own that obeys `set -e` (a function called in a condition would not).
    set +e
    (
        set -e
        "$@"
    )
    local code=$?
    set -e
    # An interrupt ends the run, not only the group.
    [ $code != 130 ] && [ $code != 143 ] || exit $code
    if [ $code != 0 ]; then
        result=FAILED
        GROUP_FAILURES=$((GROUP_FAILURES + 1))
    fi
    local took_ms=$(((${EPOCHREALTIME/[.,]/} - ${started/[.,]/}) / 1000))
    [ $took_ms -le $((budget_s * 1000)) ] || late='  over budget'
    local line
    line=$(printf '%-10s %-7s %6d.%d s of %5d s%s' "$name" "$result" $((took_ms / 1000)) $((took_ms % 1000 / 100)) "$budget_s" "$late")
    say "-- $line"
    GROUP_LINES+=("$line")
}

# groups_end: the summary; false if a group failed.
groups_end() {
    say "== summary"
    [ ${#GROUP_LINES[@]} != 0 ] || die "No group is named ${ONLY:-}."
    printf '%s\n' "${GROUP_LINES[@]}"
    [ $GROUP_FAILURES = 0 ] || {
        say "$GROUP_FAILURES of ${#GROUP_LINES[@]} groups failed"
        return 1
    }
    say "all ${#GROUP_LINES[@]} groups passed"
}
