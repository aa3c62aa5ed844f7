import type { AssumptionSources } from "../../shared/domain/assumptions.ts";
import { type Segment, segments } from "../../shared/domain/codes.ts";
import { formatNumber, formatRate } from "../../shared/format.ts";
import type { CalibratedCurve } from "../engine/calibration/calibrated-curves.ts";
import type { KeptReading } from "./kept-reading.ts";
import { segmentWord } from "./segment-words.ts";

type Source = AssumptionSources["curves"];
interface SourcedTerms {
  readonly sources: AssumptionSources;
  readonly assumptions: { readonly horizonMonths: number };
}

/** Source of calibrated curves (曲线来源): the file with its hash and day, n, rates, what is measured and what stays an assumption. */
export function curvesSource(reading: KeptReading, curves: readonly CalibratedCurve[], { sources, assumptions: { horizonMonths } }: SourcedTerms): Source {
  const { loans, balanceYuan, rate, standardError, isDated, months } = reading.calibration;
  const said = { n: formatNumber(loans), balance: formatNumber(balanceYuan, 2), rate: formatRate(rate) };
  const [errorZh, errorEn] = standardError === null ? ["", ""] : [`（标准误 ${formatRate(standardError)}）`, ` (standard error ${formatRate(standardError)})`];
  const stated = curves.filter(({ after }) => after.monthlyShares !== undefined).map(({ segment }) => segment);
  const [statedZh, statedEn] = [timingOf("zh", stated, curves.length), timingOf("en", stated, curves.length)];
  const timingZh = isDated
    ? `回收有日期：取得后第 1 至 ${months} 月的逐月份额实测（只计观察满该月的贷款），${statedZh}，此后按拟合的逐月系数外推`
    : `文件仅有回收总额、无日期：全部回收置于 ${horizonMonths} 个月测算期内，滞后与逐月系数未经校准，仍为假设`;
  const timingEn = isDated
    ? `Receipts are dated: monthly shares of months 1 to ${months} of age are measured on the loans watched through each; ${statedEn}, and the curve runs on by the fitted monthly factor`
    : `The file has totals without dates: all receipts are placed within the horizon of ${horizonMonths} months; lag and monthly factor are not calibrated and remain an assumption`;
  const { others, old } = leftOut(curves, sources.curves, reading);
  return {
    sourceZh: `自有回收数据：${fileZh(reading)}，已结贷款 ${said.n} 笔，余额 ${said.balance} 元，回收率 ${said.rate}${errorZh}，以文件所列余额为基数；各分层按可信度 Z = τ²/(τ²+SE²) 向整体收缩（${ratesZh(curves)}）。${timingZh}${others ? `。其余分层：${old.sourceZh}` : ""}`,
    sourceEn: `Own recoveries: ${fileEn(reading)}; ${said.n} closed loans, balance ${said.balance} yuan, rate ${said.rate}${errorEn} on the balance that the file states; segments shrunk towards the pool by Z = τ²/(τ²+SE²) (${ratesEn(curves)}). ${timingEn}${others ? `. Other segments: ${old.sourceEn}` : ""}`,
    asOf: reading.readOn,
    // Levels alone are measured where timing is not; and what is left of the old source keeps its own doubt.
    sourced: isDated && (!others || old.sourced),
  };
}

/** Which curves state the months as measured, and which a lag and a factor fitted to them. */
function timingOf(language: "zh" | "en", stated: readonly Segment[], count: number): string {
  const words = stated.map((segment) => segmentWord(segment, language)).join(language === "zh" ? "、" : ", ");
  const fitted = { zh: "曲线的滞后与逐月系数据此拟合", en: "lag and monthly factor are fitted to them" }[language];
  const asMeasured = { zh: "曲线按实测逐月份额列明", en: "curves state the months as measured" }[language];
  if (stated.length === 0) return fitted;
  if (stated.length === count) return asMeasured;
  return language === "zh" ? `${words}${asMeasured}，其余${fitted}` : `${asMeasured} (${words}), for the others ${fitted}`;
}

/** Curves by days past due are not measured: they keep their relation to their segment's. */
export function agedSource(reading: KeptReading, curves: readonly CalibratedCurve[], { sources }: SourcedTerms): Source {
  const scaled = curves.filter(({ agedCurves }) => agedCurves.length > 0);
  const [zh, en] = (["zh", "en"] as const).map((language) => scaled.map(({ segment }) => segmentWord(segment, language)).join(language === "zh" ? "、" : ", "));
  return {
    sourceZh: `${zh}：随分层曲线按自有回收数据同比调整（${fileZh(reading)}），各档之间的关系未经校准。原来源：${before(sources.agedCurves, "zh", reading.sha256)}`,
    sourceEn: `${en}: moved with the segment's curve by own recoveries (${fileEn(reading)}); how ages relate to each other is not calibrated. Source before: ${before(sources.agedCurves, "en", reading.sha256)}`,
    asOf: reading.readOn,
    sourced: false,
  };
}

const fileZh = ({ fileName, sha256, readOn }: KeptReading) => `《${fileName}》（SHA-256 ${sha256}，${readOn} 读取）`;
const fileEn = ({ fileName, sha256, readOn }: KeptReading) => `“${fileName}” (SHA-256 ${sha256}, read on ${readOn})`;

const ratesZh = (curves: readonly CalibratedCurve[]) =>
  curves
    .map(({ segment, rate, loans, cut }) => {
      const capped = cut > 0 ? `，曲线合计以 100% 为限，截去 ${formatRate(cut)}` : "";
      return `${segmentWord(segment, "zh")} ${formatRate(rate)}，${formatNumber(loans)} 笔${capped}`;
    })
    .join("；");
const ratesEn = (curves: readonly CalibratedCurve[]) =>
  curves
    .map(({ segment, rate, loans, cut }) => {
      const capped = cut > 0 ? `, curve capped at 100%, ${formatRate(cut)} cut off` : "";
      return `${segmentWord(segment, "en")} ${formatRate(rate)}, ${formatNumber(loans)} loans${capped}`;
    })
    .join("; ");

/** Whether segments keep their curves, and the source of those. */
function leftOut(curves: readonly CalibratedCurve[], source: Source, { sha256 }: KeptReading): { others: boolean; old: Source } {
  const written = new Set<Segment>(curves.map(({ segment }) => segment));
  const old = { ...source, sourceZh: before(source, "zh", sha256), sourceEn: before(source, "en", sha256) };
  return { others: segments.some((segment) => !written.has(segment)), old };
}

/** What a source was before: where the same file is used again, what its first use found, so that the text does not pile up. */
function before({ sourceZh, sourceEn, evidence }: Source, language: "zh" | "en", sha256: string): string {
  const text = language === "zh" ? sourceZh : sourceEn;
  if (evidence?.sha256 !== sha256) return text;
  const from = Math.max(...marks[language].map((mark) => text.indexOf(mark) + (text.includes(mark) ? mark.length : 0)));
  return from > 0 ? text.slice(from) : text;
}

/** Words before the source that a calibration found. */
const marks = { zh: ["其余分层：", "原来源："], en: ["Other segments: ", "Source before: "] } as const;
