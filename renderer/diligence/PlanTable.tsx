import EditOutlined from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import type { PlanLine } from "../../shared/contract/diligence-channels.ts";
import { formatMoney, formatNumber } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface PlanTableProps {
  readonly lines: readonly PlanLine[];
  /** Null: nothing may be changed. */
  readonly onEdit: ((line: PlanLine) => void) | null;
}

const amounts = ["gainPerHourFen", "gainFen", "perfectFen", "spreadFen"] as const;

/** The ranking, a line a debtor, with what is planned and was found. */
export function PlanTable({ lines, onEdit }: PlanTableProps) {
  const { t } = useTranslation();
  return (
    <ListTable data-testid="diligence-plan" data-planned={lines.filter(({ isPlanned }) => isPlanned).length} aria-label={t("diligence.plan.title")}>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t("diligence.plan.rank")}
          </th>
          <th scope="col">{t("diligence.plan.debtor")}</th>
          <th scope="col">{t("diligence.plan.planned")}</th>
          <th scope="col" className="number">
            {t("diligence.plan.hours")}
          </th>
          {amounts.map((key) => (
            <th scope="col" key={key} className="number" title={t(`diligence.plan.${key}Hint`)}>
              {t(`diligence.plan.${key}`)}
            </th>
          ))}
          <th scope="col">{t("diligence.plan.status")}</th>
          <th scope="col">{t("diligence.plan.finding")}</th>
          <th scope="col">
            <Box component="span" sx={{ position: "absolute", clipPath: "inset(50%)" }}>
              {t("common.edit")}
            </Box>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          <PlanRow key={line.loanId} line={line} rank={place + 1} onEdit={onEdit} />
        ))}
      </tbody>
    </ListTable>
  );
}

function PlanRow({ line, rank, onEdit }: { readonly line: PlanLine; readonly rank: number } & Pick<PlanTableProps, "onEdit">) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const name = line.debtorName ?? t("debtors.nameless");
  const { inspection } = line;
  return (
    <tr data-testid={`diligence-rank-${rank}`}>
      <td className="number">{formatNumber(rank)}</td>
      <th scope="row">{name}</th>
      <td>{t(line.isUnderwritten ? "diligence.plan.underwritten" : line.isPlanned ? "diligence.plan.yes" : "diligence.plan.no")}</td>
      <td className="number">{formatNumber(line.hours)}</td>
      {amounts.map((key) => (
        <td key={key} className="number">
          {formatMoney(line[key], unit)}
        </td>
      ))}
      <td>{t(`diligence.status.${inspection?.status ?? "open"}`)}</td>
      <td>{inspection?.finding ?? ""}</td>
      <td className="number">
        {onEdit !== null && (
          <IconButton aria-label={t("diligence.plan.edit", { name })} onClick={() => onEdit(line)}>
            <EditOutlined fontSize="tiny" />
          </IconButton>
        )}
      </td>
    </tr>
  );
}
