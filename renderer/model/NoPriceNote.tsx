import { useTranslation } from "react-i18next";
import { groupToActOn, noPriceCause } from "../../shared/domain/bid-remarks.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import { RemarkLine } from "./RemarkLine.tsx";
import { useWorkbench } from "./use-workbench.ts";

interface NoPriceNoteProps {
  /** What has no price: all of a chart, all fillings of the gaps, all paths. */
  readonly text: "bidRemark.allZero" | "bidRemark.gapsZero" | "bidRemark.simulationZero";
  readonly caseName: CaseName;
  readonly testId: string;
}

/** Why an analysis shows no price at all: what takes it up in the case that it starts from. */
export function NoPriceNote({ text, caseName, testId }: NoPriceNoteProps) {
  const { t } = useTranslation();
  const one = useWorkbench((state) => state.result?.cases.find((known) => known.caseName === caseName));
  const cause = one === undefined ? null : noPriceCause(one);
  if (cause === null) return null;
  const words = t(text, { caseName: t(`code.caseName.${caseName}`), cause: t(`bidRemark.cause.${cause}`) });
  return <RemarkLine text={words} group={groupToActOn(cause)} testId={testId} />;
}
