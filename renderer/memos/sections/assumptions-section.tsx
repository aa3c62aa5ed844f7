import { type AssumptionGroup, assumptionGroups } from "../../../shared/domain/assumptions.ts";
import { knownConditions, litigationStages, segments, validitySwitches } from "../../../shared/domain/codes.ts";
import { exitKinds } from "../../../shared/domain/exits.ts";
import { areOfFile } from "../../../shared/domain/source-evidence.ts";
import { isStale, staleAfterMonths } from "../../../shared/domain/stale-source.ts";
import { formatDate, formatNumber, formatRate, formatStatedRate } from "../../../shared/format.ts";
import { type MemoBlock, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { leverageLines, paymentLines, transitionLines } from "./financing-lines.ts";

function collateralLines({ memo, words: { assumptions: text }, codes }: MemoContext): string[] {
  const { collateral } = memo.assumptions;
  const factors = Object.values(collateral.appraisalFactor);
  const indexes = Object.values(collateral.appraisalIndex).map((rate) => rate ?? collateral.annualGrowth);
  return [
    fill(text.appraisalFactorValue, { low: formatNumber(Math.min(...factors), 2), high: formatNumber(Math.max(...factors), 2) }),
    fill(text.growthValue, { rate: formatStatedRate(collateral.annualGrowth) }),
    fill(text.indexValue, { low: formatStatedRate(Math.min(...indexes)), high: formatStatedRate(Math.max(...indexes)) }),
    ...collateral.cityIndex.map(({ city, kind, from, annualChange }) =>
      fill(text.cityIndexValue, {
        city,
        kind: kind === null ? text.allKinds : codes.collateralKind[kind],
        from: formatDate(from),
        rate: formatStatedRate(annualChange),
      }),
    ),
    ...collateral.rounds.map((round, index) =>
      fill(text.roundValue, {
        n: index + 1,
        base: text.appraisalBase,
        opening: formatStatedRate(round.openingShare),
        probability: formatStatedRate(round.clearingProbability),
        multiple: formatStatedRate(round.priceMultiple),
      }),
    ),
    fill(text.debtForAssetValue, {
      probability: formatStatedRate(collateral.debtForAsset.probability),
      share: formatStatedRate(collateral.debtForAsset.realisationShare),
      months: collateral.debtForAsset.gapMonths,
    }),
    fill(text.takeOverValue, {
      deed: formatStatedRate(collateral.debtForAsset.deedTaxRate),
      carry: formatStatedRate(collateral.debtForAsset.carryRate),
      resale: formatStatedRate(collateral.debtForAsset.resaleRate),
    }),
    fill(text.taxValue, { tax: formatStatedRate(collateral.sellerTaxRate), cost: formatStatedRate(collateral.saleCostRate) }),
    ...(collateral.auctionCommissionBorneShare > 0 ? [fill(text.commissionValue, { share: formatStatedRate(collateral.auctionCommissionBorneShare) })] : []),
  ];
}

function courtFeesLines({ memo: { assumptions }, words: { assumptions: text } }: MemoContext): string[] {
  const { courtFees, timing } = assumptions;
  return [
    text.courtFeesValue,
    ...(courtFees.acceptanceHalvedShare > 0 ? [fill(text.halvedValue, { share: formatStatedRate(courtFees.acceptanceHalvedShare) })] : []),
    ...(timing.bankruptcy.courtFeesMonth === null ? [] : [fill(text.petitionValue, { cap: formatNumber(courtFees.petitionCapYuan) })]),
  ];
}

function curvesLines({ memo: { assumptions }, words: { assumptions: text }, codes }: MemoContext): string[] {
  return segments.map((segment) => {
    const { lagMonths, firstMonthRate, monthlyDecay, monthlyShares } = assumptions.curves[segment];
    if (monthlyShares !== undefined) {
      const share = formatRate(monthlyShares.reduce((sum, part) => sum + part, 0));
      return fill(text.curveSharesValue, { segment: codes.segment[segment], month: lagMonths + 1, count: monthlyShares.length, share });
    }
    return fill(text.curveValue, {
      segment: codes.segment[segment],
      month: lagMonths + 1,
      rate: formatRate(firstMonthRate),
      decay: formatRate(monthlyDecay),
    });
  });
}

function agedCurvesLines({ memo: { assumptions }, words: { assumptions: text }, codes }: MemoContext): string[] {
  const lines = segments.flatMap((segment) =>
    assumptions.agedCurves[segment].map(({ fromDaysPastDue, lagMonths, firstMonthRate, monthlyDecay }) =>
      fill(text.agedCurveValue, {
        segment: codes.segment[segment],
        days: fromDaysPastDue,
        month: lagMonths + 1,
        rate: formatRate(firstMonthRate),
        decay: formatRate(monthlyDecay),
      }),
    ),
  );
  return lines.length === 0 ? [text.noAgedCurves] : lines;
}

function conditionsLines({ memo: { assumptions }, words: { assumptions: text }, codes }: MemoContext): string[] {
  const { cashFactor, terminatedFactor, dividendShare, dividendMonth, reorganisationMonths } = assumptions.conditions;
  const list = knownConditions.map((condition) => `${codes.debtorCondition[condition]} ${formatStatedRate(cashFactor[condition])}`).join(text.listJoin);
  return [
    fill(text.conditionValue, { list, terminated: formatStatedRate(terminatedFactor) }),
    dividendShare === null ? text.noDividendValue : fill(text.dividendValue, { share: formatStatedRate(dividendShare), month: dividendMonth }),
    fill(text.stayValue, { months: reorganisationMonths }),
  ];
}

function costsLines({ memo, words: { assumptions: text } }: MemoContext): string[] {
  const { costs } = memo.assumptions;
  return [
    fill(text.servicerValue, {
      cash: formatStatedRate(costs.servicerRateCash),
      guarantor: formatStatedRate(costs.servicerRateGuarantor),
      collateral: formatStatedRate(costs.servicerRateCollateral),
      counsel: formatStatedRate(costs.counselRateCollateral),
    }),
    ...costs.fileCostBands.map(({ claimUpToYuan, fileCostYuan }) =>
      fill(text.fileBandValue, { upTo: formatNumber(claimUpToYuan), file: formatNumber(fileCostYuan) }),
    ),
    costs.incentiveRate === 0
      ? text.noIncentive
      : fill(text.incentiveValue, { from: formatStatedRate(costs.incentiveFromShare), rate: formatStatedRate(costs.incentiveRate) }),
    fill(text.fileValue, { file: formatNumber(costs.fileCostYuan), overhead: formatNumber(costs.overheadYuanPerMonth), months: costs.overheadMonths }),
  ];
}

/** What a group assumes, a line for each thing that moves the price. */
const linesOf: Record<AssumptionGroup, (context: MemoContext) => string[]> = {
  hurdleRate: ({ memo: { assumptions }, words: { assumptions: text } }) => [
    fill(text.hurdleValue, { rate: formatRate(assumptions.hurdleRate) }),
    fill(text.horizonValue, { months: assumptions.horizonMonths }),
  ],
  closing: ({ memo: { assumptions }, words: { assumptions: text } }) => {
    const { closingMonth, dealCostYuan, dealCostRate } = assumptions.closing;
    return [fill(text.closingValue, { month: closingMonth, cost: formatNumber(dealCostYuan), rate: formatRate(dealCostRate) })];
  },
  collateral: collateralLines,
  saleTaxes: ({ memo: { assumptions }, words: { assumptions: text } }) =>
    assumptions.saleTaxes.length === 0
      ? [text.noSaleTaxesValue]
      : assumptions.saleTaxes.map(({ from, saleVat, landVat, stampDuty }) => {
          const ratesOf = (table: typeof saleVat) => Object.values(table).flatMap((rates) => Object.values(rates));
          const [vat, land] = [ratesOf(saleVat), ratesOf(landVat)];
          return fill(text.saleTaxesValue, {
            from: formatDate(from),
            vatLow: formatStatedRate(Math.min(...vat)),
            vatHigh: formatStatedRate(Math.max(...vat)),
            landLow: formatStatedRate(Math.min(...land)),
            landHigh: formatStatedRate(Math.max(...land)),
            stamp: formatStatedRate(stampDuty),
          });
        }),
  priorities: ({ memo: { assumptions }, words: { assumptions: text } }) => {
    const { waitingMonths, propertyFeeRate, propertyFeeMonths, surplusShare, ...shares } = assumptions.priorities;
    return [
      fill(text.prioritiesValue, {
        land: formatStatedRate(shares.landPremiumShare),
        buyers: formatStatedRate(shares.homebuyerShare),
        taxes: formatStatedRate(shares.taxArrearsShare),
        wages: formatStatedRate(shares.wageShare),
        rivals: formatStatedRate(shares.seizureRivalShare),
      }),
      fill(text.waitingValue, { months: waitingMonths }),
      fill(text.propertyFeeValue, { rate: formatStatedRate(propertyFeeRate), months: propertyFeeMonths }),
      fill(text.surplusValue, { share: formatStatedRate(surplusShare) }),
    ];
  },
  guarantors: ({ memo: { assumptions }, words: { assumptions: text } }) => {
    const { probability, recoveryRate, firstMonth, windowMonths, unnamedCount } = assumptions.guarantors;
    return [
      fill(text.guarantorValue, { probability: formatStatedRate(probability), rate: formatStatedRate(recoveryRate), month: firstMonth, months: windowMonths }),
      fill(text.unnamedValue, { count: unnamedCount }),
    ];
  },
  courtDelays: ({ memo: { assumptions }, words: { assumptions: text } }) =>
    assumptions.courtDelays.length === 0
      ? [text.noCourtDelay]
      : assumptions.courtDelays.map(({ court, months }) => fill(text.courtDelayValue, { court, months })),
  validity: ({ memo: { assumptions }, words: { assumptions: text } }) =>
    validitySwitches.map((check) => text[`${check}${assumptions.validity[check] ? "On" : "Off"}`]),
  timing: ({ memo: { assumptions }, words: { assumptions: text }, codes }) =>
    litigationStages.map((stage) => fill(text.timingValue, { stage: codes.litigationStage[stage], months: assumptions.timing[stage].monthsToFirstRound })),
  curves: curvesLines,
  agedCurves: agedCurvesLines,
  interest: ({ memo: { assumptions }, words: { assumptions: text } }) => {
    const { admitted, countsDelay, delayRatePerDay, accruesToSale, accrualRate, capsPrincipalAlone } = assumptions.interest;
    return [
      admitted === "principal" ? text.principalOnly : text.interestToCutOff,
      countsDelay ? fill(text.delayOn, { rate: formatStatedRate(delayRatePerDay) }) : text.delayOff,
      ...(accruesToSale ? [fill(text.interestToSale, { rate: formatStatedRate(accrualRate) })] : []),
      capsPrincipalAlone ? text.maximumOfPrincipal : text.maximumOfAll,
    ];
  },
  conditions: conditionsLines,
  exits: ({ memo: { assumptions }, words: { assumptions: text } }) => [
    assumptions.exits.mode === "mix" ? text.exitsMixed : text.exitsBest,
    ...exitKinds.map((kind) => {
      const { probability, share, month } = assumptions.exits[kind];
      return fill(kind === "settlement" ? text.settlementValue : text.resaleValue, {
        probability: formatStatedRate(probability),
        share: formatStatedRate(share),
        month,
      });
    }),
  ],
  suits: ({ memo: { assumptions }, words: { assumptions: text } }) => [
    assumptions.suits.onlyWhereWorthwhile ? fill(text.suitsOn, { share: formatStatedRate(assumptions.suits.cashShare) }) : text.suitsOff,
  ],
  courtFees: courtFeesLines,
  payment: paymentLines,
  transition: transitionLines,
  leverage: leverageLines,
  simulation: ({ memo: { assumptions }, words: { assumptions: text } }) => {
    const { paths, seed, eventLoading } = assumptions.simulation;
    const loadings = Object.values(eventLoading);
    return [
      fill(text.simulationValue, {
        paths: formatNumber(paths),
        seed,
        low: formatStatedRate(Math.min(...loadings)),
        high: formatStatedRate(Math.max(...loadings)),
      }),
    ];
  },
  costs: costsLines,
};

/** The set that the run started from; a run of an earlier version doesn't say. */
function setBlocks({ memo: { assumptionSet, language }, words: { assumptions: text } }: MemoContext): MemoBlock[] {
  if (assumptionSet === null) return [];
  const { nameZh, nameEn, asOf, isEdited } = assumptionSet;
  const values = { name: language === "zh" ? nameZh : nameEn, asOf: formatDate(asOf) };
  return [noteBlock("assumption-set", fill(isEdited ? text.setEdited : text.setAsItStands, values))];
}

export function assumptionsBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words } = context;
  const text = words.assumptions;
  return [
    sectionBlock("assumptions-heading", text.heading),
    ...setBlocks(context),
    tableBlock(
      "assumptions",
      [
        { label: text.name, width: 12 },
        { label: text.value, width: 34 },
        { label: text.source, width: 40 },
        { label: `${text.basis} · ${text.asOf}`, width: 14 },
      ],
      assumptionGroups.map((group) => {
        const source = memo.sources[group];
        const isOfFile = areOfFile(source.evidence, memo.assumptions[group]);
        const sourceText = memo.language === "zh" ? source.sourceZh : source.sourceEn;
        return {
          cells: [
            text[group],
            <ul key="values" className="memo-lines">
              {linesOf[group](context).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>,
            source.evidence === undefined || isOfFile ? sourceText : fill(text.changedSince, { source: sourceText }),
            <ul key="basis" className="memo-lines">
              <li className={source.sourced || isOfFile ? "memo-mark" : "memo-mark memo-mark-judgement"}>
                {isOfFile ? text.ownRecords : source.sourced ? text.sourced : text.judgement}
              </li>
              <li>{formatDate(source.asOf)}</li>
              {isStale(source.asOf, memo.run.createdAt) ? (
                <li className="memo-mark memo-mark-judgement">{fill(words.value.age.lamp, { months: staleAfterMonths })}</li>
              ) : null}
            </ul>,
          ],
        };
      }),
    ),
  ];
}
