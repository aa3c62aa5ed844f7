import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { VersionRow, VersionRowOf } from "../../shared/contract/version-channels.ts";
import { fieldRecord } from "../../shared/domain/tape-fields.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { shownValue } from "../sheet/cell-texts.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { changedPlaceText, fieldText, rowsOfKind } from "./shown-row.ts";

type Change = VersionRowOf<"changed">;

/** What the seller states otherwise, a field a line. */
export function ChangeRows({ rows }: { readonly rows: readonly VersionRow[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const label = moneyUnitLabel(unit, useLanguage());
  const valueText = ({ field, part, ...row }: Change, side: "older" | "newer") => {
    const value = row[side];
    if (field !== null) return shownValue(field, value, unit, t);
    if (value === null) return "";
    return t(side === "older" ? "versions.gone" : "versions.came", { name: part });
  };
  const isNumber = ({ field }: Change) => field !== null && ["amount", "share", "count", "months", "area", "rank"].includes(fieldRecord(field).kind);
  return (
    <ListTable tabIndex={0} aria-label={t("versions.lists.changed")}>
      <thead>
        <tr>
          <th scope="col">{t("tape.field.contractNo")}</th>
          <th scope="col">{t("tape.field.debtorName")}</th>
          <th scope="col">{t("versions.list")}</th>
          <th scope="col">{t("versions.field")}</th>
          <th scope="col">{t("versions.older")}</th>
          <th scope="col">{t("versions.newer")}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOfKind(rows, "changed").map((row, at) => (
          // Of one loan several items may change in one field.
          <tr key={`${row.loan.loanId}/${row.list}/${row.field}/${at}`}>
            <td>{row.loan.contractNo}</td>
            <td>{row.loan.debtorName ?? ""}</td>
            <td>{changedPlaceText(t, row.list, row.part)}</td>
            <td>
              {row.field !== null && fieldRecord(row.field).kind === "amount"
                ? t("exports.headWithUnit", { head: fieldText(t, row.field), unit: label })
                : fieldText(t, row.field)}
            </td>
            {(["older", "newer"] as const).map((side) => (
              <Box component="td" key={side} className={isNumber(row) ? "number" : ""} sx={{ overflowWrap: "anywhere" }}>
                {valueText(row, side)}
              </Box>
            ))}
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
