import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { type PaymentPart, sumOfShares } from "../../../shared/domain/financing-assumptions.ts";
import { formatRate } from "../../../shared/format.ts";
import type { EditPath } from "../../model/edit-path.ts";
import { useEdited } from "../../model/edit-scope.ts";
import { AddRowButton } from "./AddRowButton.tsx";
import { PartRow, partColumns } from "./PartRow.tsx";

interface PartsEditorProps {
  readonly path: EditPath;
  readonly parts: readonly PaymentPart[];
  /** Share paid otherwise, which counts in the sum. */
  readonly otherShare: number;
  readonly shareLabel: string;
  readonly testId: string;
}

const mostParts = 24;

/** Parts of a payment, a line each, with their sum. A new part takes what is missing to the whole. */
export function PartsEditor({ path, parts, otherShare, shareLabel, testId }: PartsEditorProps) {
  const { t } = useTranslation();
  const { isInvalid, joint, readOnly, edit } = useEdited(path);
  const sum = sumOfShares(parts) + otherShare;
  const addPart = () => {
    const missing = Number.isFinite(sum) ? Number(Math.max(0, 1 - sum).toFixed(10)) : 0;
    edit([...parts, { share: missing, monthsAfterClosing: Math.min(120, (parts.at(-1)?.monthsAfterClosing ?? 0) + 6) }]);
  };
  return (
    <Box sx={{ typography: "body2" }}>
      <PartHeads shareLabel={shareLabel} />
      {parts.map((_, index) => (
        <PartRow
          // Parts have no name of their own: a line is its place.
          key={index}
          path={[...path, index]}
          number={index + 1}
          shareLabel={shareLabel}
          testIdOf={(field) => `${testId}-${field}-${index}`}
          onRemove={readOnly || parts.length === 1 ? null : () => edit(parts.filter((_, at) => at !== index))}
        />
      ))}
      <PartSum sum={sum} withRights={otherShare > 0} isInvalid={isInvalid} testId={`${testId}-sum`} />
      {joint === null ? null : (
        <Typography variant="fine" component="p" role="alert" color="error">
          {t(`typed.joint.${joint}`)}
        </Typography>
      )}
      {readOnly || parts.length >= mostParts ? null : (
        <AddRowButton text={t("financing.field.addPart")} path={[...path, parts.length]} onAdd={addPart} testId={`${testId}-add`} />
      )}
    </Box>
  );
}

function PartHeads({ shareLabel }: { readonly shareLabel: string }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ typography: "fine", display: "grid", gridTemplateColumns: partColumns, columnGap: 0.5, color: "text.secondary" }}>
      <span />
      <Box sx={{ textAlign: "right" }}>{shareLabel}</Box>
      <span />
      <Box sx={{ textAlign: "right", whiteSpace: "nowrap", direction: "rtl" }}>{t("financing.field.monthsAfterClosing")}</Box>
    </Box>
  );
}

interface PartSumProps {
  readonly sum: number;
  readonly withRights: boolean;
  readonly isInvalid: boolean;
  readonly testId: string;
}

function PartSum({ sum, withRights, isInvalid, testId }: PartSumProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: partColumns, columnGap: 0.5, borderTop: 1, borderColor: "divider", pt: 0.25 }}>
      <Box sx={{ gridColumn: "1 / 2", whiteSpace: "nowrap" }}>{t(withRights ? "financing.field.sumWithRights" : "financing.field.sum")}</Box>
      <Box
        data-testid={testId}
        sx={{ textAlign: "right", pr: 0.75, fontWeight: 700, fontVariantNumeric: "tabular-nums", color: isInvalid ? "error.main" : "text.primary" }}
      >
        {formatRate(sum, 1)}
      </Box>
    </Box>
  );
}
