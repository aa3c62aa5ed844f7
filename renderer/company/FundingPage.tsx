import Add from "@mui/icons-material/Add";
import UploadFileOutlined from "@mui/icons-material/UploadFileOutlined";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CompanyRecord } from "../../shared/contract/company-channels.ts";
import type { Company } from "../../shared/domain/company.ts";
import { formatMoneyWithUnit, formatNumber, formatStatedRate } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showError, showNotice, showUndoable, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { FactStrip } from "../ui/FactStrip.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { CompanyDialog, type CompanyEdit } from "./CompanyDialog.tsx";
import { ExposureTable } from "./ExposureTable.tsx";
import { GapNote } from "./GapNote.tsx";
import { InstrumentTable } from "./InstrumentTable.tsx";
import { MaturityWall } from "./MaturityWall.tsx";
import { PlanPanel } from "./PlanPanel.tsx";
import { QuarterTable } from "./QuarterTable.tsx";

type Kind = CompanyRecord["kind"];
const parts = [
  ["quarter", "company.quarters", "company.addQuarter"],
  ["instrument", "company.instruments", "company.addInstrument"],
  ["exposure", "company.exposures", "company.addExposure"],
] as const;

/** What the company reports, where its money comes from and who owes it. */
export function FundingPage({ company }: { readonly company: Company }) {
  const { t } = useTranslation();
  const [edit, setEdit] = useState<CompanyEdit | null>(null);
  const [removal, setRemoval] = useState<{ readonly id: number; readonly name: string } | null>(null);
  const remove = async () => {
    if (removal === null) return;
    await call("company.remove", { id: removal.id });
    await showUndoable(t("company.removed"), { area: "company" });
  };
  const tables: Readonly<Record<Kind, ReactNode>> = {
    quarter: <QuarterTable quarters={company.quarters} onEdit={(row) => setEdit({ kind: "quarter", row })} onRemove={setRemoval} />,
    instrument: <InstrumentTable instruments={company.instruments} onEdit={(row) => setEdit({ kind: "instrument", row })} onRemove={setRemoval} />,
    exposure: <ExposureTable exposures={company.exposures} onEdit={(row) => setEdit({ kind: "exposure", row })} onRemove={setRemoval} />,
  };
  return (
    <>
      <SampleNote company={company} />
      <GapNote gaps={company.gaps} />
      {parts.map(([kind, title, add]) => (
        <TitledPanel key={kind} title={t(title)} actions={<PartActions kind={kind} addText={t(add)} onAdd={() => setEdit({ kind, row: null })} />}>
          {tables[kind]}
          {kind === "instrument" ? <CostStrip company={company} /> : null}
        </TitledPanel>
      ))}
      <MaturityWall wall={company.wall} />
      <PlanPanel company={company} />
      {edit === null ? null : <CompanyDialog edit={edit} onClose={() => setEdit(null)} />}
      {removal === null ? null : (
        <ConfirmDialog
          title={t("company.removeTitle")}
          text={t("company.removeText", { name: removal.name })}
          confirmText={t("common.remove")}
          act={remove}
          onClose={() => setRemoval(null)}
        />
      )}
    </>
  );
}

/** Loads the sample company where nothing is entered, and takes it away with one press. */
function SampleNote({ company: { hasSample, isEmpty } }: { readonly company: Company }) {
  const { t } = useTranslation();
  if (hasSample)
    return (
      <Alert severity="warning" variant="outlined" action={<SampleButton key="remove" name="removeSample" />}>
        {t("company.sampleNote")}
      </Alert>
    );
  return isEmpty ? <SampleButton key="add" name="addSample" /> : null;
}

const sampleSteps = {
  addSample: { channel: "company.addSample", said: "company.sampleAdded", testId: "add-sample-company" },
  removeSample: { channel: "company.removeSample", said: "company.sampleRemoved", testId: "remove-sample-company" },
} as const;

/** Pressed once: it goes as soon as the company is read again, and comes back alone where it failed. */
function SampleButton({ name }: { readonly name: keyof typeof sampleSteps }) {
  const { t } = useTranslation();
  const [isPressed, setPressed] = useState(false);
  const { channel, said, testId } = sampleSteps[name];
  const press = async () => {
    setPressed(true);
    try {
      await call(channel);
      await showUndoable(t(said), { area: "company" });
    } catch (failure) {
      setPressed(false);
      showError(failure);
    }
  };
  const look = name === "addSample" ? ({ variant: "outlined", sx: { alignSelf: "flex-start" } } as const) : ({ size: "small" } as const);
  return (
    <Button {...look} disabled={isPressed} onClick={() => void press()} data-testid={testId}>
      {t(`company.${name}`)}
    </Button>
  );
}

function PartActions({ kind, addText, onAdd }: { readonly kind: Kind; readonly addText: string; readonly onAdd: () => void }) {
  const { t } = useTranslation();
  const importTable = async () => {
    const file = await call("tapes.chooseFile");
    if (file === null) return;
    const { rows, refused } = await call("company.importTable", { fileToken: file.fileToken, kind });
    const [first] = refused;
    showNotice(
      first === undefined
        ? t("company.imported", { rows: formatNumber(rows) })
        : t("company.importedPart", { rows: formatNumber(rows), refused: formatNumber(refused.length), row: first.row, column: first.column }),
    );
  };
  return (
    <Stack direction="row" spacing={1} sx={{ py: 0.5 }}>
      <Button size="small" startIcon={<UploadFileOutlined />} onClick={() => void importTable().catch(showError)} data-testid={`import-${kind}`}>
        {t("company.importTable")}
      </Button>
      <Button size="small" variant="outlined" startIcon={<Add />} onClick={onAdd} data-testid={`add-${kind}`}>
        {addText}
      </Button>
    </Stack>
  );
}

function CostStrip({ company: { cost, instruments } }: { readonly company: Company }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  // Nothing entered is no debt of nothing.
  const money = (fen: number) => (instruments.length === 0 ? t("company.cannotTell") : formatMoneyWithUnit(fen, unit, language));
  const rate = (one: number | null) => (one === null ? t("company.cannotTell") : formatStatedRate(one));
  return (
    <FactStrip label={t("company.cost")} title={t("company.cost")} testId="company-cost">
      <span>{t("company.average", { rate: rate(cost.average) })}</span>
      <span>{t("company.marginal", { rate: rate(cost.marginal) })}</span>
      <span>{t("company.drawnSum", { amount: money(cost.drawnFen) })}</span>
      <span>{t("company.undrawn", { amount: money(cost.undrawnFen) })}</span>
    </FactStrip>
  );
}
