import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { commandIds, commandRow, menuNames } from "../desk/command-table.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { keyText } from "../desk/key-text.ts";
import { ListTable } from "./tables/ListTable.tsx";

/** Keys that belong to a control and not to the desk. */
const fieldKeys: readonly { readonly name: KeyUnder<"action.fieldKey">; readonly keys: readonly string[] }[] = [
  { name: "tab", keys: ["Tab"] },
  { name: "nextField", keys: ["Enter", "Shift+Enter"] },
  { name: "fieldAt", keys: ["Ctrl+↑ ↓ ← →"] },
  { name: "step", keys: ["↑ ↓", "Shift+↑ ↓"] },
  { name: "giveUp", keys: ["Esc"] },
  { name: "reset", keys: ["Alt+Backspace"] },
  { name: "move", keys: ["↑ ↓ ← →"] },
  { name: "menu", keys: ["Shift+F10"] },
  { name: "page", keys: ["PageUp", "PageDown"] },
  { name: "openRow", keys: ["Enter"] },
];

/** The keys of all commands by menu, and those of fields and tables. */
export function KeyTable() {
  const { t } = useTranslation();
  const parts = [
    ...menuNames.map((menu) => ({
      title: t(`action.menu.${menu}`),
      rows: commandIds
        .filter((id) => commandRow(id).menu === menu)
        .flatMap((id) => {
          const keys = (commandRow(id).keys ?? []).filter((keys) => keys !== "Mod+=" && keys !== "Mod+Shift+=");
          return keys.length === 0 ? [] : [{ name: t(`action.${id}`), keys: keys.map(keyText) }];
        }),
    })),
    { title: t("action.fieldKeys"), rows: fieldKeys.map(({ name, keys }) => ({ name: t(`action.fieldKey.${name}`), keys })) },
  ];
  return parts.map(({ title, rows }) => (
    <Box key={title} sx={{ mb: 2, breakInside: "avoid" }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <ListTable aria-label={title}>
        <tbody>
          {rows.map(({ name, keys }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{keys.join(t("action.or"))}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </Box>
  ));
}
