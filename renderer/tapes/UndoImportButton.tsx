import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { formatNumber } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { tapeName } from "./tape-name.ts";

/** Undoing asks first: the loans leave the package, the record of the import stays. */
export function UndoImportButton({ tape, isOfList = false }: { readonly tape: TapeRecord; readonly isOfList?: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const undo = async () => {
    await call("tapes.undo", { tapeId: tape.id });
    showNotice(t("pricing.tape.undone", { fileName: tapeName(t, tape.fileName) }));
  };
  return (
    <>
      <Button
        color="error"
        {...(isOfList ? { size: "small" as const } : { variant: "outlined" as const })}
        onClick={() => setAsking(true)}
        data-testid={isOfList ? `undo-import-${tape.id}` : "undo-import"}
      >
        {t("pricing.tape.undo")}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t("pricing.tape.undoTitle")}
          text={t("pricing.tape.undoText", { fileName: tapeName(t, tape.fileName), loans: formatNumber(tape.report.counts.loansKept) })}
          confirmText={t("pricing.tape.undo")}
          act={undo}
          onClose={() => setAsking(false)}
          testId="undo-import-confirm"
        />
      ) : null}
    </>
  );
}
