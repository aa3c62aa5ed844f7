import log from "electron-log/node.js";

/** The only fields that a line may carry. None of them takes free text, so no debtor's name can land in the log. */
export interface LogFields {
  readonly code?: string | undefined;
  readonly channel?: string | undefined;
  readonly jobId?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly version?: string | number | undefined;
  readonly reason?: string | undefined;
  readonly dealId?: number | undefined;
  readonly tapeId?: number | undefined;
  readonly runId?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly count?: number | undefined;
  readonly cause?: unknown;
}

export interface DeskLog {
  readonly file: string;
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const textFields = ["code", "channel", "jobId", "kind", "state", "version", "reason"] as const;
const numberFields = ["dealId", "tapeId", "runId", "durationMs", "count"] as const;
/** Codes and versions; letters of other scripts, spaces and the digits of an account or identity number are no part of any. */
const plainText = /^(?!.*\d{7})[A-Za-z0-9._:-]{1,80}$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const frame = /^\s*at (?:(?:async |new )*((?!.*\d{7})[A-Za-z_$][\w$.]{0,79}) \()?(?:[^()\n]*[\\/])?([\w.-]+\.(?:ts|tsx|js|cjs|mjs)):(\d+)/;
const mostFrames = 12;
const mostBytes = 5 * 1024 * 1024;

/** An error's kind, code and places in the source; never its message, which may quote a tape. */
function shapeOf(cause: unknown): Record<string, unknown> | undefined {
  const text = cause instanceof Error ? (cause.stack ?? "") : typeof cause === "string" ? cause : null;
  if (text === null) return undefined;
  const name = cause instanceof Error ? cause.name : (/^(?:Uncaught )?(\w*(?:Error|Exception))\b/.exec(text)?.[1] ?? "unknown");
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  // The message may hold lines that look like places.
  const places = cause instanceof Error && cause.message !== "" ? text.replace(cause.message, "") : text;
  const frames = places
    .split("\n")
    .map((line) => frame.exec(line))
    .filter((found) => found !== null)
    .slice(0, mostFrames)
    .map(([, caller, file, line]) => `${caller ?? ""}@${file}:${line}`);
  return { name: plainText.test(name) ? name : "unknown", ...(code && plainText.test(code) ? { code } : {}), frames };
}

/** One line of the log as JSON: the event, and of the fields only what is allowed. */
export function logLine(event: string, fields: LogFields = {}): string {
  const line: Record<string, unknown> = { event: plainText.test(event) ? event : "unnamed" };
  for (const name of textFields) {
    const value = fields[name];
    if (value !== undefined) line[name] = plainText.test(String(value)) || uuid.test(String(value)) ? value : "withheld";
  }
  for (const name of numberFields) if (Number.isFinite(fields[name])) line[name] = fields[name];
  const cause = shapeOf(fields.cause);
  if (cause) line.cause = cause;
  return JSON.stringify(line);
}

export function createDeskLog(file: string): DeskLog {
  const logger = log.create({ logId: "desk" });
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = mostBytes;
  logger.transports.file.format = "{y}-{m}-{d}T{h}:{i}:{s}.{ms} {level} {text}";
  logger.transports.console.level = false;
  return {
    file,
    info: (event, fields) => logger.info(logLine(event, fields)),
    error: (event, fields) => logger.error(logLine(event, fields)),
  };
}
