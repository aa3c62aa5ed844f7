import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const packageSchema = z.object({ testBuild: z.boolean().default(false) });

/**
 * Whether a packed app was packed for tests (`-c.extraMetadata.testBuild=true`): only that one lets a driver attach.
 * It is read from the package and not from the environment, which anyone who starts the app can set.
 */
export function isTestBuild(appPath: string): boolean {
  try {
    return packageSchema.parse(JSON.parse(readFileSync(join(appPath, "package.json"), "utf8"))).testBuild;
  } catch {
    return false;
  }
}
