import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecoveryCurve } from "../../shared/domain/assumptions.ts";
import { type Segment, segments } from "../../shared/domain/codes.ts";
import { useEdited } from "../model/edit-scope.ts";
import { useIsRowShown } from "../model/field-rows.ts";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { NoteArea } from "../ui/fields/NoteArea.tsx";
import { UnitText } from "../ui/fields/UnitText.tsx";
import { EditorHeading } from "./rows/EditorHeading.tsx";
import { readShares, sharesProblem, writeShares } from "./rows/share-list.ts";
import { useFieldNote } from "./rows/use-field-note.tsx";

/** Curves that state what each month collects, in place of a rate and a factor. */
export function CurveSharesEditor() {
  const { t } = useTranslation();
  return (
    <>
      <EditorHeading>{t("pricing.field.monthlyShares")}</EditorHeading>
      <Typography variant="fine" component="p" color="text.secondary">
        {t("pricing.field.monthlySharesNote")}
      </Typography>
      {segments.map((segment) => (
        <SharesRow key={segment} segment={segment} />
      ))}
    </>
  );
}

/** What is typed stands as it is until the field is left; what can't be read is refused by the schema. */
function SharesRow({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation();
  const label = t(`code.segment.${segment}`);
  const { stored: curve, edit, readOnly, leave } = useEdited(["curves", segment]);
  const { stored } = useEdited(["curves", segment, "monthlyShares"]);
  const { isRefused, described, note } = useFieldNote({ path: ["curves", segment, "monthlyShares"], label, problem: sharesProblem(stored, t) });
  const [typed, setTyped] = useState<string | null>(null);
  const isShown = useIsRowShown([{ path: ["curves", segment, "monthlyShares"], label: `${label} ${t("pricing.field.monthlyShares")}` }]);
  if (!isShown) return null;
  const change = (text: string): void => {
    setTyped(text);
    const { monthlyShares: _, ...byRate } = curve as RecoveryCurve; // the path of a curve
    const shares = readShares(text);
    edit(shares === null ? byRate : { ...byRate, monthlyShares: shares });
  };
  return (
    <NoteArea>
      <Box
        data-assumption={`curves.${segment}.monthlyShares`}
        sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr) 24px", alignItems: "center", columnGap: 0.75, minHeight: 28 }}
      >
        <Typography variant="body2" component="span">
          {label}
        </Typography>
        <DenseInput
          value={typed ?? writeShares(stored)}
          onChange={(event) => change(event.target.value)}
          onBlur={() => {
            setTyped(null);
            leave?.();
          }}
          readOnly={readOnly}
          error={isRefused}
          placeholder={t("pricing.field.none")}
          inputProps={{ "aria-label": `${label} ${t("pricing.field.monthlyShares")}`, ...described, "data-testid": `monthly-shares-${segment}` }}
        />
        <UnitText>%</UnitText>
        {note}
      </Box>
    </NoteArea>
  );
}
