#!/usr/bin/env bash
# Runs once, when the database's volume is new.
set -euo pipefail
psql --username postgres -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" -f /roles/database.sql
