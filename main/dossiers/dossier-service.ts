import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import type { SavedDossier } from "../../shared/contract/dossier-channels.ts";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import type { TrailEvent } from "../../shared/domain/audit.ts";
import { dossierEnding } from "../../shared/domain/dossier.ts";
import { caseNamed } from "../../shared/domain/pricing-results.ts";
import { formatDate } from "../../shared/format.ts";
import { DeskError } from "../../shared/result.ts";
import type { AssumptionService } from "../assumptions/assumption-service.ts";
import type { TrailService } from "../audit/trail-service.ts";
import type { DealService } from "../deals/deal-service.ts";
import { ENGINE_VERSION } from "../engine/price-package.ts";
import { fileNameOf } from "../files/file-name.ts";
import { assertFileWritable, replaceAtomically } from "../files/write-atomically.ts";
import type { MarketService } from "../market/market-service.ts";
import type { MemoService } from "../memos/memo-service.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import type { RunService } from "../runs/run-service.ts";
import type { TapeExportService } from "../tapes/own/own-export-service.ts";
import type { TapeService } from "../tapes/tape-service.ts";
import type { TwinService } from "../twins/twin-service.ts";
import type { GivenPart } from "./container/write-container.ts";
import { lookAtDossier, replayDossier, runParts } from "./look-at-dossier.ts";
import { jsonPart, sealDossier } from "./seal-dossier.ts";

type DossierRequest = ChannelInput<"dossiers.save">;

export interface DossierService {
  /** Seals a deal with its saved runs. Null where the user cancels. */
  save(request: DossierRequest): Promise<SavedDossier | null>;
  choose(): Promise<{ readonly fileToken: string; readonly fileName: string } | null>;
  look(fileToken: string): Promise<ChannelOutput<"dossiers.look">>;
  replay(fileToken: string): Promise<ChannelOutput<"dossiers.replay">>;
}

/** Where dossiers come from and go to. */
export interface DossierFiles {
  /** Asks where to write; null where the user cancels. */
  chooseSave(suggestedName: string): Promise<string | null>;
  /** Asks for one; null where the user cancels. */
  chooseOpen(): Promise<{ readonly fileToken: string; readonly fileName: string } | null>;
  /** Fails with `file.notFound` for a token that was never given out. */
  pathOf(fileToken: string): string;
}

interface DossierServiceParts {
  readonly files: DossierFiles;
  readonly now: () => string;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
  readonly deals: Pick<DealService, "get">;
  readonly assumptions: Pick<AssumptionService, "model">;
  readonly runs: Pick<RunService, "list" | "sealed" | "runForMemo">;
  readonly tapes: Pick<TapeService, "tapeOf">;
  readonly tapeExports: Pick<TapeExportService, "write">;
  readonly memos: Pick<MemoService, "writePdf">;
  readonly twins: Pick<TwinService, "writeRun">;
  readonly market: Pick<MarketService, "deals" | "averages">;
  readonly trail: Pick<TrailService, "head" | "list">;
  readonly pricing: Pick<PricingService, "reprice">;
  /** Lets the page open a file that was saved, by a token. */
  readonly admit: (path: string) => { readonly fileToken: string };
}

const eventsPerRead = 500;

/** Dossiers: a deal in one sealed file, for whoever looks at it on another desk. */
export function createDossierService(parts: DossierServiceParts): DossierService {
  const { files, now, author, deals, runs, tapes, trail, pricing, admit } = parts;

  const actionsOf = async (dealId: number): Promise<TrailEvent[]> => {
    const events: TrailEvent[] = [];
    for (;;) {
      const page = await trail.list({ dealId, personId: null, area: null }, { offset: events.length, limit: eventsPerRead });
      events.push(...page.events);
      if (page.events.length < eventsPerRead) return events;
    }
  };

  const runPartsOf = async (run: PricingRun, at: number) => {
    const folder = `runs/${at + 1}`;
    const { statement, inputs, results } = await runs.sealed(run.id);
    const [statementName, inputsName, resultsName] = runParts;
    const { record } = await runs.runForMemo(run.id);
    const maxBidOf = (name: "low" | "base" | "high") => caseNamed(run.result.cases, name).maxBidFen;
    const { name, createdAt, savedBy, engineVersion, inputsHash, contentHash, runHash } = run;
    return {
      line: {
        folder,
        name,
        createdAt,
        savedBy,
        engineVersion,
        inputsHash,
        contentHash,
        runHash,
        seed: record?.analyses?.simulation?.seed ?? null,
        bidPriceFen: run.result.bidPriceFen,
        maxBidFen: { low: maxBidOf("low"), base: maxBidOf("base"), high: maxBidOf("high") },
      },
      record,
      parts: [
        { name: `${folder}/${statementName}`, content: new TextEncoder().encode(statement) },
        { name: `${folder}/${inputsName}`, content: inputs },
        { name: `${folder}/${resultsName}`, content: results },
      ] satisfies GivenPart[],
    };
  };

  /** Everything that is sealed, the larger parts as files in `folder`. */
  const gather = async ({ dealId, language, moneyUnit }: DossierRequest, latest: PricingRun, folder: string): Promise<GivenPart[]> => {
    const memoOf = async (of: "zh" | "en"): Promise<GivenPart> => {
      const file = join(folder, `memo-${of}.pdf`);
      await parts.memos.writePdf({ runId: latest.id, language: of, moneyUnit }, file);
      return { name: `memo-${of}.pdf`, content: { file } };
    };
    const rows = join(folder, "rows.xlsx");
    await parts.tapeExports.write(dealId, language, { file: rows, format: "xlsx", unit: "yuan", head: null });
    const twin = join(folder, "twin.xlsx");
    await parts.twins.writeRun(latest.id, language, twin);
    return [
      { name: "tape/rows.xlsx", content: { file: rows } },
      jsonPart("model.json", await parts.assumptions.model(dealId)),
      jsonPart("market.json", { averages: await parts.market.averages(), deals: await parts.market.deals() }),
      jsonPart("actions.json", await actionsOf(dealId)),
      await memoOf("zh"),
      await memoOf("en"),
      { name: "twin.xlsx", content: { file: twin } },
    ];
  };

  const save = async (request: DossierRequest): Promise<SavedDossier | null> => {
    const { dealId } = request;
    const deal = await deals.get(dealId);
    const saved = await runs.list(dealId);
    const [latest] = saved;
    if (latest === undefined) throw new DeskError("dossier.noRun");
    const file = await files.chooseSave(fileNameOf([deal.name, formatDate(now())], dossierEnding));
    if (file === null) return null;
    await assertFileWritable(file);
    const folder = await mkdtemp(join(tmpdir(), "desk-dossier-"));
    try {
      const { tapeId } = await runs.runForMemo(latest.id);
      const tape = await tapes.tapeOf(tapeId);
      const sealed = [];
      for (const [at, run] of saved.entries()) sealed.push(await runPartsOf(run, at));
      const given = [
        jsonPart("deal.json", deal),
        jsonPart("tape/tape.json", tape),
        ...sealed.flatMap((run) => run.parts),
        ...(await gather(request, latest, folder)),
      ];
      const said = {
        madeAt: now(),
        madeBy: await author(),
        engineVersion: ENGINE_VERSION,
        deal: { name: deal.name, seller: deal.seller, kind: deal.kind, cutOffDate: deal.cutOffDate },
        tape: { fileName: tape.fileName, sha256: tape.fileSha256, loans: tape.loanCount },
        head: await trail.head(),
        runs: sealed.map(({ line }) => line),
      };
      let sha256 = "";
      await replaceAtomically(file, async (temporary) => {
        sha256 = await sealDossier(temporary, said, given);
      });
      return { fileName: basename(file), fileToken: admit(file).fileToken, parts: given.length, sha256 };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  return {
    save,
    choose: () => files.chooseOpen(),
    look: (fileToken) => lookAtDossier(files.pathOf(fileToken)),
    replay: async (fileToken) => (await replayDossier(files.pathOf(fileToken), (input) => pricing.reprice(input))).verdict,
  };
}
