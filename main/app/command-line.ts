/** Switches of our own. */
const ownSwitches = ["demo", "lang", "desk", "version", "help"];
const deskSwitch = "--desk=";
/** Switches of Chromium that weaken nothing a user relies on. `no-sandbox` is for the super-user only, to whom Chromium gives no sandbox. */
const harmlessSwitches = ["ozone-platform", "ozone-platform-hint", "disable-gpu", "force-device-scale-factor", "high-dpi-support", "force-color-profile"];
/** What a packed app must never be started with is everything else: debugging ports, host rules, script flags. */
const testSwitches = ["inspect", "inspect-brk", "remote-debugging-port", "user-data-dir"];

export interface StartSwitches {
  readonly isDemo: boolean;
  /** What is to be said instead of opening a desk. */
  readonly told: "version" | "help" | null;
  /** The folder of another desk; null where none is named. */
  readonly desk: string | null;
  /** The first switch that is not allowed, null where all are. */
  readonly refused: string | null;
}

export function readSwitches(
  argv: readonly string[],
  host: { readonly isPackaged: boolean; readonly isSuperUser: boolean; readonly isTestBuild: boolean },
): StartSwitches {
  const allowed = new Set([...ownSwitches, ...harmlessSwitches, ...(host.isSuperUser ? ["no-sandbox"] : []), ...(host.isTestBuild ? testSwitches : [])]);
  const names = argv.filter((argument) => argument.startsWith("-") && argument !== "-").map((argument) => argument.replace(/^-+/, "").split("=")[0] ?? "");
  const told = (["version", "help"] as const).find((name) => names.includes(name)) ?? null;
  const desk = argv.find((argument) => argument.startsWith(deskSwitch))?.slice(deskSwitch.length) ?? "";
  return {
    isDemo: names.includes("demo"),
    told,
    desk: desk === "" ? null : desk,
    refused: host.isPackaged ? (names.find((name) => !allowed.has(name)) ?? null) : null,
  };
}
