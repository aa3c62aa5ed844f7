#!/bin/sh
# Adds AMC Deal Desk to the menu of whoever runs it, or takes it away with --remove. Needs no rights beyond one's own.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${XDG_DATA_HOME:-$HOME/.local/share}/applications
entry=$folder/amc-deal-desk.desktop
if [ "${1:-}" = --remove ]; then
  rm -f "$entry"
  exit 0
fi
mkdir -p "$folder"
cat > "$entry" <<EOF
[Desktop Entry]
Type=Application
Name=AMC Deal Desk
Name[zh_CN]=AMC 收购定价台
Exec="$here/amc-deal-desk" %F
Icon=$here/share/amc-deal-desk.png
Categories=Office;
MimeType=text/csv;application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;application/vnd.ms-excel;application/vnd.oasis.opendocument.spreadsheet;
StartupWMClass=amc-deal-desk
Terminal=false
EOF
