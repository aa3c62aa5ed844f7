import { create } from "zustand";
import { type AppInfo, firstSettings, type Settings, unitOfKind } from "../../shared/contract/app-channels.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { type JobEvent, jobEventSchema } from "../../shared/contract/job-events.ts";
import type { EditStack } from "../../shared/contract/journal-channels.ts";
import type { Language } from "../../shared/domain/codes.ts";
import { showDecimals } from "../../shared/format.ts";
import { call } from "./desk-client.ts";
import { i18n } from "./i18n.ts";
import { type ScreenName, screenNow } from "./routes.ts";

/** A step that the notice offers to undo. */
interface UndoOffer {
  readonly stack: EditStack;
  readonly stepId: number;
}

/** An edit that a screen made, maybe in what another screen shows. */
interface MadeEdit extends UndoOffer {
  readonly screen: ScreenName;
}

export interface Notice {
  readonly number: number;
  readonly text: string;
  /** A file that was saved. */
  readonly fileToken: string | null;
  readonly undo: UndoOffer | null;
}

interface Session {
  readonly settings: Settings;
  readonly info: AppInfo | null;
  /** The deal whose steps the navigation shows; stays while other screens are visited. */
  readonly openDeal: Deal | null;
  /** Jobs that run now, by id. */
  readonly jobs: Readonly<Record<string, JobEvent>>;
  readonly error: unknown;
  /** What is said of the cells that are selected; null while fewer than two are. */
  readonly selection: string | null;
  /** Numbered, so that the next one is shown for its whole time even where it reads the same. */
  readonly notice: Notice | null;
  /** The last edit that was made from a dialog or a command; its stack need not be that of the screen. */
  readonly madeEdit: MadeEdit | null;
}

export const useSession = create<Session>()(() => ({
  settings: { ...firstSettings, language: "zh" },
  info: null,
  openDeal: null,
  jobs: {},
  error: null,
  notice: null,
  selection: null,
  madeEdit: null,
}));

export const useSettings = () => useSession((state) => state.settings);
export const useLanguage = () => useSession((state) => state.settings.language);
export const useMoneyUnit = () => useSession((state) => state.settings.moneyUnit);

/** Shows a failure at the foot of the window, whatever screen is open. */
export function showError(error: unknown): void {
  useSession.setState({ error });
}

/** Says at the foot of the window what the selected cells come to. */
export function saySelection(selection: string | null): void {
  useSession.setState({ selection });
}

let notices = 0;

/** Shows a short confirmation, e.g. "Memo saved", and for a saved file the ways to it. */
export function showNotice(text: string, fileToken: string | null = null, undo: UndoOffer | null = null): void {
  notices += 1;
  useSession.setState({ notice: { number: notices, text, fileToken, undo } });
}

/** Notes the edit that was just made on a stack, so that the screen's undo takes it back even where the stack is another screen's. */
export async function rememberEdit(stack: EditStack): Promise<UndoOffer | null> {
  const { undo } = await call("journal.next", { stack });
  const offer = undo === null ? null : { stack, stepId: undo.stepId };
  useSession.setState({ madeEdit: offer === null ? null : { ...offer, screen: screenNow() } });
  return offer;
}

/** Confirms an edit, and offers to undo it. */
export async function showUndoable(text: string, stack: EditStack): Promise<void> {
  showNotice(text, null, await rememberEdit(stack));
}

/** Opens a deal, in the unit that the desk chose for its kind. */
export function setOpenDeal(openDeal: Deal | null): void {
  const { openDeal: before, settings } = useSession.getState();
  useSession.setState({ openDeal });
  if (openDeal === null || openDeal.id === before?.id) return;
  const unit = settings[unitOfKind[openDeal.kind]];
  if (unit !== "unchanged" && unit !== settings.moneyUnit) void updateSettings({ moneyUnit: unit });
}

function applySettings(settings: Settings): void {
  showDecimals(settings.decimals === "standard" ? null : Number(settings.decimals));
  useSession.setState({ settings });
  document.documentElement.lang = settings.language === "zh" ? "zh-CN" : "en";
  void i18n.changeLanguage(settings.language);
}

/** Before a desk is open: nothing is stored. */
export function speakHere(language: Language): void {
  applySettings({ ...useSession.getState().settings, language });
}

/** Applies at once, then saves; a failed save is shown and the stored settings come back. */
export async function updateSettings(change: Partial<Settings>): Promise<void> {
  const before = useSession.getState().settings;
  applySettings({ ...before, ...change });
  try {
    applySettings(await call("settings.update", change));
  } catch (error) {
    applySettings(before);
    showError(error);
  }
}

function receiveJob(event: unknown): void {
  const parsed = jobEventSchema.safeParse(event);
  if (!parsed.success) return;
  const { [parsed.data.jobId]: _previous, ...others } = useSession.getState().jobs;
  useSession.setState({ jobs: parsed.data.state === "running" ? { ...others, [parsed.data.jobId]: parsed.data } : others });
}

/** Reads settings and build facts and listens to jobs; answers the way to stop listening. */
export async function startSession(): Promise<() => void> {
  const stop = window.desk.onJob(receiveJob);
  try {
    applySettings(await call("settings.get"));
    useSession.setState({ info: await call("app.info") });
  } catch (error) {
    showError(error);
  }
  return stop;
}
