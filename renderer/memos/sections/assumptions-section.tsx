import { type AssumptionGroup, assumptionGroups } from "../../../shared/domain/assumptions.ts";
import { litigationStages, segments, validitySwitches } from "../../../shared/domain/codes.ts";
import { formatDate, formatNumber, formatRate } from "../../../shared/format.ts";
import { headingBlock, type MemoBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { leverageLines, paymentLines, transitionLines } from "./financing-lines.ts";

const percent = (rate: number) => formatRate(rate, 1);

function collateralLines({ memo, words: { assumptions: text } }: MemoContext): string[] {
  const { collateral } = memo.assumptions;
  const factors = Object.values(collateral.appraisalFactor);
  return [
    fill(text.appraisalFactorValue, { low: formatNumber(Math.min(...factors), 2), high: formatNumber(Math.max(...factors), 2) }),
    fill(text.growthValue, { rate: percent(collateral.annualGrowth) }),
    ...collateral.rounds.map((round, index) =>
      fill(text.roundValue, {
        n: index + 1,
        base: text.appraisalBase,
        opening: percent(round.openingShare),
        probability: percent(round.clearingProbability),
        multiple: percent(round.priceMultiple),
      }),
    ),
    fill(text.debtForAssetValue, {
      probability: percent(collateral.debtForAsset.probability),
      share: percent(collateral.debtForAsset.realisationShare),
      months: collateral.debtForAsset.gapMonths,
    }),
    fill(text.taxValue, { tax: percent(collateral.sellerTaxRate), cost: percent(collateral.saleCostRate) }),
    ...(collateral.auctionCommissionBorneShare > 0 ? [fill(text.commissionValue, { share: percent(collateral.auctionCommissionBorneShare) })] : []),
  ];
}

/** What a group assumes, a line for each thing that moves the price. */
function valueLines(group: AssumptionGroup, context: MemoContext): string[] {
  const { memo, words, codes } = context;
  const { assumptions: text } = words;
  const { assumptions } = memo;
  switch (group) {
    case "hurdleRate":
      return [fill(text.hurdleValue, { rate: formatRate(assumptions.hurdleRate) }), fill(text.horizonValue, { months: assumptions.horizonMonths })];
    case "closing": {
      const { closingMonth, dealCostYuan, dealCostRate } = assumptions.closing;
      return [fill(text.closingValue, { month: closingMonth, cost: formatNumber(dealCostYuan), rate: formatRate(dealCostRate) })];
    }
    case "collateral":
      return collateralLines(context);
    case "guarantors": {
      const { probability, recoveryRate, firstMonth, windowMonths } = assumptions.guarantors;
      return [fill(text.guarantorValue, { probability: percent(probability), rate: percent(recoveryRate), month: firstMonth, months: windowMonths })];
    }
    case "courtDelays":
      if (assumptions.courtDelays.length === 0) return [text.noCourtDelay];
      return assumptions.courtDelays.map(({ court, months }) => fill(text.courtDelayValue, { court, months }));
    case "validity":
      return validitySwitches.map((check) => text[`${check}${assumptions.validity[check] ? "On" : "Off"}`]);
    case "timing":
      return litigationStages.map((stage) =>
        fill(text.timingValue, { stage: codes.litigationStage[stage], months: assumptions.timing[stage].monthsToFirstRound }),
      );
    case "curves":
      return segments.map((segment) => {
        const { lagMonths, firstMonthRate, monthlyDecay } = assumptions.curves[segment];
        return fill(text.curveValue, {
          segment: codes.segment[segment],
          month: lagMonths + 1,
          rate: formatRate(firstMonthRate),
          decay: formatRate(monthlyDecay),
        });
      });
    case "courtFees":
      return [
        text.courtFeesValue,
        ...(assumptions.courtFees.acceptanceHalvedShare > 0 ? [fill(text.halvedValue, { share: percent(assumptions.courtFees.acceptanceHalvedShare) })] : []),
        ...(assumptions.timing.bankruptcy.courtFeesMonth === null
          ? []
          : [fill(text.petitionValue, { cap: formatNumber(assumptions.courtFees.petitionCapYuan) })]),
      ];
    case "payment":
      return paymentLines(context);
    case "transition":
      return transitionLines(context);
    case "leverage":
      return leverageLines(context);
    case "simulation": {
      const { paths, seed, eventLoading } = assumptions.simulation;
      const loadings = Object.values(eventLoading);
      return [fill(text.simulationValue, { paths: formatNumber(paths), seed, low: percent(Math.min(...loadings)), high: percent(Math.max(...loadings)) })];
    }
    case "costs": {
      const { costs } = assumptions;
      return [
        fill(text.servicerValue, {
          cash: percent(costs.servicerRateCash),
          guarantor: percent(costs.servicerRateGuarantor),
          collateral: percent(costs.servicerRateCollateral),
          counsel: percent(costs.counselRateCollateral),
        }),
        fill(text.fileValue, { file: formatNumber(costs.fileCostYuan), overhead: formatNumber(costs.overheadYuanPerMonth), months: costs.overheadMonths }),
      ];
    }
  }
}

export function assumptionsBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words } = context;
  const text = words.assumptions;
  return [
    headingBlock("assumptions-heading", text.heading),
    tableBlock(
      "assumptions",
      [
        { label: text.name, width: 13 },
        { label: text.value, width: 35 },
        { label: text.source, width: 28 },
        { label: text.asOf, width: 11 },
        { label: text.basis, width: 13 },
      ],
      assumptionGroups.map((group) => {
        const source = memo.sources[group];
        return {
          cells: [
            text[group],
            <ul key="values" className="memo-lines">
              {valueLines(group, context).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>,
            memo.language === "zh" ? source.sourceZh : source.sourceEn,
            formatDate(source.asOf),
            <span key="basis" className={source.sourced ? "memo-mark" : "memo-mark memo-mark-judgement"}>
              {source.sourced ? text.sourced : text.judgement}
            </span>,
          ],
        };
      }),
    ),
  ];
}
