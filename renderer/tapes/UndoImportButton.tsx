import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { formatNumber } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";

/** Undoing asks first: the loans leave the package, the record of the import stays. */
export function UndoImportButton({ tape }: { readonly tape: TapeRecord }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const undo = async () => {
    await call("tapes.undo", { tapeId: tape.id });
    showNotice(t("pricing.tape.undone", { fileName: tape.fileName }));
  };
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)} data-testid="undo-import">
        {t("pricing.tape.undo")}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t("pricing.tape.undoTitle")}
          text={t("pricing.tape.undoText", { fileName: tape.fileName, loans: formatNumber(tape.report.counts.loansKept) })}
          confirmText={t("pricing.tape.undo")}
          act={undo}
          onClose={() => setAsking(false)}
          testId="undo-import-confirm"
        />
      ) : null}
    </>
  );
}
