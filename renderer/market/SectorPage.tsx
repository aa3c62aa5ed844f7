import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type MarketFigure, type PublishedCompany, publishedCompanies, shownFigures } from "../../shared/domain/market-figures.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { call } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { showError, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { figureText } from "./figure-text.ts";
import { leftOf } from "./left-record.ts";
import { MarketFigureDialog } from "./MarketFigureDialog.tsx";
import { MarketFiguresTable } from "./MarketFiguresTable.tsx";
import { figureTable } from "./market-tables.ts";
import { type Removal, RemoveRecordDialog } from "./RemoveRecordDialog.tsx";
import { SectorChart } from "./SectorChart.tsx";
import { TableSection } from "./TableSection.tsx";

const none: readonly MarketFigure[] = [];

/** What is published of the sector and of its companies, by scope. */
export function SectorPage({ figures }: { readonly figures: readonly MarketFigure[] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const unit = moneyUnitLabel(useMoneyUnit(), language);
  const shown = useMemo(() => shownFigures(figures ?? none), [figures]);
  const companies = useMemo(() => publishedCompanies(figures ?? none), [figures]);
  const exporting = useTableExport(t("market.figures"), () => [figureTable(shown, language, t)]);
  const [edit, setEdit] = useState<MarketFigure | "new" | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  useLeftDraft({ form: "marketFigure", dealId: null }, (left) => void call("market.figures").then((all) => setEdit(leftOf(all, left)), showError));
  return (
    <Box {...exporting.place} tabIndex={-1} sx={{ p: 2, overflowY: "auto", flex: 1, display: "flex", flexDirection: "column", gap: 1.5 }}>
      <SectorChart figures={shown} />
      {companies.length > 0 && <CompanyTable companies={companies} />}
      <Box>
        <ExportButton exporting={exporting} name={t("market.figures")} testId="figures-export" />
        <TableSection title={t("market.figuresUnit", { unit })} addText={t("market.addFigure")} onAdd={() => setEdit("new")}>
          {figures && <MarketFiguresTable figures={shown} onEdit={setEdit} onRemove={(figure) => setRemoval({ kind: "figure", figure })} />}
        </TableSection>
      </Box>
      {edit !== null && <MarketFigureDialog figure={edit === "new" ? null : edit} onClose={() => setEdit(null)} />}
      {removal && <RemoveRecordDialog removal={removal} onClose={() => setRemoval(null)} />}
    </Box>
  );
}

/** What companies publish of themselves; what they don't is said, and nothing is made of it. */
function CompanyTable({ companies }: { readonly companies: readonly PublishedCompany[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const title = t("market.companies", { unit: moneyUnitLabel(unit, language) });
  const said = (figure: MarketFigure | undefined) => (figure === undefined ? t("market.notPublished") : `${figureText(figure, unit, t)} (${figure.period})`);
  return (
    <TitledPanel title={title}>
      <ListTable aria-label={title} data-testid="market-companies">
        <thead>
          <tr>
            <th scope="col">{t("market.company")}</th>
            {(["registeredCapital", "totalAssets", "netAssets", "investments"] as const).map((measure) => (
              <th scope="col" className="number" key={measure}>
                {t(`market.measureOf.${measure}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t("market.leverage")}
            </th>
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <tr key={company.scope} data-company={company.scope}>
              <th scope="row">{inOneLanguage(company.scope, language)}</th>
              <td className="number">{said(company.registeredCapital)}</td>
              <td className="number">{said(company.totalAssets)}</td>
              <td className="number">{said(company.netAssets)}</td>
              <td className="number">{said(company.investments)}</td>
              <td className="number">{company.leverage === null ? t("market.cannotTell") : formatNumber(company.leverage, 2)}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      <Typography variant="body2" sx={{ p: 1, color: "text.secondary" }}>
        {t("market.leverageNote")}
      </Typography>
    </TitledPanel>
  );
}
