import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { VersionRowOf } from "../../shared/contract/version-channels.ts";
import { fieldRecord } from "../../shared/domain/tape-fields.ts";
import { type ChoiceSide, choiceSides } from "../../shared/domain/tape-versions.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showError, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { shownValue } from "../sheet/cell-texts.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { DecidedRow, decidedRows } from "./DecidedRow.tsx";
import { DecisionKeys } from "./DecisionKeys.tsx";
import { changedPlaceText, type DecidedRowsProps, fieldText, rowsOfKind } from "./shown-row.ts";

type Edit = VersionRowOf<"edits">;
const sides = ["seller", "desk", "newer"] as const;

/** The desk's edits of the older version, with what becomes of each; conflicts are decided. */
export function EditRows({ dealId, pair, isWaiting, rows, onDecide }: DecidedRowsProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const label = moneyUnitLabel(unit, useLanguage());
  const rove = useRovingFocus<HTMLTableSectionElement>(decidedRows);
  const choose = ({ list, rowId, field }: Edit, takes: ChoiceSide | null) => {
    onDecide();
    call("versions.choose", { dealId, ...pair, rows: [{ list, rowId, field }], takes }).catch(showError);
  };
  const whatText = ({ deed, field }: Edit) => {
    if (deed !== "typed") return t(`versions.deed.${deed}`);
    const name = fieldText(t, field);
    return field !== null && fieldRecord(field).kind === "amount" ? t("exports.headWithUnit", { head: name, unit: label }) : name;
  };
  return (
    <>
      {isWaiting ? <DecisionKeys first={t("versions.takes.desk")} second={t("versions.takes.seller")} /> : null}
      <ListTable aria-label={t("versions.lists.edits")}>
        <thead>
          <tr>
            <th scope="col">{t("tape.field.contractNo")}</th>
            <th scope="col">{t("tape.field.debtorName")}</th>
            <th scope="col">{t("versions.list")}</th>
            <th scope="col">{t("versions.field")}</th>
            <th scope="col">{t("versions.seller")}</th>
            <th scope="col">{t("versions.desk")}</th>
            <th scope="col">{t("versions.newSeller")}</th>
            <th scope="col">{t("versions.outcomeHead")}</th>
            <th scope="col">{t("versions.author")}</th>
            <th scope="col">{t("versions.decision")}</th>
          </tr>
        </thead>
        <tbody ref={rove}>
          {rowsOfKind(rows, "edits").map((row) => {
            const isConflict = row.outcome === "conflict";
            return (
              <DecidedRow<ChoiceSide>
                key={`${row.list}/${row.rowId}/${row.field}/${row.deed}`}
                name={`${row.loan.contractNo} ${whatText(row)}`}
                options={[...choiceSides]}
                onDecide={isWaiting && isConflict ? (takes) => choose(row, takes) : null}
                testId={`edit-${row.loan.contractNo}-${row.field ?? row.deed}`}
              >
                <td>{row.loan.contractNo}</td>
                <td>{row.loan.debtorName ?? ""}</td>
                <td>{changedPlaceText(t, row.list, row.part)}</td>
                <td>{whatText(row)}</td>
                {sides.map((side) => (
                  <Box component="td" key={side} sx={{ overflowWrap: "anywhere" }}>
                    {row.field === null ? "" : shownValue(row.field, row[side], unit, t)}
                  </Box>
                ))}
                <Box component="td" sx={isConflict && row.takes === null ? { color: "error.main", fontWeight: 700 } : {}}>
                  {t(`versions.outcome.${row.outcome}`)}
                </Box>
                <td title={row.why}>{row.author}</td>
                <td>
                  {isConflict && isWaiting ? (
                    <ToggleChoice<ChoiceSide | "undecided">
                      label={t("versions.decision")}
                      options={[...choiceSides]}
                      value={row.takes ?? "undecided"}
                      textOf={(takes) => (takes === "undecided" ? t("versions.undecided") : t(`versions.takes.${takes}`))}
                      onChange={(takes) => choose(row, takes === "undecided" ? null : takes)}
                      flat
                    />
                  ) : row.takes === null ? (
                    ""
                  ) : (
                    t(`versions.takes.${row.takes}`)
                  )}
                </td>
              </DecidedRow>
            );
          })}
        </tbody>
      </ListTable>
    </>
  );
}
