import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Backup } from "../../shared/domain/backup.ts";
import { isPlainFile } from "../db/database-header.ts";
import type { FileKey } from "../db/sqlite-file.ts";
import { idOfKey, readKeyFile } from "../keys/key-file.ts";
import { heldCounts, readingCopy, readNote } from "./backup-file.ts";

/** A backup with its place. */
export interface FoundBackup extends Backup {
  readonly file: string;
  readonly lastEvent: string | null;
}

interface Known {
  readonly stamp: string;
  readonly backup: FoundBackup;
}

const idOf = (file: string): string => createHash("sha256").update(file).digest("hex").slice(0, 16);

/** Lists the backups of folders. One of which nothing was written down is opened once to be counted, and remembered while its file stays as it is. */
export class FoundBackups {
  readonly #extension: string;
  readonly #stem: string;
  readonly #headVersion: number;
  readonly #options: FileKey;
  readonly #known = new Map<string, Known>();

  constructor(databaseFile: string, headVersion: number, options: FileKey = {}) {
    this.#extension = extname(databaseFile);
    this.#stem = basename(databaseFile, this.#extension);
    this.#headVersion = headVersion;
    this.#options = options;
  }

  /** The latest first; a folder that isn't there has none. */
  in(folders: readonly string[]): FoundBackup[] {
    const files = [...new Set(folders)].flatMap((folder) => this.#filesIn(folder));
    return files.map((file) => this.#look(file)).toSorted((one, other) => other.madeAt.localeCompare(one.madeAt) || other.fileName.localeCompare(one.fileName));
  }

  #filesIn(folder: string): string[] {
    try {
      const names = readdirSync(folder).filter((name) => name.startsWith(`${this.#stem}-`) && extname(name) === this.#extension);
      return names.map((name) => join(folder, name)).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
    } catch {
      return [];
    }
  }

  #look(file: string): FoundBackup {
    const { size, mtimeMs, mtime } = statSync(file);
    const note = readNote(file);
    const stamp = `${size} ${mtimeMs} ${note?.sha256 ?? ""}`;
    const known = this.#known.get(file);
    if (known?.stamp === stamp) return known.backup;
    const common = { id: idOf(file), file, fileName: basename(file), bytes: size };
    const held = note?.held ?? this.#count(file);
    const isEncrypted = !isPlainFile(file);
    const keyFile = isEncrypted ? readKeyFile(file) : null;
    const backup: FoundBackup = {
      ...common,
      kind: note?.kind ?? "upgrade",
      madeAt: note?.madeAt ?? mtime.toISOString(),
      held,
      isNoted: note !== null,
      isEncrypted,
      needsCode: keyFile !== null && (!this.#options.key || idOfKey(this.#options.key) !== keyFile.id),
      lastEvent: note?.lastEvent ?? null,
      state: held === null || (note !== null && note.bytes !== size) ? "unreadable" : held.schemaVersion > this.#headVersion ? "newer" : "usable",
    };
    this.#known.set(file, { stamp, backup });
    return backup;
  }

  #count(file: string) {
    try {
      return readingCopy(file, this.#options, heldCounts);
    } catch {
      return null;
    }
  }
}
