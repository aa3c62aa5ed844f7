import { useTranslation } from "react-i18next";
import type { SensitivityCell, SensitivityMeasure } from "../../shared/domain/scenario-results.ts";
import { NoPriceNote } from "./NoPriceNote.tsx";
import { RemarkLine } from "./RemarkLine.tsx";
import { useWorkbench } from "./use-workbench.ts";

/** What a cell has to show; a highest bid of zero is none. */
const valueOf: Readonly<Record<SensitivityMeasure, (cell: SensitivityCell) => number | null>> = {
  maxBid: ({ maxBidFen }) => (maxBidFen === 0 ? null : maxBidFen),
  irr: ({ irr }) => irr,
  moic: ({ moic }) => moic,
  wal: ({ walYears }) => walYears,
  profit: ({ profitFen }) => profitFen,
};

/** Whether a chart of the measure would show anything. */
export const hasFigures = (cells: readonly SensitivityCell[], measure: SensitivityMeasure) => cells.some((cell) => valueOf[measure](cell) !== null);

/** Stands for a chart that would show nothing but zeros, or nothing at all, and says why. */
export function EmptyFiguresNote({ measure }: { readonly measure: SensitivityMeasure }) {
  const { t } = useTranslation();
  const caseName = useWorkbench((state) => state.caseName);
  const bidPriceFen = useWorkbench((state) => state.result?.bidPriceFen);
  if (measure === "maxBid") return <NoPriceNote text="bidRemark.allZero" caseName={caseName} testId="all-zero" />;
  return <RemarkLine text={t(bidPriceFen === 0 ? "bidRemark.noMeasure" : "bidRemark.noIrr")} group={null} testId="all-zero" />;
}
