import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ScenarioInput, scenarioInputSchema } from "../../shared/contract/scenario-channels.ts";
import type { CaseShifts } from "../../shared/domain/assumptions.ts";
import type { Segment } from "../../shared/domain/codes.ts";
import { plainTable } from "../analyses/plain-table.ts";
import { ShiftField } from "../analyses/ShiftField.tsx";
import { useAction } from "../desk/desk-client.ts";
import { shiftFieldOf, shiftFields } from "../model/shift-fields.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { draftOf, type ScenarioDraft, scenarioOf, withShift } from "./scenario-draft.ts";

interface ScenarioDialogProps {
  readonly dealId: number;
  /** Null: a new one. */
  readonly scenarioId: number | null;
  readonly input: ScenarioInput;
  /** Segments of the package; those that the scenario shifts already are shown too. */
  readonly segments: readonly Segment[];
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Name and shifts of a scenario: one column for all loans, one for each segment. */
export function ScenarioDialog({ dealId, scenarioId, input, segments, onSaved, onClose }: ScenarioDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(input.name);
  const [draft, setDraft] = useState<ScenarioDraft>(() => draftOf(input.shifts));
  const save = useAction("scenarios.save");
  const shown = [...new Set([...segments, ...(Object.keys(input.shifts.segments) as Segment[])])]; // the schema allows no other key
  const parsed = scenarioInputSchema.safeParse({ name, shifts: scenarioOf(draft) });
  const invalid = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join(".")));
  const submit = async () => {
    if (parsed.success && (await save.run({ dealId, scenarioId, scenario: parsed.data }))) onSaved();
  };
  const field = (column: Segment | "all", key: keyof CaseShifts) => {
    const { kind } = shiftFieldOf(key);
    const columnName = column === "all" ? t("scenarios.allLoans") : t(`code.segment.${column}`);
    return (
      <ShiftField
        label={`${t(`pricing.shift.${key}`)} ${columnName}`}
        value={draft[column]?.[key] ?? null}
        kind={kind}
        placeholder={column === "all" ? "" : t("scenarios.inherit")}
        isInvalid={invalid.has(`shifts.${column === "all" ? "all" : `segments.${column}`}.${key}`)}
        onChange={(next) => setDraft((before) => withShift(before, column, key, next))}
        testId={`scenario-${column}-${key}`}
      />
    );
  };
  return (
    <Dialog open onClose={(_event, reason) => reason === "escapeKeyDown" && onClose()} maxWidth="md" aria-label={t("scenarios.edit")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle>{t(scenarioId === null ? "scenarios.add" : "scenarios.edit")}</DialogTitle>
        <DialogContent dividers sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
          <TextField
            label={t("scenarios.name")}
            value={name}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 60, "data-testid": "scenario-name" } }}
            sx={{ width: 360 }}
          />
          <Box sx={{ overflowX: "auto" }}>
            <Box
              component="table"
              aria-label={t("scenarios.shifts")}
              sx={{ ...plainTable, "& td": { ...plainTable["& td, & thead th.number"], minWidth: 86, px: 0.5 }, "& thead .number": { px: 1 } }}
            >
              <thead>
                <tr>
                  <th aria-label={t("scenarios.shifts")} />
                  <th scope="col" className="number">
                    {t("scenarios.allLoans")}
                  </th>
                  {shown.map((segment) => (
                    <th scope="col" className="number" key={segment}>
                      {t(`code.segment.${segment}`)}
                    </th>
                  ))}
                  <th aria-label={t("common.unit", { unit: "" })} />
                </tr>
              </thead>
              <tbody>
                {shiftFields.map(({ key, unit }) => (
                  <tr key={key}>
                    <Box component="th" scope="row" sx={{ whiteSpace: "nowrap" }}>
                      {t(`pricing.shift.${key}`)}
                    </Box>
                    <td>{field("all", key)}</td>
                    {shown.map((segment) => (
                      <td key={segment}>{key === "hurdleRateShift" ? null : field(segment, key)}</td>
                    ))}
                    <Box component="td" sx={{ color: "text.secondary", fontSize: 11.5, textAlign: "left !important" }}>
                      {t(unit)}
                    </Box>
                  </tr>
                ))}
              </tbody>
            </Box>
          </Box>
          <Typography color="text.secondary" sx={{ fontSize: 12 }}>
            {t("scenarios.segmentHint")}
          </Typography>
          {[...invalid].some((path) => path.startsWith("shifts")) ? (
            <Typography role="alert" color="error" sx={{ fontSize: 12.5 }}>
              {t("scenarios.invalid")}
            </Typography>
          ) : null}
          <ErrorAlert error={save.error} />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="contained" disabled={!parsed.success} loading={save.busy} data-testid="scenario-save">
            {t("common.save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
