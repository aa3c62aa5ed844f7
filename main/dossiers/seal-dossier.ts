import { createHash } from "node:crypto";
import type { DossierManifest } from "../../shared/domain/dossier.ts";
import { manifestName } from "./container/read-container.ts";
import { contentPieces, type GivenPart, writeContainer } from "./container/write-container.ts";

/** JSON as people read it too. */
export const jsonPart = (name: string, value: unknown): GivenPart => ({ name, content: new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`) });

async function sealed(part: GivenPart): Promise<DossierManifest["parts"][number]> {
  const sum = createHash("sha256");
  let bytes = 0;
  for await (const piece of contentPieces(part)) {
    sum.update(piece);
    bytes += piece.length;
  }
  return { name: part.name, bytes, sha256: sum.digest("hex") };
}

/** Writes a dossier: the manifest first, then every part that it hashes, in its order. Answers the manifest's own hash. */
export async function sealDossier(file: string, said: Omit<DossierManifest, "parts" | "format" | "form">, parts: readonly GivenPart[]): Promise<string> {
  const listed: DossierManifest["parts"] = [];
  for (const part of parts) listed.push(await sealed(part));
  const manifest: DossierManifest = { format: "amc-deal-dossier", form: 1, ...said, parts: listed };
  const first = jsonPart(manifestName, manifest);
  await writeContainer(file, [first, ...parts]);
  return (await sealed(first)).sha256;
}
