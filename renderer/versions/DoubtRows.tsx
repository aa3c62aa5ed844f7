import { useTranslation } from "react-i18next";
import type { VersionRowOf } from "../../shared/contract/version-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showError, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { DecidedRow, decidedRows } from "./DecidedRow.tsx";
import { DecisionKeys } from "./DecisionKeys.tsx";
import { type DecidedRowsProps, rowsOfKind } from "./shown-row.ts";

type Doubt = VersionRowOf<"doubtful">;
const answers = ["same", "notSame"] as const;
type Answer = (typeof answers)[number];

const answerOf = ({ isSame }: Doubt): Answer | "undecided" => (isSame === null ? "undecided" : isSame ? "same" : "notSame");

/** Loans that may be one, side by side, with what agrees. */
export function DoubtRows({ dealId, pair, isWaiting, rows, onDecide }: DecidedRowsProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const rove = useRovingFocus<HTMLTableSectionElement>(decidedRows);
  const decide = ({ older, newer }: Doubt, answer: Answer | null) => {
    onDecide();
    const isSame = answer === null ? null : answer === "same";
    call("versions.decide", { dealId, ...pair, olderLoanId: older.loanId, newerLoanId: newer.loanId, isSame }).catch(showError);
  };
  const options = [...answers];
  return (
    <>
      {isWaiting ? <DecisionKeys first={t("versions.same")} second={t("versions.notSame")} /> : null}
      <ListTable aria-label={t("versions.lists.doubtful")}>
        <thead>
          <tr>
            <th scope="col">{t("versions.number")}</th>
            <th scope="col">{t("tape.field.contractNo")}</th>
            <th scope="col">{t("tape.field.debtorName")}</th>
            <th scope="col" className="number">
              {t("exports.headWithUnit", { head: t("tape.field.principal"), unit })}
            </th>
            <th scope="col">{t("tape.field.drawdownDate")}</th>
            <th scope="col">{t("tape.field.maturityDate")}</th>
            <th scope="col">{t("versions.agreeing")}</th>
            <th scope="col">{t("versions.decision")}</th>
          </tr>
        </thead>
        <tbody ref={rove}>
          {rowsOfKind(rows, "doubtful").map((row) => (
            <DecidedRow<Answer>
              key={`${row.older.loanId}/${row.newer.loanId}`}
              name={`${row.older.contractNo} ${row.newer.contractNo}`}
              options={[...answers]}
              onDecide={isWaiting ? (answer) => decide(row, answer) : null}
              testId={`doubt-${row.older.contractNo}`}
            >
              <td>
                {t("versions.older")}
                <br />
                {t("versions.newer")}
              </td>
              <Two one={row.older.contractNo} other={row.newer.contractNo} />
              <Two one={row.older.debtorName ?? ""} other={row.newer.debtorName ?? ""} />
              <td className="number">
                <MoneyText fen={row.older.principalFen} />
                <br />
                <MoneyText fen={row.newer.principalFen} />
              </td>
              <Two one={row.older.drawdownDate ?? ""} other={row.newer.drawdownDate ?? ""} />
              <Two one={row.older.maturityDate ?? ""} other={row.newer.maturityDate ?? ""} />
              <td>{row.agrees.map((fact) => t(`versions.agrees.${fact}`)).join(t("versions.listSeparator"))}</td>
              <td>
                {isWaiting ? (
                  <ToggleChoice<Answer | "undecided">
                    label={t("versions.decision")}
                    options={options}
                    value={answerOf(row)}
                    textOf={(answer) => t(`versions.${answer}`)}
                    onChange={(answer) => decide(row, answer === "undecided" ? null : answer)}
                    flat
                  />
                ) : (
                  t(`versions.${answerOf(row)}`)
                )}
              </td>
            </DecidedRow>
          ))}
        </tbody>
      </ListTable>
    </>
  );
}

function Two({ one, other }: { readonly one: string; readonly other: string }) {
  return (
    <td>
      {one}
      <br />
      {other}
    </td>
  );
}
