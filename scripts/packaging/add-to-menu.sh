#!/bin/sh
# Adds AMC Deal Desk to the menu of whoever runs it, or takes it away with --remove. Needs no rights beyond one's own.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
folder=$data/applications
entry=$folder/amc-deal-desk.desktop
kinds=$data/mime/packages/amc-deal-desk.xml
known() { if command -v update-mime-database > /dev/null; then update-mime-database "$data/mime"; fi; }
if [ "${1:-}" = --remove ]; then
  rm -f "$entry" "$kinds"
  if [ -d "$data/mime" ]; then known; fi
  exit 0
fi
mkdir -p "$folder" "$data/mime/packages"
cat > "$entry" <<EOF
[Desktop Entry]
Type=Application
Name=AMC Deal Desk
Name[zh_CN]=AMC 收购定价台
Exec="$here/amc-deal-desk" %F
Icon=$here/share/amc-deal-desk.png
Categories=Office;
MimeType=text/csv;application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;application/vnd.ms-excel;application/vnd.oasis.opendocument.spreadsheet;application/vnd.amc.dealdossier;
StartupWMClass=amc-deal-desk
Terminal=false
EOF
cat > "$kinds" <<EOF
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/vnd.amc.dealdossier">
    <glob pattern="*.dealdossier"/>
    <comment>AMC Deal Desk dossier</comment>
  </mime-type>
</mime-info>
EOF
known
