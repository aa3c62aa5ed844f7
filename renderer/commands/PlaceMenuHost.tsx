import Divider from "@mui/material/Divider";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { type CommandId, commandRow } from "../desk/command-table.ts";
import type { PlaceCommand } from "../desk/commands.ts";
import { keyText } from "../desk/key-text.ts";
import { usePlaceMenu } from "./use-place-menu.ts";

const partOf = (id: CommandId) => (id.startsWith("copy") || id === "exportTable" ? "copy" : id.startsWith("sort") || id === "filterColumn" ? "sort" : "row");

/** The menu of a row, a figure or a table: the commands of the desk's one table that can be done there. */
export function PlaceMenuHost() {
  const { t } = useTranslation();
  const { menu, close } = usePlaceMenu();
  if (menu === null) return null;
  const choose = ({ run }: PlaceCommand) => {
    close();
    // The focus goes back to its place first; what is done may take it from there.
    setTimeout(run, 0);
  };
  return (
    <Menu
      open
      onClose={close}
      // A table behind would take the focus as the button is let go that opened the menu.
      onMouseUp={(event) => event.stopPropagation()}
      anchorReference="anchorPosition"
      anchorPosition={menu}
      transitionDuration={0}
      slotProps={{ list: { "aria-label": t("action.placeMenu"), "data-testid": "place-menu" } as object }}
    >
      {menu.commands.flatMap((command, index) => {
        const before = menu.commands[index - 1];
        const [key] = commandRow(command.id).keys ?? [];
        return [
          ...(before === undefined || partOf(before.id) === partOf(command.id) ? [] : [<Divider key={`before-${command.id}`} component="li" />]),
          <MenuItem key={command.id} onClick={() => choose(command)} data-testid={`place-${command.id}`}>
            <ListItemText>{t(`action.${command.id}`)}</ListItemText>
            {key === undefined ? null : (
              <Typography variant="body2" sx={{ ml: 3 }}>
                {keyText(key)}
              </Typography>
            )}
          </MenuItem>,
        ];
      })}
    </Menu>
  );
}
