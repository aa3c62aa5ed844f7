import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Company } from "../../shared/domain/company.ts";
import { formatMoneyWithUnit, formatRate } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { PlanDialog } from "./PlanDialog.tsx";

/** What the company plans, and where it is changed. */
export function PlanPanel({ company: { plan, quarters } }: { readonly company: Company }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const money = (fen: number) => formatMoneyWithUnit(fen, unit, language);
  const planned = plan.collectionsFen.flatMap((fen) => fen ?? []);
  const facts = [
    ["company.companyName", plan.companyName || t("company.noName")],
    ["company.floor", money(plan.floorFen)],
    ["company.refinancing", formatRate(plan.refinancingShare, 0)],
    ["company.dealDebtShare", formatRate(plan.dealDebtShare, 0)],
    ["company.incomeShare", formatRate(plan.incomeShare, 0)],
    ["company.opex", money(plan.opexFen)],
    ["company.clientReading", t(`company.client.${plan.clientReading}`)],
    ["company.plannedSum", planned.length < plan.collectionsFen.length ? t("company.cannotTell") : money(planned.reduce((sum, fen) => sum + fen, 0))],
  ] as const;
  return (
    <TitledPanel
      title={t("company.plan")}
      actions={
        <Button size="small" variant="outlined" onClick={() => setOpen(true)} data-testid="edit-plan">
          {t("company.editPlan")}
        </Button>
      }
    >
      <PlainTable aria-label={t("company.plan")} sx={{ width: "100%" }}>
        <tbody>
          {facts.map(([name, said]) => (
            <tr key={name}>
              <th scope="row">{t(name)}</th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {isOpen ? <PlanDialog plan={plan} quarterEnd={quarters[0]?.quarterEnd ?? null} onClose={() => setOpen(false)} /> : null}
    </TitledPanel>
  );
}
