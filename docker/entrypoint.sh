#!/bin/sh
# Runs one command of the API: migrate, seed, prepare (both), serve.
# A setting may come as a file: NAME_FILE=/run/secrets/name becomes NAME, so that no secret stands in an
# environment that `docker inspect` shows.
set -eu

for name in DATABASE_URL APP_DATABASE_URL MASTER_KEYS; do
  eval "file=\${${name}_FILE:-}"
  if [ -n "$file" ]; then
    if [ ! -r "$file" ]; then
      echo "${name}_FILE: $file cannot be read" >&2
      exit 1
    fi
    value=$(cat "$file")
    export "$name=$value"
    unset "${name}_FILE"
  fi
done

api=/app/apps/api/dist/main.js
case "${1:-serve}" in
  prepare)
    node "$api" migrate
    exec node "$api" seed
    ;;
  migrate | seed | serve)
    exec node "$api" "$1"
    ;;
  *)
    echo "unknown command $1; known: migrate, seed, prepare, serve" >&2
    exit 2
    ;;
esac
