import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import type { ExceptionRow } from "../../shared/contract/quality-channels.ts";
import type { QualityKind } from "../../shared/domain/quality.ts";
import { formatNumber } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { openInSheet } from "../model/sheet-target.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import type { WantedConfirmation } from "./ConfirmExceptionsDialog.tsx";
import { stated } from "./stated-values.ts";

interface ExceptionTableProps {
  readonly dealId: number;
  readonly kind: QualityKind;
  readonly rows: readonly ExceptionRow[];
  readonly onConfirm: ((wanted: WantedConfirmation) => void) | null;
}

/** The rows of a page, each with what it states; its contract opens it in the tape sheet. */
export function ExceptionTable({ dealId, kind, rows, onConfirm }: ExceptionTableProps) {
  const { t } = useTranslation();
  const hasRatio = rows.some(({ ratio }) => ratio !== null);
  return (
    <ListTable aria-label={t("quality.rowsOf", { kind: t(`quality.is.${kind}`) })} data-testid="exception-rows">
      <thead>
        <tr>
          <th scope="col">{t("quality.contractNo")}</th>
          <th scope="col">{t("quality.debtor")}</th>
          <th scope="col">{t("quality.place")}</th>
          <th scope="col">{t("quality.values")}</th>
          {hasRatio && (
            <th scope="col" className="number">
              {t("quality.ratio")}
            </th>
          )}
          <th scope="col">{t("quality.state")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ExceptionLine key={row.rowId} dealId={dealId} kind={kind} row={row} hasRatio={hasRatio} onConfirm={onConfirm} />
        ))}
      </tbody>
    </ListTable>
  );
}

interface ExceptionLineProps extends Pick<ExceptionTableProps, "dealId" | "kind" | "onConfirm"> {
  readonly row: ExceptionRow;
  readonly hasRatio: boolean;
}

function ExceptionLine({ dealId, kind, row, hasRatio, onConfirm }: ExceptionLineProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const { contractNo: contract, list, rowId, isOpen } = row;
  return (
    <tr data-testid={`exception-${rowId}`} data-open={isOpen}>
      <th scope="row">
        <Link component="button" onClick={() => openInSheet({ dealId, list, rowId })} aria-label={t("quality.openRow", { contract })}>
          {contract}
        </Link>
      </th>
      <td>{row.debtorName ?? ""}</td>
      <td>{row.sheet === null || row.row === null ? "" : t("quality.placeText", { sheet: row.sheet, row: row.row })}</td>
      <td>{stated(row, unit, t)}</td>
      {hasRatio && <td className="number">{formatNumber(row.ratio, 4)}</td>}
      <td>
        {isOpen ? t("quality.isOpen") : t("quality.isConfirmed")}
        {isOpen && onConfirm !== null ? (
          <Button
            size="small"
            aria-label={t("quality.confirmOneOf", { contract, kind: t(`quality.is.${kind}`) })}
            onClick={() => onConfirm({ kind, rowId, count: 1 })}
          >
            {t("quality.confirmOne")}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
