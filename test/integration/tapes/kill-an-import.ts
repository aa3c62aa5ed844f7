import { dirname } from "node:path";
import { corporateTape, openTestDesk, statedByUser, testDeal } from "../pricing/test-desk.ts";
import { longListRows, writeLongList } from "./long-list.ts";

/*
 * kill-an-import.ts STAGE
 *
 * A desk with one package that is killed, by its own hand, at a stage of the import of another; says where its database is.
 */
const stages = {
  beginning: (share: number) => share > 0 && share < 0.4,
  storing: (share: number) => share > 0.6 && share < 0.95,
} as const;
export type KilledAt = keyof typeof stages | "staged" | "undone";

const kill = () => process.kill(process.pid, "SIGKILL");
const stage = process.argv[2] as KilledAt;
const desk = openTestDesk();
process.stdout.write(desk.db.file);

async function importList(path: string) {
  const { id } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: sheet.unit ?? ("yuan" as const) }));
  return desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser, sheets } });
}

await importList(corporateTape);
desk.onJob(({ kind, state, progress }) => {
  if (kind !== "importTape") return;
  if (stage === "staged" ? state === "done" : stage !== "undone" && stages[stage](progress ?? 0)) kill();
});
// Long enough that rows are stored while others are still read.
const { id } = await importList(writeLongList(`${dirname(desk.db.file)}/long.csv`, 3 * longListRows));
if (stage === "undone") {
  await desk.tapes.undo(id);
  kill();
}
