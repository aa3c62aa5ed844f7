import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { UnitProposal } from "../../shared/domain/unit-evidence.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { writeMoney } from "../../shared/typed/written-number.ts";
import { useLanguage } from "../desk/session-store.ts";

interface UnitProposalNoteProps {
  readonly proposal: UnitProposal;
  /** Whether another unit is chosen. */
  readonly isChosen: boolean;
  readonly onTake: () => void;
  readonly testId: string;
}

/** The unit under which a sheet's amounts are usual, what speaks for it, and the way to take it. */
export function UnitProposalNote({ proposal: { unit, evidence }, isChosen, onTake, testId }: UnitProposalNoteProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const unitName = t(`tape.unit.${unit}`);
  const yuan = (amount: number | null) => {
    const unitShown = language === "en" || (amount ?? 0) < 10_000 ? "yuan" : (amount ?? 0) < 100_000_000 ? "wanYuan" : "yiYuan";
    return `${writeMoney(amount === null ? null : Math.round(amount * 100), unitShown)} ${moneyUnitLabel(unitShown, language)}`;
  };
  const times = (ratio: number | null) => formatNumber(ratio, (ratio ?? 0) >= 100 ? 0 : (ratio ?? 0) >= 0.1 ? 2 : 4);
  const say = ({ code, chosen, proposed, from, to }: UnitProposal["evidence"][number]) => {
    const text = code === "toClaim" ? times : yuan;
    const values = { proposed: text(proposed), chosen: text(chosen), from: yuan(from), to: yuan(to) };
    return t(`pricing.tape.evidence.${code}${chosen === null ? "Alone" : ""}`, values);
  };
  return (
    <Alert
      severity="warning"
      variant="outlined"
      data-testid={testId}
      sx={{ m: 1, py: 0 }}
      action={
        <Button color="inherit" variant="outlined" onClick={onTake} data-testid={`${testId}-take`}>
          {t(isChosen ? "pricing.tape.evidence.changeTo" : "pricing.tape.evidence.choose", { unit: unitName })}
        </Button>
      }
    >
      {t("pricing.tape.evidence.head", { unit: unitName })}
      {evidence.map((one) => (
        <div key={one.code}>{say(one)}</div>
      ))}
    </Alert>
  );
}
