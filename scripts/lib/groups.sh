# Runs the groups of a test run: times each against its budget, goes on after a failure, sums up. Sourced, never run.
# shellcheck shell=bash

GROUP_LINES=()
GROUP_FAILURES=0
# What the failed groups said of their failures, as it is at the end that people look.
GROUP_REASONS=()
# How test runners mark what failed.
GROUP_MARKS='^ *(FAIL|FAILED|TIMEOUT|SIG[A-Z]+|LEAK-FAIL|Error|AssertionError|error)\b|^ *[×✗] '

# group NAME BUDGET_S COMMAND…: a group that runs over its budget is marked, not failed: machines differ.
# ONLY, if set, is a list of the groups to run.
group() {
    local name=$1 budget_s=$2 started=$EPOCHREALTIME result=passed late=
    shift 2
    case " ${ONLY:-$name} " in *" $name "*) ;; *) return 0 ;; esac
    say "== $name (budget $budget_s s)"
    # A process of its own that obeys `set -e` (a function called in a condition would not).
    local output code both reader reasons=()
    output=$(mktemp)
    set +e
    if [ -t 1 ]; then
        (
            set -e
            "$@"
        )
        code=$?
    else
        exec {both}> >(tee "$output")
        reader=$!
        (
            set -e
            "$@"
        ) >&"$both" 2>&1
        code=$?
        exec {both}>&-
        # What is still on its way to the reader; a process that was left behind is not waited for.
        for _ in {1..40}; do
            kill -0 "$reader" 2>/dev/null || break
            sleep 0.05
        done
    fi
    set -e
    [ $code = 0 ] || mapfile -t reasons < <(group_reasons "$name" "$output")
    rm -f "$output"
    # An interrupt ends the run, not only the group.
    [ $code != 130 ] && [ $code != 143 ] || exit $code
    if [ $code != 0 ]; then
        result=FAILED
        GROUP_FAILURES=$((GROUP_FAILURES + 1))
        GROUP_REASONS+=("${reasons[@]}")
    fi
    local took_ms=$(((${EPOCHREALTIME/[.,]/} - ${started/[.,]/}) / 1000))
    [ $took_ms -le $((budget_s * 1000)) ] || late='  over budget'
    local line
    line=$(printf '%-10s %-7s %6d.%d s of %5d s%s' "$name" "$result" $((took_ms / 1000)) $((took_ms % 1000 / 100)) "$budget_s" "$late")
    say "-- $line"
    GROUP_LINES+=("$line")
}

# group_reasons NAME FILE: the first marks of failure in what a group said, each once.
group_reasons() {
    sed 's/\x1b\[[0-9;]*m//g' "$2" | grep -aE "$GROUP_MARKS" | cut -c1-200 | awk '!seen[$0]++' | head -8 | sed "s/^ */$1: /"
}

# groups_end: the summary; false if a group failed.
groups_end() {
    say "== summary"
    [ ${#GROUP_LINES[@]} != 0 ] || die "No group is named ${ONLY:-}."
    printf '%s\n' "${GROUP_LINES[@]}"
    [ $GROUP_FAILURES = 0 ] || {
        [ ${#GROUP_REASONS[@]} = 0 ] || printf '%s\n' "${GROUP_REASONS[@]}"
        say "$GROUP_FAILURES of ${#GROUP_LINES[@]} groups failed"
        return 1
    }
    say "all ${#GROUP_LINES[@]} groups passed"
}
