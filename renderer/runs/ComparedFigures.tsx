import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import { formatMoney, formatPrice, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { irrText } from "../ui/irr-text.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { signed } from "./signed-money.ts";

interface ComparedFiguresProps {
  readonly from: PricingRun;
  readonly to: PricingRun;
}

const caseOf = ({ result }: PricingRun, name: CaseName) => result.cases.find(({ caseName }) => caseName === name);

/** Prices and returns of two runs, one above the other. */
export function ComparedFigures({ from, to }: ComparedFiguresProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const label = moneyUnitLabel(unit, useLanguage());
  const money = (fen: number) => formatPrice(fen, unit, t("bidRemark.noneShort"));
  const bids = (run: PricingRun) => caseNames.map((name) => caseOf(run, name)?.maxBidFen ?? 0);
  const row = (run: PricingRun) => [
    money(run.result.bidPriceFen),
    ...bids(run).map(money),
    ...caseNames.map((name) => {
      const irr = caseOf(run, name)?.atBidPrice.irr;
      return irr === undefined ? "" : irrText(irr, t);
    }),
  ];
  const move = (after: number, before: number) => signed(after - before, (fen) => formatMoney(fen, unit));
  const heads = [
    t("runs.withUnit", { name: t("runs.bid"), unit: label }),
    ...caseNames.map((name) => t(`runs.price.${name}`)),
    ...caseNames.map((name) => `${t("runs.irr")} · ${t(`code.caseName.${name}`)}`),
  ];
  const moves = [move(to.result.bidPriceFen, from.result.bidPriceFen), ...bids(to).map((fen, index) => move(fen, bids(from)[index] ?? 0)), "", "", ""];
  return (
    <PlainTable tabIndex={0} data-testid="compared-figures" sx={{ "& tbody th": { maxWidth: 360, overflowWrap: "anywhere" } }}>
      <thead>
        <tr>
          <th aria-label={t("runs.name")} />
          {heads.map((head) => (
            <th scope="col" className="number" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[
          { key: "from", name: from.name, cells: row(from) },
          { key: "to", name: to.name, cells: row(to) },
          { key: "move", name: t("runs.move"), cells: moves },
        ].map(({ key, name, cells }) => (
          <tr key={key} data-strong={key === "move"}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={heads[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
