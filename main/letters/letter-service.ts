import { basename } from "node:path";
import type { ChannelOutput } from "../../shared/contract/contract.ts";
import type { SavedList } from "../../shared/contract/export-channels.ts";
import type { GapAnnex, GapLetter } from "../../shared/contract/letter-channels.ts";
import type { FillRule } from "../../shared/domain/codes.ts";
import type { ExportTable, ShownTables } from "../../shared/domain/export-tables.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { carriesRule } from "../engine/sensitivity/package-medians.ts";
import type { ExportService } from "../exports/export-service.ts";
import { fileNameOf } from "../files/file-name.ts";
import { assertFileWritable, writeAtomically } from "../files/write-atomically.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import { idAt } from "../tapes/loan-ids.ts";
import { readContracts } from "./letter-queries.ts";
import type { AnnexLine, letterTasks } from "./letter-tasks.ts";

export interface LetterService {
  /** Null where the user cancels. */
  saveGaps(dealId: number, letter: GapLetter): Promise<ChannelOutput<"letters.saveGaps">>;
  /** Writes the gaps as the page shows them, with the contracts of each. Null where the user cancels. */
  exportGaps(dealId: number, shown: ShownTables, annexes: readonly GapAnnex[]): Promise<SavedList | null>;
}

interface LetterServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<typeof letterTasks>, "run">;
  readonly pricing: Pick<PricingService, "latest">;
  readonly exports: Pick<ExportService, "save">;
  /** Asks where to write; null where the user cancels. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  /** Lets the page open a file that was saved, by a token. */
  readonly admit: (path: string) => { readonly fileToken: string };
}

/** Letters to the seller that ask for what the tape leaves out. */
export function createLetterService({ db, jobs, pricing, exports, chooseFile, admit }: LetterServiceParts): LetterService {
  const annexOf = async ({ columns, ids }: LoadedPackage, rule: FillRule): Promise<AnnexLine[]> => {
    const carrying = Array.from(columns.fillMask.keys()).filter((loan) => carriesRule(columns, loan, rule));
    const contracts = await readContracts(
      db.kysely,
      carrying.map((loan) => idAt(ids, loan)),
    );
    return carrying.flatMap((loan) => {
      const contract = contracts.get(idAt(ids, loan));
      const { upb, interest, fees } = columns;
      const principalYuan = upb[loan] ?? 0;
      return contract === undefined ? [] : [{ ...contract, principalYuan, claimYuan: principalYuan + (interest[loan] ?? 0) + (fees[loan] ?? 0) }];
    });
  };
  return {
    exportGaps: async (dealId, shown, annexes) => {
      const { loaded } = await pricing.latest(dealId);
      const tables: ExportTable[] = [...shown.tables];
      for (const { rule, name, columns } of annexes) {
        const lines = await annexOf(loaded, rule);
        const rows = lines.map(({ contractNo, debtorName, principalYuan, claimYuan }) => [
          contractNo,
          debtorName,
          fenFromYuan(principalYuan),
          fenFromYuan(claimYuan),
        ]);
        tables.push({ name, columns, rows });
      }
      return exports.save({ ...shown, tables });
    },
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
