import { useTranslation } from "react-i18next";
import type { Instrument } from "../../shared/domain/company.ts";
import { formatMoney, formatStatedRate, noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { RecordActions } from "./RecordActions.tsx";
import { RecordTable, type RecordTableProps } from "./RecordTable.tsx";

/** Where the company's money comes from. */
export function InstrumentTable({ instruments, onEdit, onRemove }: RecordTableProps<Instrument> & { readonly instruments: readonly Instrument[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const heads = [
    { text: t("company.name") },
    { text: t("company.kind") },
    { text: t("company.limit"), isNumber: true },
    { text: t("company.drawn"), isNumber: true },
    { text: t("company.rate"), isNumber: true },
    { text: t("company.startsOn") },
    { text: t("company.maturesOn") },
    { text: t("company.covenants") },
  ];
  return (
    <RecordTable
      label={t("company.instruments")}
      heads={heads}
      empty={instruments.length === 0 ? t("company.noInstruments") : null}
      testId="company-instruments"
    >
      {instruments.map((instrument) => (
        <tr key={instrument.id}>
          <th scope="row">{instrument.name}</th>
          <td>{t(`company.instrumentKind.${instrument.kind}`)}</td>
          <td className="number">{formatMoney(instrument.limitFen, unit)}</td>
          <td className="number">{formatMoney(instrument.drawnFen, unit)}</td>
          <td className="number">{formatStatedRate(instrument.rate)}</td>
          <td>{instrument.startsOn ?? noValue}</td>
          <td>{instrument.maturesOn ?? noValue}</td>
          <td>{instrument.covenants}</td>
          <RecordActions name={instrument.name} onEdit={() => onEdit(instrument)} onRemove={() => onRemove(instrument)} />
        </tr>
      ))}
    </RecordTable>
  );
}
