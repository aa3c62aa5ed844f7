import { mappingOfCall } from "../../../main/command/call-mapping.ts";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import { fileWith } from "./hostile-files.ts";
import { type ParsedTape, parseTape } from "./whole-tape.ts";

/** Reads a text list as the command line does, with amounts in yuan. */
export async function readText(lines: readonly string[], sign = ",", end = "\n"): Promise<ParsedTape> {
  const path = fileWith(lines.map((line) => line.replaceAll(",", sign)).join(end), ".csv");
  const mapping = mappingOfCall(await inspectTape({ path }), { unit: "yuan", cutOffDate: null });
  return parseTape({ path, mapping }, () => {});
}
