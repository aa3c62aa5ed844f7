import { createHash } from "node:crypto";
import {
  type ComplianceRule,
  figureRules,
  type Headroom,
  type RuleAnswer,
  type RuleInput,
  type RuleJudgement,
  ruleSchema,
} from "../../shared/domain/compliance.ts";
import { DeskError } from "../../shared/result.ts";
import type { CompanyService } from "../company/company-service.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { seedOnce } from "../db/seed-once.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import { judgeRule } from "../engine/compliance/judge-rule.ts";
import type { JournalService } from "../journal/journal-service.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import { findAnswerId, insertRule, listAnswers, listRules, putAnswer, updateRule } from "./compliance-queries.ts";
import { bearingGap, bearingOf, ruleFiguresOf } from "./deal-bearing.ts";
import { type Judged, judgeByLoans, judged } from "./judge-loans.ts";
import { seededRules } from "./rule-pack.ts";

export interface ComplianceService {
  rules(): Promise<{ readonly rules: ComplianceRule[]; readonly packHash: string }>;
  saveRule(id: number, rule: RuleInput): Promise<ComplianceRule>;
  /** Limits on leverage and liquidity of the rules in force on a day. */
  limits(day: string): Promise<{ readonly maxLeverage: number | null; readonly minLiquidity: number | null }>;
  /** A price of null is the bid of the workbench. */
  headroom(dealId: number, priceFen: number | null): Promise<Headroom>;
  answer(dealId: number, code: string, answer: RuleAnswer): Promise<RuleAnswer>;
}

interface ComplianceServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly company: Pick<CompanyService, "get">;
  readonly pricing: Pick<PricingService, "latest">;
  readonly now: () => string;
}

const isInForce = ({ from, to }: ComplianceRule, day: string): boolean => (from === null || from <= day) && (to === null || day <= to);

/** The pack by its contents: the same rules have the same hash, whatever their rows are numbered. */
const hashOf = (rules: readonly ComplianceRule[]): string =>
  createHash("sha256")
    .update(canonicalJson(rules.map((rule) => ruleSchema.parse(rule)).toSorted((one, other) => (one.code < other.code ? -1 : 1))))
    .digest("hex");

/** The price that all rules allow, and the one that binds it. A rule that can't be told binds nothing and is never a pass. */
function bindingOf(verdicts: readonly RuleJudgement[]): Pick<Headroom, "largestFen" | "bindingCode"> {
  const broken = verdicts.find(({ isBrokenAnyway }) => isBrokenAnyway);
  if (broken !== undefined) return { largestFen: null, bindingCode: broken.code };
  const tightest = verdicts
    .flatMap(({ code, largestFen }) => (largestFen === null ? [] : [{ code, largestFen }]))
    .reduce<{ code: string; largestFen: number } | null>((least, one) => (least === null || one.largestFen < least.largestFen ? one : least), null);
  return { largestFen: tightest?.largestFen ?? null, bindingCode: tightest?.code ?? null };
}

/** May we, and up to what price (合规余量). */
export function createComplianceService({ db, journal, company, pricing, now }: ComplianceServiceParts): ComplianceService {
  const { kysely } = db;
  const seeded = seedOnce(kysely, "compliance.2025-07", now, async (trx) => {
    for (const rule of seededRules) await insertRule(trx, rule);
  });
  // Of the five red lines the pack named the buy-back within the first; a desk that has that pack gets it as one of its own.
  const completed = seedOnce(kysely, "compliance.2025-12", now, async (trx) => {
    const known = await listRules(trx);
    for (const rule of seededRules) if (rule.code === "redBuyBack" && !known.some(({ code }) => code === rule.code)) await insertRule(trx, rule);
  });
  const pack = async () => {
    await seeded();
    await completed();
    return listRules(kysely);
  };

  const headroom = async (dealId: number, asked: number | null): Promise<Headroom> => {
    const [rules, known, priced, deal, answers] = await Promise.all([
      pack(),
      company.get(),
      pricing.latest(dealId),
      getDeal(kysely, dealId),
      listAnswers(kysely, dealId),
    ]);
    const priceFen = asked ?? priced.output.result.bidPriceFen;
    const judgedOn = (deal.bidDeadline ?? now()).slice(0, 10);
    const figures = ruleFiguresOf(known);
    const terms = { seller: deal.seller, isFinancialNpl: deal.kind !== "other" };
    const bearing = bearingOf(priced, known, terms);
    const judge = (rule: ComplianceRule): Judged => {
      if (!isInForce(rule, judgedOn)) return judged("notInForce");
      const formula = figureRules.find((kind) => kind === rule.kind);
      if (formula === undefined) return judgeByLoans(rule, priced, priceFen, answers[rule.code]);
      if (rule.limit === null) return judged("cannotTell", "limit");
      const { missing, ...verdict } = judgeRule(formula, rule.limit, figures, bearing, priceFen);
      return { ...judged("cannotTell"), ...verdict, missing: missing.map((gap) => bearingGap(priced, known, terms, gap)) };
    };
    const verdicts = rules.map((rule) => ({ code: rule.code, ...judge(rule) }));
    const [latest] = known.quarters;
    return {
      priceFen,
      judgedOn,
      packHash: hashOf(rules),
      quarterEnd: latest?.quarterEnd ?? null,
      isConfirmed: latest?.isConfirmed ?? false,
      rules,
      verdicts,
      answers,
      ...bindingOf(verdicts),
    };
  };

  return {
    rules: async () => {
      const rules = await pack();
      return { rules, packHash: hashOf(rules) };
    },
    saveRule: (id, rule) =>
      journal.edit({ stack: { area: "company" }, label: () => ({ kind: "ruleEdited", name: rule.code }) }, async ({ trx, touch }) => {
        await touch("compliance_rule", id);
        const saved = await updateRule(trx, id, rule);
        if (saved === null) throw new DeskError("compliance.ruleNotFound", { code: rule.code });
        return saved;
      }),
    limits: async (day) => {
      const inForce = (await pack()).filter((rule) => isInForce(rule, day));
      const limitOf = (kind: ComplianceRule["kind"]) => inForce.find((rule) => rule.kind === kind)?.limit ?? null;
      return { maxLeverage: limitOf("leverage"), minLiquidity: limitOf("liquidity") };
    },
    headroom,
    answer: (dealId, code, answer) =>
      journal.edit({ stack: { area: "deal", dealId }, label: () => ({ kind: "ruleAnswered", name: code }) }, async (edit) => {
        await getOpenDeal(edit.trx, dealId);
        const before = await findAnswerId(edit.trx, dealId, code);
        if (before !== null) await edit.touch("compliance_answer", before);
        const id = await putAnswer(edit.trx, dealId, code, answer);
        if (before === null) edit.made("compliance_answer", id);
        return answer;
      }),
  };
}
