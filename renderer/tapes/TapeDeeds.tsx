import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { navigate } from "../desk/routes.ts";
import { UndoImportButton } from "./UndoImportButton.tsx";

interface TapeDeedsProps {
  readonly dealId: number;
  readonly active: TapeRecord;
  /** No other version waits. */
  readonly canReissue: boolean;
  readonly isReissuing: boolean;
  readonly onReissue: (begins: boolean) => void;
}

/** What can be done with the tape of a deal. */
export function TapeDeeds({ dealId, active, canReissue, isReissuing, onReissue }: TapeDeedsProps) {
  const { t } = useTranslation();
  if (isReissuing)
    return (
      <Button variant="outlined" onClick={() => onReissue(false)} data-testid="stop-reissue">
        {t("versions.stopImport")}
      </Button>
    );
  return (
    <>
      <UndoImportButton tape={active} />
      <Button variant="outlined" disabled={!canReissue} onClick={() => onReissue(true)} data-testid="import-reissue">
        {t("versions.import")}
      </Button>
      <Button variant="contained" onClick={() => navigate({ screen: "workbench", dealId })} data-testid="to-workbench">
        {t("pricing.tape.toWorkbench")}
      </Button>
    </>
  );
}
