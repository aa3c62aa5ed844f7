import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { formatDateTime, formatPrice, formatPriceRatio, moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface RunListDialogProps {
  readonly dealId: number;
  readonly onClose: () => void;
}

/** The saved runs of a deal, and the way to their memo. */
export function RunListDialog({ dealId, onClose }: RunListDialogProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { data: runs, error } = useCall("runs.list", { dealId });
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth>
      <DialogTitle>{t("pricing.run.listTitle", { unit: moneyUnitLabel(unit, language) })}</DialogTitle>
      <DialogContent>
        <ErrorAlert error={error} />
        {runs?.length === 0 ? <Typography color="textSecondary">{t("pricing.run.empty")}</Typography> : null}
        {runs === undefined || runs.length === 0 ? null : <RunTable runs={runs} />}
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

function RunTable({ runs }: { readonly runs: readonly PricingRun[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <ListTable data-testid="run-list">
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
            <td className="number">{formatPrice(run.result.bidPriceFen, unit, t("bidRemark.noneShort"))}</td>
            <td className="number">{formatPriceRatio(run.result.cases[0]?.atBidPrice.priceToPrincipal)}</td>
            <td title={run.runHash}>
              <code>{run.runHash.slice(0, 12)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
