import { basename } from "node:path";
import type { ChannelOutput } from "../../shared/contract/contract.ts";
import type { GapLetter } from "../../shared/contract/letter-channels.ts";
import type { FillRule } from "../../shared/domain/codes.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { carriesRule } from "../engine/sensitivity/package-medians.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { fileNameOf } from "../memos/suggested-name.ts";
import { assertFileWritable, writeAtomically } from "../memos/write-atomically.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import { readContracts } from "./letter-queries.ts";
import type { AnnexLine, letterTasks } from "./letter-tasks.ts";

export interface LetterService {
  /** Null where the user cancels. */
  saveGaps(dealId: number, letter: GapLetter): Promise<ChannelOutput<"letters.saveGaps">>;
}

interface LetterServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<typeof letterTasks>, "run">;
  readonly pricing: Pick<PricingService, "latest">;
  /** Asks where to write; null where the user cancels. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  /** Lets the page open a file that was saved, by a token. */
  readonly admit: (path: string) => { readonly fileToken: string };
}

/** Letters to the seller that ask for what the tape leaves out. */
export function createLetterService({ db, jobs, pricing, chooseFile, admit }: LetterServiceParts): LetterService {
  const annexOf = async ({ columns, firstLoanId }: LoadedPackage, rule: FillRule): Promise<AnnexLine[]> => {
    const carrying = Array.from(columns.fillMask.keys()).filter((loan) => carriesRule(columns, loan, rule));
    const contracts = await readContracts(
      db.kysely,
      carrying.map((loan) => firstLoanId + loan),
    );
    return carrying.flatMap((loan) => {
      const contract = contracts.get(firstLoanId + loan);
      const { upb, interest, fees } = columns;
      const principalYuan = upb[loan] ?? 0;
      return contract === undefined ? [] : [{ ...contract, principalYuan, claimYuan: principalYuan + (interest[loan] ?? 0) + (fees[loan] ?? 0) }];
    });
  };
  return {
    saveGaps: async (dealId, letter) => {
      const { loaded } = await pricing.latest(dealId);
      const file = await chooseFile(fileNameOf(letter.fileName, "xlsx"));
      if (file === null) return null;
      await assertFileWritable(file);
      const annexes: AnnexLine[][] = [];
      for (const { rule } of letter.gaps) annexes.push(await annexOf(loaded, rule));
      await writeAtomically(file, await jobs.run("letterWorkbook", { letter, annexes }, { kind: "writeLetter" }));
      const contracts = annexes.reduce((sum, { length }) => sum + length, 0);
      return { fileName: basename(file), contracts, fileToken: admit(file).fileToken };
    },
  };
}
