import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatMoney, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

interface RunDialogProps {
  readonly dealId: number;
  readonly onClose: () => void;
}

export function SaveRunDialog({ dealId, onClose }: RunDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const nameField = useRef<HTMLInputElement>(null);
  const save = useAction("runs.save");
  const submit = async () => {
    const run = await save.run({ dealId, name: name.trim() });
    if (run === undefined) return;
    showNotice(t("pricing.run.saved", { name: run.name }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth slotProps={{ transition: { onEntered: () => nameField.current?.focus() } }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle>{t("pricing.run.saveTitle")}</DialogTitle>
        <DialogContent sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
          <Box sx={{ color: "text.secondary", fontSize: 13 }}>{t("pricing.run.saveText")}</Box>
          <TextField
            inputRef={nameField}
            size="small"
            label={t("pricing.run.name")}
            value={name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { "data-testid": "run-name", maxLength: 80 } }}
          />
          <ErrorAlert error={save.error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="contained" disabled={name.trim() === "" || save.busy} data-testid="run-save-confirm">
            {t("common.save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

export function RunListDialog({ dealId, onClose }: RunDialogProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { data: runs, error } = useCall("runs.list", { dealId });
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth>
      <DialogTitle>{t("pricing.run.listTitle", { unit: moneyUnitLabel(unit, language) })}</DialogTitle>
      <DialogContent>
        <ErrorAlert error={error} />
        {runs?.length === 0 ? <Box sx={{ color: "text.secondary" }}>{t("pricing.run.empty")}</Box> : null}
        {runs === undefined || runs.length === 0 ? null : (
          <Box
            component="table"
            data-testid="run-list"
            sx={{
              width: "100%",
              borderCollapse: "collapse",
              fontSize: 13,
              fontVariantNumeric: "tabular-nums",
              "& th, & td": { textAlign: "left", px: 1, py: 0.5, borderBottom: 1, borderColor: "divider" },
              "& .number": { textAlign: "right" },
            }}
          >
            <thead>
              <tr>
                <th scope="col">{t("pricing.run.name")}</th>
                <th scope="col">{t("pricing.run.savedAt")}</th>
                <th scope="col" className="number">
                  {t("pricing.bid.label")}
                </th>
                <th scope="col" className="number">
                  {t("pricing.measure.priceToPrincipal")}
                </th>
                <th scope="col">{t("pricing.run.hash")}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td>{run.name}</td>
                  <td>{formatDateTime(run.createdAt)}</td>
                  <td className="number">{formatMoney(run.result.bidPriceFen, unit)}</td>
                  <td className="number">{formatRate(run.result.cases[0]?.atBidPrice.priceToPrincipal)}</td>
                  <td title={run.runHash}>
                    <code>{run.runHash.slice(0, 12)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t("common.close")}</Button>
        <Button variant="contained" disabled={!runs?.length} onClick={() => navigate({ screen: "memo", dealId })} data-testid="open-memo">
          {t("pricing.run.toMemo")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
