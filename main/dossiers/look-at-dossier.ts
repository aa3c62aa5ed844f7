import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type Dossier, type DossierManifest, type DossierVerdict, dossierManifestSchema } from "../../shared/domain/dossier.ts";
import { DeskError } from "../../shared/result.ts";
import type { PackageInput, PricedPackage } from "../engine/price-package.ts";
import { replaySealed } from "../runs/sealed-run.ts";
import { manifestName, type OpenContainer, withContainer } from "./container/read-container.ts";

const mostManifestBytes = 1024 ** 2;
const mostRunBytes = 512 * 1024 ** 2;

async function readManifest(container: OpenContainer): Promise<{ readonly manifest: DossierManifest; readonly sha256: string }> {
  const part = container.parts[0];
  if (part === undefined || part.name !== manifestName) throw new DeskError("dossier.notDossier");
  const content = await container.read(part, mostManifestBytes);
  try {
    const manifest = dossierManifestSchema.parse(JSON.parse(content.toString("utf8")));
    return { manifest, sha256: createHash("sha256").update(content).digest("hex") };
  } catch (cause) {
    throw new DeskError("dossier.notDossier", {}, { cause });
  }
}

async function dossierIn(container: OpenContainer, fileName: string): Promise<Dossier> {
  const { manifest, sha256 } = await readManifest(container);
  const found = new Map(container.parts.slice(1).map((part) => [part.name, part]));
  const parts: Dossier["parts"] = [];
  for (const sealed of manifest.parts) {
    const part = found.get(sealed.name);
    found.delete(sealed.name);
    const isIntact = part !== undefined && part.size === sealed.bytes && (await container.hash(part)) === sealed.sha256;
    parts.push({ name: sealed.name, bytes: sealed.bytes, state: part === undefined ? "missing" : isIntact ? "intact" : "altered" });
  }
  for (const { name, size } of found.values()) parts.push({ name, bytes: size, state: "unlisted" });
  return { fileName, bytes: container.bytes, manifestSha256: sha256, manifest, parts };
}

/** What a dossier holds, each part held against its hash. Nothing of it is unpacked, and nothing goes into the desk. */
export const lookAtDossier = (file: string): Promise<Dossier> => withContainer(file, (container) => dossierIn(container, basename(file)));

type Reprice = (input: PackageInput) => Promise<PricedPackage> | PricedPackage;

/** Prices every run of a dossier again. */
export const replayDossier = (file: string, reprice: Reprice): Promise<{ readonly dossier: Dossier; readonly verdict: DossierVerdict }> =>
  withContainer(file, async (container) => {
    const dossier = await dossierIn(container, basename(file));
    const runs: DossierVerdict["runs"] = [];
    for (const { folder, name } of dossier.manifest.runs) {
      const parts = runParts.map((ending) => container.parts.find((part) => part.name === `${folder}/${ending}`));
      const read = async (part: (typeof parts)[number]) => (part === undefined ? null : container.read(part, mostRunBytes));
      const [statement, inputs, results] = await Promise.all(parts.map(read));
      const isThere = statement != null && inputs != null && results != null;
      const verdict = isThere ? await replaySealed({ statement: statement.toString("utf8"), inputs, results }, reprice) : ({ kind: "unreadable" } as const);
      runs.push({ name, verdict });
    }
    const isEqual = dossier.parts.every(({ state }) => state === "intact") && runs.every(({ verdict }) => verdict.kind === "equal");
    return { dossier, verdict: { isEqual, runs } };
  });

/** What a run consists of in a dossier. */
export const runParts = ["run.json", "inputs.bin", "results.bin"] as const;
