import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import { dealKinds } from "../../shared/domain/codes.ts";
import { type VoteRule, voteBases } from "../../shared/domain/committee.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { CountField } from "../ui/fields/CountField.tsx";
import { MoneyField } from "../ui/fields/MoneyField.tsx";
import type { Entered } from "../ui/fields/unread.ts";

const counts = ["members", "quorum", "shareNumerator", "shareDenominator"] as const;
/** A rule whose numbers are being typed. */
export type EditedRule = Omit<VoteRule, (typeof counts)[number] | "mostFen"> & {
  readonly [Count in (typeof counts)[number] | "mostFen"]: Entered<number>;
};

interface RuleFieldsProps {
  readonly rule: EditedRule;
  readonly place: number;
  readonly onChange: (rule: EditedRule) => void;
}

export function RuleFields({ rule, place, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "repeat(4, 1fr)", gap: 1, alignItems: "start" }}>
      <TextField
        label={t("approvals.ruleField.name")}
        value={rule.name}
        onChange={(event) => onChange({ ...rule, name: event.target.value })}
        slotProps={{ htmlInput: { "data-testid": `rule-${place}-name`, maxLength: 60 } }}
      />
      {counts.map((count) => (
        <CountField
          key={count}
          label={t(`approvals.ruleField.${count}`)}
          value={rule[count]}
          onChange={(value) => onChange({ ...rule, [count]: value })}
          unit=""
          testId={`rule-${place}-${count}`}
        />
      ))}
      <ChoiceField
        label={t("approvals.ruleField.base")}
        value={rule.base}
        options={voteBases}
        textOf={(base) => t(`approvals.base.${base}`)}
        onChange={(base) => onChange({ ...rule, base })}
      />
      <MoneyField
        label={t("approvals.ruleField.mostFen")}
        valueFen={rule.mostFen}
        onChange={(mostFen) => onChange({ ...rule, mostFen })}
        testId={`rule-${place}-mostFen`}
      />
      <FormControlLabel
        label={t("approvals.ruleField.chairHasVeto")}
        control={<Checkbox size="small" checked={rule.chairHasVeto} onChange={(_event, chairHasVeto) => onChange({ ...rule, chairHasVeto })} />}
      />
      <Box sx={{ gridColumn: "1 / -1", display: "flex", gap: 1 }}>
        {dealKinds.map((kind) => (
          <FormControlLabel
            key={kind}
            label={t(`code.dealKind.${kind}`)}
            control={
              <Checkbox
                size="small"
                checked={rule.kinds.length === 0 || rule.kinds.includes(kind)}
                onChange={(_event, isOn) => {
                  const now = rule.kinds.length === 0 ? dealKinds : rule.kinds;
                  const kinds = dealKinds.filter((one) => (one === kind ? isOn : now.includes(one)));
                  // All of them is every kind, also those that come later.
                  onChange({ ...rule, kinds: kinds.length === dealKinds.length ? [] : kinds });
                }}
              />
            }
          />
        ))}
      </Box>
    </Box>
  );
}
