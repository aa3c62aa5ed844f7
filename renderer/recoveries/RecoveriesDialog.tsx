import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import type { CalibrationTarget } from "../../shared/contract/recovery-channels.ts";
import { leastLoansToUse } from "../../shared/domain/recoveries.ts";
import { useAction } from "../desk/desk-client.ts";
import { showUndoable, useSession } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { FileFailure } from "../ui/files/FileFailure.tsx";
import { FileJobProgress } from "../ui/files/FileJobProgress.tsx";
import { LeaveQuestion } from "../ui/LeaveQuestion.tsx";
import { useLeaving } from "../ui/use-leaving.ts";
import { CalibrationView } from "./CalibrationView.tsx";
import { RecoveryColumnsForm } from "./RecoveryColumnsForm.tsx";
import { useRecoveries } from "./use-recoveries.ts";

interface RecoveriesDialogProps {
  /** The set on show. */
  readonly set: AssumptionSet;
  readonly setName: string;
  readonly onUsed: () => void;
  readonly onClose: () => void;
}

/** From a file of closed loans to curves of the deal's assumptions or of the set on show. */
export function RecoveriesDialog({ set, setName, onUsed, onClose }: RecoveriesDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const recoveries = useRecoveries();
  const { targets, kind, setKind } = useTargets(set, setName);
  const use = useAction("recoveries.use");
  const chosen = targets.find((one) => one.target.kind === kind) ?? targets[0];
  const { file, reading, mapping, isReading } = recoveries;
  const leaving = useLeaving(recoveries.isMapped, onClose);
  const isEnough = (reading?.calibration?.loans ?? 0) >= leastLoansToUse;
  const isReady = isEnough && chosen !== undefined && Object.values(mapping).some((segment) => segment !== null);
  const write = async () => {
    if (file === null || chosen === undefined) return;
    const entries = Object.entries(mapping).map(([name, segment]) => ({ name, segment }));
    const done = await use.run({ fileToken: file.fileToken, mapping: entries, target: chosen.target });
    if (done === undefined) return;
    const { target } = chosen;
    const stack = target.kind === "deal" ? ({ area: "deal", dealId: target.dealId } as const) : ({ area: "sets" } as const);
    await showUndoable(t("recoveries.used", { fileName: file.fileName, target: chosen.name }), stack);
    onUsed();
    onClose();
  };
  return (
    <Dialog open onClose={leaving.onDialogClose} maxWidth="lg" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t("recoveries.title")}</DialogTitle>
      <DialogContent dividers sx={{ display: "flex", flexDirection: "column", gap: 1.5, minHeight: 260 }}>
        {reading === null ? <Box sx={{ typography: "body2", color: "text.secondary" }}>{t("recoveries.intro")}</Box> : null}
        <FileFailure failure={recoveries.failure} />
        {isReading ? <FileJobProgress kind="calibrateRecoveries" text={t("recoveries.reading", { fileName: file?.fileName ?? "" })} /> : null}
        {reading === null || isReading ? null : (
          <>
            <RecoveryColumnsForm reading={reading} onChange={(choice) => void recoveries.readAs(choice)} />
            <CalibrationView key={recoveries.readings} recoveries={recoveries} reading={reading} target={chosen?.target ?? null} />
          </>
        )}
        <ErrorAlert error={use.error} />
      </DialogContent>
      <LeaveQuestion leaving={leaving}>
        <Button
          variant={reading === null ? "contained" : "outlined"}
          disabled={isReading}
          onClick={() => void recoveries.choose()}
          data-testid="choose-recoveries"
        >
          {t(reading === null ? "recoveries.choose" : "recoveries.another")}
        </Button>
        <Box sx={{ flex: 1, display: "flex", justifyContent: "flex-end", alignItems: "center", gap: 1, typography: "body2" }}>
          {chosen === undefined ? (
            <Box sx={{ color: "warning.main" }}>{t("recoveries.noTarget")}</Box>
          ) : (
            <>
              {t("recoveries.target")}
              <CellSelect
                label={t("recoveries.target")}
                value={chosen.target.kind}
                options={targets.map(({ target }) => target.kind)}
                textOf={(one) => targets.find(({ target }) => target.kind === one)?.text ?? ""}
                onChange={(next) => next !== null && setKind(next)}
                width={320}
                testId="recoveries-target"
              />
            </>
          )}
        </Box>
        <Button color="inherit" onClick={leaving.leave}>
          {t("common.close")}
        </Button>
        <Button variant="contained" disabled={!isReady || isReading} loading={use.busy} onClick={() => void write()} data-testid="use-recoveries">
          {t("recoveries.use")}
        </Button>
      </LeaveQuestion>
    </Dialog>
  );
}

/** Whose curves may be written: the open deal's, and the set on show where it is the desk's own. */
function useTargets(set: AssumptionSet, setName: string) {
  const { t } = useTranslation();
  const deal = useSession((session) => session.openDeal);
  const [kind, setKind] = useState<CalibrationTarget["kind"]>("deal");
  const ofDeal =
    deal === null ? [] : [{ target: { kind: "deal", dealId: deal.id } as const, name: deal.name, text: t("recoveries.targetDeal", { name: deal.name }) }];
  const ofSet = set.seeded ? [] : [{ target: { kind: "set", setId: set.id } as const, name: setName, text: t("recoveries.targetSet", { name: setName }) }];
  const targets: readonly { readonly target: CalibrationTarget; readonly name: string; readonly text: string }[] = [...ofDeal, ...ofSet];
  return { targets, kind, setKind };
}
