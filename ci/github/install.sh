#!/usr/bin/env bash
# Installs the npm package outside the repository, so that no .npmrc or package.json in it decides what is fetched.
#   VURDERT_VERSION   a version, a tag of the package, or the path to a packed .tgz; empty: the version of this action
set -euo pipefail
version=${VURDERT_VERSION:-$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")}
case $version in
  *.tgz) package=$(cd "$(dirname "$version")" && pwd)/$(basename "$version") ;;
  *[!0-9A-Za-z.+-]* | -*) echo '::error::version må være et versjonsnummer, en merkelapp eller en .tgz-fil.'; exit 2 ;;
  *) package=vurdert@$version ;;
esac
npm install --prefix "$RUNNER_TEMP/vurdert" --ignore-scripts --no-audit --no-fund --loglevel=error "$package"
