import { readFile } from "node:fs/promises";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { programFeature } from "../../shared/contract/program-channels.ts";
import { DeskError } from "../../shared/result.ts";
import type { databaseTasks } from "../db/database-tasks.ts";
import type { DeskFile } from "../db/worker-connection.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { assertFreeFolder } from "./data-place.ts";

export interface ProgramPorts {
  readonly noticesFile: string;
  readonly desk: DeskFile;
  readonly jobs: Pick<JobRunner<typeof databaseTasks>, "run">;
  /** Asks for a folder; null where the user cancels. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly dataFolder: string;
  /** Both close everything and start again: on another desk, or after this one was moved. They return before it begins. */
  readonly openOther: (folder: string) => void;
  readonly moveTo: (folder: string) => void;
}

/** What any program offers about itself: its licences, a look over its file, where that lies. */
export const programHandlers = ({ noticesFile, desk, jobs, chooseFolder, dataFolder, openOther, moveTo }: ProgramPorts): HandlersOf<typeof programFeature> => ({
  "program.notices": async () => {
    const text = await readFile(noticesFile, "utf8").catch((cause: unknown) => {
      throw new DeskError("program.noticesMissing", {}, { cause });
    });
    return { text };
  },
  "program.checkDatabase": () => jobs.run("checkDatabase", desk, { kind: "checkDatabase" }),
  "program.openOther": async () => {
    const folder = await chooseFolder();
    if (folder !== null) openOther(folder);
    return folder !== null;
  },
  "program.moveData": async () => {
    const folder = await chooseFolder();
    if (folder === null) return false;
    assertFreeFolder(dataFolder, folder);
    moveTo(folder);
    return true;
  },
});
