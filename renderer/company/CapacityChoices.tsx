import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useTranslation } from "react-i18next";
import type { CapacityQuestion } from "../../shared/contract/company-channels.ts";
import type { PlannedDeal } from "../../shared/domain/company.ts";
import { formatMoney, formatRate } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { MonthsField } from "../ui/fields/MonthsField.tsx";
import { RateField } from "../ui/fields/RateField.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface CapacityChoicesProps {
  readonly deals: readonly PlannedDeal[];
  readonly question: CapacityQuestion;
  readonly onChange: (question: CapacityQuestion) => void;
}

/** Which deals are bought as well, which one is asked about, and what goes wrong. */
export function CapacityChoices({ deals, question, onChange }: CapacityChoicesProps) {
  const { t } = useTranslation();
  const { stress } = question;
  const stressed = (change: Partial<CapacityQuestion["stress"]>) => onChange({ ...question, stress: { ...stress, ...change } });
  const priced = deals.filter(({ priceFen }) => priceFen !== null);
  return (
    <TitledPanel title={t("capacity.deals")}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, px: 1, pb: 1, alignItems: "flex-start" }}>
        <ChoiceField
          label={t("capacity.asked")}
          minWidth={240}
          value={String(question.dealId ?? "")}
          options={["", ...priced.map(({ dealId }) => String(dealId))]}
          textOf={(id) => priced.find(({ dealId }) => String(dealId) === id)?.name ?? t("capacity.none")}
          onChange={(id) => onChange({ ...question, dealId: id === "" ? null : Number(id) })}
          testId="capacity-deal"
        />
        <MonthsField
          label={t("capacity.lateMonths")}
          value={stress.lateMonths}
          onChange={(months) => typeof months === "number" && months >= 0 && months <= 24 && stressed({ lateMonths: Math.round(months) })}
          testId="stress-late"
        />
        <RateField
          label={t("capacity.shortShare")}
          value={stress.shortShare}
          onChange={(share) => typeof share === "number" && share >= 0 && share <= 1 && stressed({ shortShare: share })}
          testId="stress-short"
        />
        <Tick label={t("capacity.isNotRolled")} isOn={stress.isNotRolled} onTick={(isNotRolled) => stressed({ isNotRolled })} testId="stress-not-rolled" />
        <Tick
          label={t("capacity.weighted")}
          isOn={question.isWeighted}
          onTick={(isWeighted) => onChange({ ...question, isWeighted })}
          testId="capacity-weighted"
        />
      </Box>
      <PipelineTable deals={deals} question={question} onChange={onChange} />
    </TitledPanel>
  );
}

function Tick({
  label,
  isOn,
  onTick,
  testId,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTick: (isOn: boolean) => void;
  readonly testId: string;
}) {
  return (
    <FormControlLabel label={label} control={<Checkbox size="small" checked={isOn} onChange={(_event, checked) => onTick(checked)} data-testid={testId} />} />
  );
}

function PipelineTable({ deals, question, onChange }: CapacityChoicesProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const toggle = (dealId: number, isOn: boolean) =>
    onChange({ ...question, dealIds: isOn ? [...question.dealIds, dealId] : question.dealIds.filter((id) => id !== dealId) });
  if (deals.length === 0) return <Box sx={{ typography: "body2", px: 1, pb: 1 }}>{t("capacity.noDeals")}</Box>;
  return (
    <>
      <ListTable aria-label={t("capacity.deals")} data-testid="capacity-deals">
        <thead>
          <tr>
            <th scope="col">{t("capacity.deal")}</th>
            <th scope="col">{t("capacity.stage")}</th>
            <th scope="col" className="number">
              {t("capacity.weight")}
            </th>
            <th scope="col" className="number">
              {t("capacity.price")}
            </th>
          </tr>
        </thead>
        <tbody>
          {deals.map(({ dealId, name, stage, weight, priceFen }) => (
            <tr key={dealId}>
              <td>
                <FormControlLabel
                  label={name}
                  disabled={priceFen === null || dealId === question.dealId}
                  control={
                    <Checkbox
                      size="small"
                      sx={{ py: 0 }}
                      checked={question.dealIds.includes(dealId) || dealId === question.dealId}
                      onChange={(_event, isOn) => toggle(dealId, isOn)}
                    />
                  }
                />
              </td>
              <td>{t(`code.dealStage.${stage}`)}</td>
              <td className="number">{formatRate(weight, 0)}</td>
              <td className="number">{priceFen === null ? t("capacity.noRun") : formatMoney(priceFen, unit)}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      <Box sx={{ typography: "body2", color: "text.secondary", px: 1, py: 0.5 }}>{t("capacity.dealsNote")}</Box>
    </>
  );
}
