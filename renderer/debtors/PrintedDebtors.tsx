import Box from "@mui/material/Box";
import GlobalStyles from "@mui/material/GlobalStyles";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { PaperSize } from "../../shared/contract/app-channels.ts";
import type { DebtorRow, DebtorSheet } from "../../shared/contract/debtor-channels.ts";
import { formatMoney, formatNumber, moneyUnitLabel, noValue } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit, useSession, useSettings } from "../desk/session-store.ts";
import { type DebtorColumn, debtorColumnLabel, debtorColumnWidth, footRows } from "./debtor-columns.ts";
import { paperBands, paperWidth } from "./paper-bands.ts";

export interface DebtorPaper {
  readonly sheet: DebtorSheet;
  readonly rows: readonly DebtorRow[];
  readonly columns: readonly DebtorColumn[];
  readonly isRevealed: boolean;
  /** The day on which it is printed. */
  readonly day: string;
}

/** On paper there is this and nothing else of the window, and on the screen all but this. */
const onPaper = (paper: PaperSize) => ({
  "@media screen": { "[data-debtor-paper]": { display: "none" } },
  "@media print": {
    "@page": { size: `${paper} landscape`, margin: "9mm" },
    "html, body": { height: "auto !important", overflow: "visible !important", background: "#fff !important" },
    "body > :not([data-debtor-paper])": { display: "none !important" },
  },
});

/** The sheet as it is shown, on as many pages as it takes: wider than one, its columns go on behind the rows, each with its debtor. */
export function PrintedDebtors(paper: DebtorPaper) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { widePaper } = useSettings();
  const deal = useSession(({ openDeal }) => openDeal?.name ?? "");
  const { sheet, rows, columns, day } = paper;
  const bands = paperBands(columns, (column) => debtorColumnWidth(column, language, unit), widePaper);
  const [total, all] = [formatNumber(sheet.total), formatNumber(sheet.debtors)];
  const label = moneyUnitLabel(unit, language);
  const caption = total === all ? t("debtors.caption", { total, unit: label }) : t("debtors.captionOf", { total, all, unit: label });
  const left = sheet.total - rows.length;
  return createPortal(
    <Box data-debtor-paper sx={look}>
      <GlobalStyles styles={onPaper(widePaper)} />
      <p>
        <strong>{`${t("debtors.title")} · ${deal}`}</strong>
        {` · ${caption} · ${day}`}
      </p>
      {left > 0 ? <p>{t("debtors.paperLeft", { shown: formatNumber(rows.length), left: formatNumber(left) })}</p> : null}
      {bands.map((band) => (
        <PaperTable key={band.at(1)?.key ?? "alone"} {...paper} columns={band} />
      ))}
    </Box>,
    document.body,
  );
}

function PaperTable({ sheet, rows, columns, isRevealed }: Omit<DebtorPaper, "day">) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { widePaper } = useSettings();
  const words = { unit, t, isRevealed };
  const widths = columns.map((column) => debtorColumnWidth(column, language, unit));
  const width = widths.reduce((sum, one) => sum + one, 0);
  return (
    <table style={{ width: `${Math.min(100, (width / paperWidth[widePaper]) * 100)}%` }}>
      <colgroup>
        {columns.map((column, at) => (
          <col key={column.key} style={{ width: `${((widths[at] ?? 0) / width) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {debtorColumnLabel(column, t)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.loanId}>
            {columns.map((column) => (
              <td key={column.key} data-column={column.key} data-number={column.isNumber} data-own={column.source(row) === "own" && column.isNumber}>
                {column.text(row, words)}
              </td>
            ))}
          </tr>
        ))}
        {footRows.map((foot) => (
          <tr key={foot} data-foot>
            {columns.map((column, at) => (
              <td key={column.key} data-number={column.isNumber}>
                {at === 0 ? t(`debtors.foot.${foot}`, { count: sheet.total }) : footText(column.foot?.(sheet, foot) ?? null, unit)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const footText = (fen: number | null, unit: Parameters<typeof formatMoney>[1]) => (fen === null ? noValue : formatMoney(fen, unit));

const look = {
  color: "#000",
  bgcolor: "#fff",
  typography: "fine",
  "& p": { m: 0, mb: 0.5 },
  "& table": { borderCollapse: "collapse", tableLayout: "fixed", mb: 1, breakAfter: "page", "&:last-of-type": { breakAfter: "auto" } },
  "& tr": { breakInside: "avoid" },
  "& th": { textAlign: "left", borderBottom: "1px solid #000", verticalAlign: "bottom" },
  "& th, & td": { px: 0.5, overflowWrap: "anywhere" },
  "& td": { borderBottom: "1px solid #ccc" },
  "& [data-column=identifier]": { whiteSpace: "nowrap" },
  "& [data-number=true]": { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  // What the desk typed, as the sheet's colour says on the screen.
  "& [data-own=true]": { fontWeight: 700, textDecoration: "underline" },
  "& [data-foot] td": { fontWeight: 700, borderBottom: "1px solid #000" },
} as const;
