import useMediaQuery from "@mui/material/useMediaQuery";
import { changeLayout, useLayout } from "./layout-store.ts";

/** Below this the screens need the room more than the names do. */
const narrowWindow = "(max-width: 1199px)";

/** Whether the navigation shows its icons alone: as it was chosen, else by the window's width. */
export function useNavigationFold() {
  const chosen = useLayout((state) => state.isNavigationFolded);
  const isNarrow = useMediaQuery(narrowWindow, { noSsr: true });
  return { isFolded: chosen ?? isNarrow, fold: (isNavigationFolded: boolean) => changeLayout({ isNavigationFolded }) };
}
