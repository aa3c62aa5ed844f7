import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { shanghaiDay } from "../../shared/domain/bid-dates.ts";
import { dealStages } from "../../shared/domain/codes.ts";
import type { Company } from "../../shared/domain/company.ts";
import type { PipelineDeal, Portfolio, PortfolioDue, PortfolioScope, WonDeal } from "../../shared/domain/portfolio.ts";
import type { CalendarService } from "../calendar/calendar-service.ts";
import type { CompanyService } from "../company/company-service.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DealService } from "../deals/deal-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JournalService } from "../journal/journal-service.ts";
import { concentrate } from "./concentrate.ts";
import { debtorMatches, exposures, groupParts, type Links } from "./debtor-matches.ts";
import { type HeldMoney, poolMoney } from "./pool-money.ts";
import { type ColumnSum, dropLink, listLinks, listWonSales, putLink, type WonSale } from "./portfolio-queries.ts";
import type { PortfolioSums, PortfolioTasks } from "./portfolio-tasks.ts";

export interface PortfolioService {
  get(scope: PortfolioScope): Promise<Portfolio>;
  match(key: string, isSame: boolean | null): Promise<void>;
}

interface PortfolioServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly jobs: Pick<JobRunner<PortfolioTasks>, "run">;
  readonly deals: Pick<DealService, "list">;
  readonly calendar: Pick<CalendarService, "list">;
  readonly company: Pick<CompanyService, "get">;
  readonly now: () => string;
}

/** How far ahead days are looked for. */
const daysAhead = 180;
const isAtWork = ({ status, archived }: Deal) => !archived && (status === "active" || status === "onHold");

/** The money of a deal's latest run at a price; its payments are shares of the price of the run. */
function moneyAt(deal: Deal, priceFen: number, sums: PortfolioSums): HeldMoney | null {
  const run = sums.money.find(({ dealId }) => dealId === deal.id);
  if (run === undefined || run.net === null || run.payments === null || run.priceFen === null || run.priceFen <= 0) return null;
  const scale = priceFen / run.priceFen;
  const payments = (JSON.parse(run.payments) as number[]).map((paid) => paid * scale); // written by the engine
  return { cutOffDate: deal.cutOffDate ?? shanghaiDay(Date.parse(deal.createdAt)), net: JSON.parse(run.net) as number[], payments };
}

function pipelineOf(deals: readonly Deal[], sums: PortfolioSums, dates: readonly BidDate[], { plan }: Company): PipelineDeal[] {
  return deals
    .filter(isAtWork)
    .map(({ id: dealId, name, seller, owner, stage, status }) => {
      const priceFen = sums.money.find((run) => run.dealId === dealId)?.priceFen ?? null;
      const weight = plan.stageWeights[dealStages.indexOf(stage)] ?? 1;
      const next = dates.find((date) => date.dealId === dealId && !date.isDone);
      const due = next === undefined ? null : { kind: next.kind, onDay: next.onDay, atTime: next.atTime };
      return { dealId, name, seller, owner, stage, status, due, priceFen, weight, weightedFen: priceFen === null ? null : Math.round(priceFen * weight) };
    })
    .toSorted((one, other) => (one.due?.onDay ?? "9999").localeCompare(other.due?.onDay ?? "9999") || one.dealId - other.dealId);
}

function holdingsOf(deals: readonly Deal[], won: readonly WonSale[], sums: PortfolioSums): { holdings: WonDeal[]; money: HeldMoney[] } {
  const known = won.flatMap((sale) => {
    const deal = deals.find(({ id }) => id === sale.dealId);
    return deal === undefined ? [] : [{ deal, sale, money: sale.priceFen === null ? null : moneyAt(deal, sale.priceFen, sums) }];
  });
  return {
    holdings: known.map(({ deal: { id, name, seller, archived }, sale, money }) => {
      const wonOn = shanghaiDay(Date.parse(sale.closedAt));
      return { dealId: id, name, seller, archived, wonOn, priceFen: sale.priceFen, plan: money === null ? null : poolMoney([money]) };
    }),
    money: known.flatMap(({ money }) => money ?? []),
  };
}

interface DueParts {
  readonly sums: PortfolioSums;
  readonly dates: readonly BidDate[];
  readonly company: Company;
  readonly names: ReadonlyMap<number, string>;
  readonly from: string;
  readonly until: string;
}

/** What falls due: dates of sales, claims and enforcement that lapse, instruments that mature. */
function dueOf({ sums, dates, company, names, from, until }: DueParts): PortfolioDue[] {
  const isNear = (day: string) => day >= from && day <= until;
  const lapsing = (["limitation", "enforcement"] as const).flatMap((kind) =>
    sums[kind].map(({ dealId, onDay, count, fen }) => ({ kind, onDay, name: names.get(dealId) ?? "", dealId, count, fen, dateKind: null })),
  );
  const sales = dates
    .filter(({ isDone, onDay }) => !isDone && isNear(onDay))
    .map(({ dealId, dealName: name, onDay, kind: dateKind }) => ({ kind: "sale" as const, onDay, name, dealId, count: 1, fen: null, dateKind }));
  const maturing = company.instruments.flatMap(({ name, kind, drawnFen, maturesOn }) =>
    kind === "capital" || maturesOn === null || !isNear(maturesOn)
      ? []
      : [{ kind: "maturity" as const, onDay: maturesOn, name, dealId: null, count: 1, fen: drawnFen, dateKind: null }],
  );
  return [...sales, ...lapsing, ...maturing].toSorted((one, other) => one.onDay.localeCompare(other.onDay) || one.name.localeCompare(other.name));
}

const byValue = (sums: readonly ColumnSum[]) => sums.map(({ dealId, value, fen }) => ({ dealId, key: value ?? "", name: value ?? "", fen }));

function concentrationOf(deals: readonly Deal[], sums: PortfolioSums, links: Links) {
  const sellers = deals.map(({ id: dealId, seller, package: tape }) => ({ dealId, key: seller, name: seller, fen: tape?.claimFen ?? 0 }));
  return [
    concentrate("debtor", exposures(sums.debtors, links)),
    concentrate("group", groupParts(sums.debtors, links)),
    concentrate("seller", sellers),
    concentrate("region", byValue(sums.regions)),
    concentrate("court", byValue(sums.courts)),
    concentrate("collateral", byValue(sums.collateral)),
  ];
}

/** All deals together (投资组合): what is at work, what is held, where it is concentrated, what falls due. */
export function createPortfolioService({ db, journal, jobs, deals: register, calendar, company, now }: PortfolioServiceParts): PortfolioService {
  const { kysely } = db;
  return {
    get: async (scope) => {
      const [open, archived, dates, known, won, links] = await Promise.all([
        register.list(false),
        register.list(true),
        calendar.list(),
        company.get(),
        listWonSales(kysely),
        listLinks(kysely),
      ]);
      const deals = [...open, ...archived];
      const held = new Set(won.map(({ dealId }) => dealId));
      const counted = deals.filter((deal) => held.has(deal.id) || (scope === "all" && isAtWork(deal)));
      const [from, until] = [now(), new Date(Date.parse(now()) + daysAhead * 86_400_000).toISOString()].map((time) => time.slice(0, 10)) as [string, string];
      const sums = await jobs.run("portfolioSums", { desk: db.forWorkers, dealIds: counted.map(({ id }) => id), from, until }, { kind: null });
      const said: Links = new Map(links.map(({ key, isSame }) => [key, isSame]));
      const names = new Map(deals.map(({ id, name }) => [id, name]));
      const { holdings, money } = holdingsOf(deals, won, sums);
      const pipeline = pipelineOf(deals, sums, dates, known);
      return {
        deals: open.length,
        pipeline,
        weightedFen: pipeline.reduce((sum, { weightedFen }) => sum + (weightedFen ?? 0), 0),
        holdings,
        held: poolMoney(money),
        concentration: concentrationOf(counted, sums, said),
        matches: debtorMatches(sums.debtors, names, said),
        due: dueOf({ sums, dates, company: known, names, from, until }),
        untilDay: until,
      };
    },
    match: (key, isSame) =>
      journal.edit({ stack: { area: "register" }, label: () => ({ kind: "debtorsMatched", name: key.slice(key.indexOf(":") + 1) }) }, async (edit) => {
        const link = (await listLinks(edit.trx)).find((one) => one.key === key);
        if (link !== undefined) await edit.touch("debtor_link", link.id);
        if (isSame !== null) {
          const id = await putLink(edit.trx, key, isSame);
          if (link === undefined) edit.made("debtor_link", id);
        } else if (link !== undefined) await dropLink(edit.trx, link.id);
      }),
  };
}
