import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { call } from "../desk/desk-client.ts";
import { showError, showNotice } from "../desk/session-store.ts";
import { SettingRow } from "./SettingRow.tsx";

/** Where the desk's files lie, and desks in other places. */
export function DataPlaceRows() {
  const { t } = useTranslation();
  const move = async () => {
    if (await call("program.moveData")) showNotice(t("program.moving"));
  };
  return (
    <>
      <SettingRow label={t("program.dataFolder")} text={t("program.moveDataText")}>
        <Button variant="outlined" onClick={() => void move().catch(showError)} data-testid="move-data">
          {t("program.moveData")}
        </Button>
      </SettingRow>
      <SettingRow label={t("program.otherDesk")} text={t("program.openOtherText")}>
        <Button variant="outlined" onClick={() => void call("program.openOther").catch(showError)} data-testid="open-other-desk">
          {t("program.openOther")}
        </Button>
      </SettingRow>
    </>
  );
}
