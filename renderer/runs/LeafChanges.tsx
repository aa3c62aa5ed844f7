import Link from "@mui/material/Link";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeafChange } from "../../shared/domain/run-comparison.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { leafLabel, leafText } from "../model/assumption-words.ts";

interface LeafChangesProps {
  readonly leaves: readonly LeafChange[];
  /** Said where no value can be named. */
  readonly note: string | null;
}

/** Lines shown before one asks for all. */
const fewLines = 4;

/** Values that changed, a line each: before and after. */
export function LeafChanges({ leaves, note }: LeafChangesProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const [areAllShown, showAll] = useState(false);
  const hidden = leaves.length - fewLines;
  const textOf = (path: LeafChange["path"], value: LeafChange["after"]) =>
    path[0] === "bidPriceFen" && value === null ? t("runs.bidFromBase") : leafText(path, value, { unit, t });
  return (
    <>
      {leaves.length === 0 ? note : null}
      {(areAllShown ? leaves : leaves.slice(0, fewLines)).map(({ path, before, after }) => (
        <div key={path.join(".")}>{t("runs.leaf.line", { label: leafLabel(path, t), before: textOf(path, before), after: textOf(path, after) })}</div>
      ))}
      {hidden <= 0 ? null : (
        <Link component="button" type="button" onClick={() => showAll(!areAllShown)}>
          {areAllShown ? t("runs.fewerLeaves") : t("runs.moreLeaves", { shown: hidden })}
        </Link>
      )}
    </>
  );
}
