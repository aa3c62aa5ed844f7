import { basename } from "node:path";
import type { SavedTwin } from "../../shared/contract/twin-channels.ts";
import { headText, type TrailHead } from "../../shared/domain/audit.ts";
import type { Language } from "../../shared/domain/codes.ts";
import { flatTexts } from "../../shared/locales/texts.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DealService } from "../deals/deal-service.ts";
import { fileNameOf } from "../files/file-name.ts";
import { assertFileWritable, replaceAtomically } from "../files/write-atomically.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import type { RunService } from "../runs/run-service.ts";
import { consecutiveIds } from "../tapes/loan-ids.ts";
import type { TwinInput, twinTasks, WrittenTwin } from "./twin-tasks.ts";

interface TwinRequest {
  readonly fileName: readonly string[];
  readonly language: Language;
}

export interface TwinService {
  /** Writes the deal's latest pricing. Null where the user cancels. */
  saveDeal(dealId: number, request: TwinRequest): Promise<SavedTwin | null>;
  /** Writes a saved run to a path that the app itself chose. */
  writeRun(runId: number, language: Language, file: string): Promise<void>;
  /** Writes a saved run. Null where the user cancels. */
  saveRun(runId: number, request: TwinRequest): Promise<SavedTwin | null>;
}

interface TwinServiceParts {
  readonly db: DeskDatabase;
  /** Where the trail stands: the proof names it, so that a trail which was cut or built anew shows. */
  readonly trailHead: () => Promise<TrailHead | null>;
  readonly jobs: Pick<JobRunner<typeof twinTasks>, "run">;
  readonly deals: Pick<DealService, "get">;
  readonly pricing: Pick<PricingService, "latest">;
  readonly runs: Pick<RunService, "frozenPackage">;
  /** Asks where to write; null where the user cancels. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  /** Lets the page open a file that was saved, by a token. */
  readonly admit: (path: string) => { readonly fileToken: string };
}

/** The Excel twin (复核表): a pricing as a workbook of formulas that proves itself against the app. */
export function createTwinService({ db, trailHead, jobs, deals, pricing, runs, chooseFile, admit }: TwinServiceParts): TwinService {
  const write = async (input: Omit<TwinInput, "desk" | "file">, file: string): Promise<WrittenTwin> => {
    const head = await trailHead();
    const text = flatTexts[input.language]["twin.proof.trail"] ?? "";
    const origin = head === null ? input.origin : `${input.origin}${text.replace("{{head}}", headText(head))}`;
    return jobs.run("twinWorkbook", { ...input, origin, desk: db.forWorkers, file }, { kind: "writeTwin" });
  };
  const ofRun = async (runId: number, language: Language): Promise<Omit<TwinInput, "desk" | "file">> => {
    const { run, input, firstLoanId, output } = await runs.frozenPackage(runId);
    const { name } = await deals.get(run.dealId);
    const text = flatTexts[language]["twin.proof.origin_run"] ?? "";
    const origin = text.replace("{{name}}", run.name).replace("{{hash}}", run.runHash);
    return { ...input, ids: consecutiveIds(firstLoanId, input.columns.loanCount), output, language, dealName: name, origin };
  };
  const save = async ({ fileName }: TwinRequest, input: () => Promise<Omit<TwinInput, "desk" | "file">>): Promise<SavedTwin | null> => {
    const given = await input();
    const file = await chooseFile(fileNameOf(fileName, "xlsx"));
    if (file === null) return null;
    await assertFileWritable(file);
    let written: WrittenTwin | null = null;
    await replaceAtomically(file, async (temporary) => {
      written = await write(given, temporary);
    });
    return written === null ? null : { ...(written as WrittenTwin), fileName: basename(file), fileToken: admit(file).fileToken };
  };
  return {
    saveDeal: (dealId, request) =>
      save(request, async () => {
        const { loaded, terms, output } = await pricing.latest(dealId);
        const { columns, debtorCount, cutOffDate, ids } = loaded;
        const { name } = await deals.get(dealId);
        const origin = flatTexts[request.language]["twin.proof.origin_pricing"] ?? "";
        return { columns, debtorCount, cutOffDate, ids, ...terms, output, language: request.language, dealName: name, origin };
      }),
    saveRun: (runId, request) => save(request, () => ofRun(runId, request.language)),
    writeRun: async (runId, language, file) => {
      await write(await ofRun(runId, language), file);
    },
  };
}
