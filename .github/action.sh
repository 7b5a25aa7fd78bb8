#!/usr/bin/env bash
# The work of action.yml: its inputs are in CLAIMCHECK_*, lists one item a line, so that nothing is split or expanded.
set -euo pipefail

mapfile -t inputs < <(grep -v '^[[:space:]]*$' <<<"${CLAIMCHECK_INPUTS:?}")
mapfile -t options < <(grep -v '^[[:space:]]*$' <<<"${CLAIMCHECK_OPTIONS:-}" || true)
command=${CLAIMCHECK_COMMAND:-extract}

status=0
claimcheck "$command" --format github "${options[@]}" -- "${inputs[@]}" || status=$?
if [ "$command" = extract ] && [ "${CLAIMCHECK_SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    claimcheck extract --format markdown "${options[@]}" -- "${inputs[@]}" >>"$GITHUB_STEP_SUMMARY" || status=$?
fi
exit "$status"
