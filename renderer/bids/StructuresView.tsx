import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StructureTerms } from "../../shared/domain/bid-plan.ts";
import type { BidStructure, StructurePrice } from "../../shared/domain/bid-structures.ts";
import { formatMoney, formatNumber, formatStatedRate } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { irrText } from "../ui/irr-text.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import type { BidPageProps } from "./bid-page.ts";
import { StructuresDialog } from "./StructuresDialog.tsx";

const heads = ["price", "against", "irr", "worth", "gain", "kept", "paid"] as const;

/** Prices in different structures that earn us the same (结构等价), and what each is worth to the seller. */
export function StructuresView({ dealId, desk, isReadOnly }: BidPageProps) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  useLeftDraft({ form: "bidStructures", dealId }, () => setEditing(true));
  const prices = useCall("bids.structures", { dealId });
  const structures = prices.data?.structures ?? [];
  const exporting = useTableExport(t("bids.structures.title"), () => [
    {
      name: t("bids.structures.title").slice(0, 30),
      columns: [
        { head: t("bids.structures.head.structure"), kind: "text" },
        { head: t("bids.structures.head.terms"), kind: "text" },
        { head: t("bids.structures.head.price"), kind: "money" },
        { head: t("bids.structures.head.irr"), kind: "rate" },
        { head: t("bids.structures.head.worth"), kind: "money" },
        { head: t("bids.structures.head.kept"), kind: "money" },
        { head: t("bids.structures.head.paid"), kind: "money" },
      ],
      rows: structures.map(({ structure, priceFen, irr, sellerWorthFen, keptFen, paidAtClosingFen }) => [
        t(`bids.structures.name.${structure}`),
        termsText(structure, desk.structures, t),
        priceFen,
        irr?.kind === "one" ? irr.rate : null,
        sellerWorthFen,
        keptFen,
        paidAtClosingFen,
      ]),
    },
  ]);
  if (prices.error !== undefined) return <ErrorAlert error={prices.error} onRetry={prices.reload} />;
  if (prices.data === undefined) return <LinearProgress aria-label={t("bids.working")} />;
  const { targetRate, sellerRate } = prices.data;
  const best = structures.reduce<StructurePrice | null>((top, one) => ((one.sellerWorthFen ?? 0) > (top?.sellerWorthFen ?? 0) ? one : top), null);
  return (
    <Box {...exporting.place}>
      <TitledPanel
        title={t("bids.structures.title")}
        actions={
          <>
            <Button size="small" disabled={isReadOnly} onClick={() => setEditing(true)} data-testid="structures-edit">
              {t("bids.structures.edit")}
            </Button>
            <ExportButton exporting={exporting} name={t("bids.structures.title")} testId="structures-export" icon="small" />
          </>
        }
      >
        <Typography variant="body2" sx={{ px: 1, pb: 0.5 }}>
          {t("bids.structures.intro", { target: formatStatedRate(targetRate), seller: formatStatedRate(sellerRate) })}
        </Typography>
        <StructureTable structures={structures} terms={desk.structures} />
        <Typography variant="body2" sx={{ px: 1, pt: 0.5 }} data-testid="structures-best">
          {best === null ? t("bids.structures.none") : t("bids.structures.best", { name: t(`bids.structures.name.${best.structure}`) })}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 0.5 }}>
          {t("bids.structures.leverageNote")}
        </Typography>
      </TitledPanel>
      {isEditing && <StructuresDialog dealId={dealId} structures={desk.structures} onClose={() => setEditing(false)} />}
    </Box>
  );
}

function StructureTable({ structures, terms }: { readonly structures: readonly StructurePrice[]; readonly terms: StructureTerms }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const cash = structures.find(({ structure }) => structure === "cash");
  const less = (one: number | null, other: number | null | undefined) => formatMoney(one === null || other == null ? null : one - other, unit);
  return (
    <ListTable aria-label={t("bids.structures.title")} data-testid="bid-structures">
      <thead>
        <tr>
          <th scope="col">{t("bids.structures.head.structure")}</th>
          <th scope="col">{t("bids.structures.head.terms")}</th>
          {heads.map((key) => (
            <th scope="col" key={key} className="number">
              {t(`bids.structures.head.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {structures.map(({ structure, priceFen, irr, sellerWorthFen, keptFen, paidAtClosingFen }) => (
          <tr key={structure} data-testid={`structure-${structure}`}>
            <th scope="row">{t(`bids.structures.name.${structure}`)}</th>
            <td>{termsText(structure, terms, t)}</td>
            {priceFen === null ? (
              <td colSpan={heads.length}>{t(structure === "laterCutOff" ? "bids.structures.early" : "bids.structures.none")}</td>
            ) : (
              <>
                <td className="number">{formatMoney(priceFen, unit)}</td>
                <td className="number">{less(priceFen, cash?.priceFen)}</td>
                <td className="number">{irr === null ? "" : irrText(irr, t)}</td>
                <td className="number">{formatMoney(sellerWorthFen, unit)}</td>
                <td className="number">{less(sellerWorthFen, cash?.sellerWorthFen)}</td>
                <td className="number">{formatMoney(keptFen, unit)}</td>
                <td className="number">{formatMoney(paidAtClosingFen, unit)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}

function termsText(structure: BidStructure, terms: StructureTerms, t: TFunction): string {
  const share = { instalments: terms.downShare, rights: terms.rightsShare, leverage: terms.debtShare, cash: 1, laterCutOff: 1 }[structure];
  const months = { instalments: terms.instalmentMonths, rights: terms.rightsMonths, leverage: terms.debtMonths, cash: 0, laterCutOff: terms.laterMonths }[
    structure
  ];
  return t(`bids.structures.terms.${structure}`, { share: formatStatedRate(share), months: formatNumber(months), rate: formatStatedRate(terms.debtRate) });
}
