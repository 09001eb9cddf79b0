#!/bin/sh
# Makes every secret of compose.yaml that is not there yet, in docker/secrets/. Keeps those that are.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
chmod 700 secrets

random() {
  head -c "$1" /dev/urandom | base64 | tr -d '\n'
}

keep() {
  if [ ! -e "secrets/$1" ]; then
    printf '%s' "$2" >"secrets/$1"
    # The folder is closed; inside the containers the files are read by users that this machine does not know.
    chmod 444 "secrets/$1"
    echo "made docker/secrets/$1"
  fi
}

# Letters and digits only: they stand in addresses too.
for name in database_superuser_password database_owner_password database_app_password; do
  keep "$name" "$(random 33 | tr -d '+/=')"
done
keep owner_database_url "postgresql://soc_owner:$(cat secrets/database_owner_password)@database:5432/soc_coop"
keep app_database_url "postgresql://soc_app:$(cat secrets/database_app_password)@database:5432/soc_coop"
keep master_keys "1:$(random 32)"
