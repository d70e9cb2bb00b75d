#!/usr/bin/env bash
# The stages of cdk.json for a workflow: "list=[...]" for a matrix; with a name also that stage's account, Region and stack.
set -euo pipefail
stages='[(.context.stages // {}) | to_entries[] | {name: .key, account: .value.account, region: .value.region, stack: (.value.stackName // ("Quittance-" + .key))}]'
echo "list=$(jq -c "$stages" cdk.json)"
if [ $# -eq 1 ]; then
  jq -r --arg name "$1" "$stages"' | .[] | select(.name == $name) | "account=\(.account)\nregion=\(.region)\nstack=\(.stack)"' cdk.json
fi
