import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { rangeAt } from "../../shared/domain/number-range.ts";
import { type GapPriceTag, gapRangesSchema } from "../../shared/domain/scenario-results.ts";
import { formatRate } from "../../shared/format.ts";
import { changeSettings, useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { refusedFields } from "../model/edit-path.ts";
import { NoteArea } from "../ui/fields/NoteArea.tsx";
import { NumberInput } from "../ui/fields/NumberInput.tsx";

const shares = ["interestOfPrincipal", "feesOfPrincipal", "appraisalOfClaim"] as const;
const factors = ["seniorFactorLow", "seniorFactorHigh"] as const;

/** The ends of the ranges that the desk can set; an empty share stands for the package's own median. */
export function GapRangesEditor({ medians }: { readonly medians: GapPriceTag["medians"] }) {
  const { t } = useTranslation();
  const ranges = useAnalysisSettings((state) => state.gapRanges);
  const parsed = gapRangesSchema.safeParse(ranges);
  const invalid = refusedFields(parsed);
  const field = (key: (typeof shares)[number] | (typeof factors)[number], kind: "percent" | "factor") => (
    <NumberInput
      label={t(`gaps.range.${key}`)}
      value={ranges[key]}
      kind={kind}
      range={rangeAt(gapRangesSchema, [key])}
      isInvalid={invalid.has(key)}
      onChange={(next) => changeSettings({ gapRanges: { ...ranges, [key]: next } })}
      testId={`gap-range-${key}`}
    />
  );
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h4" sx={{ mb: 0.5 }}>
        {t("gaps.ranges")}
      </Typography>
      <NoteArea isShared>
        <Box
          sx={{ typography: "body2", display: "grid", gridTemplateColumns: "max-content 76px max-content", columnGap: 1, rowGap: 0.5, alignItems: "center" }}
        >
          {shares.map((key) => (
            <Box key={key} sx={{ display: "contents" }}>
              <span>{t(`gaps.range.${key}`)}</span>
              {field(key, "percent")}
              <Box component="span" sx={{ color: "text.secondary" }}>
                {`% · ${medians[key] === null ? t("gaps.noMedian") : t("gaps.median", { share: formatRate(medians[key]) })}`}
              </Box>
            </Box>
          ))}
          {factors.map((key) => (
            <Box key={key} sx={{ display: "contents" }}>
              <span>{t(`gaps.range.${key}`)}</span>
              {field(key, "factor")}
              <Box component="span" sx={{ color: "text.secondary" }}>
                {t("gaps.times")}
              </Box>
            </Box>
          ))}
        </Box>
      </NoteArea>
    </Box>
  );
}
