import LinearProgress from "@mui/material/LinearProgress";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { suggestedRunName } from "./run-name.ts";
import { SaveRunForm } from "./SaveRunForm.tsx";

interface SaveRunDialogProps {
  readonly dealId: number;
  readonly onClose: () => void;
}

/** Keeps what is priced now under a name that is proposed. */
export function SaveRunDialog({ dealId, onClose }: SaveRunDialogProps) {
  const { t } = useTranslation();
  const caseName = useWorkbench((state) => state.caseName);
  const [day] = useState(() => formatDate(new Date().toISOString()));
  const deal = useCall("deals.get", { dealId }).data;
  const runs = useCall("runs.list", { dealId }).data;
  if (deal === undefined || runs === undefined) return <LinearProgress aria-label={t("pricing.run.saveTitle")} />;
  const taken = new Set(runs.flatMap(({ name, savedAs }) => [name, savedAs]));
  const proposed = suggestedRunName({ deal: deal.name, caseName: t(`code.caseName.${caseName}`), day, taken });
  return <SaveRunForm dealId={dealId} caseName={caseName} proposed={proposed} onClose={onClose} />;
}
