import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type BandedStratum, bandedStrata } from "../../shared/domain/strata.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { edgesText, readEdges } from "./edges-text.ts";

interface EdgesFieldProps {
  readonly field: BandedStratum;
  readonly edges: readonly number[];
  readonly onChange: (edges: readonly number[] | null) => void;
}

/** Where the bands of a figure begin; emptied, those of the app come back. What can't be read stays, and the bands before with it. */
export function EdgesField({ field, edges, onChange }: EdgesFieldProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const kind = bandedStrata[field];
  const shown = typed ?? edgesText(field, edges, unit);
  const isWrong = typed !== null && typed.trim() !== "" && readEdges(field, typed, unit) === null;
  const commit = () => {
    if (typed === null || isWrong) return;
    onChange(typed.trim() === "" ? null : readEdges(field, typed, unit));
    setTyped(null);
  };
  return (
    <TextField
      label={t("strata.edges", { field: t(`strata.field.${field}`), unit: kind === "fen" ? moneyUnitLabel(unit, language) : t(`strata.edgeUnit.${kind}`) })}
      value={shown}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") commit();
        if (event.key === "Escape" && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      }}
      error={isWrong}
      helperText={isWrong ? t("strata.edgesWrong") : undefined}
      slotProps={{ htmlInput: { "data-testid": `strata-edges-${field}`, maxLength: 300 } }}
      sx={{ flex: 1, minWidth: 260, maxWidth: 460 }}
    />
  );
}
