import type { BuiltInWords, KeptLayout, OwnWord, UnknownWord } from "../../shared/contract/dictionary-channels.ts";
import type { MappingOfLastTime } from "../../shared/contract/tape-channels.ts";
import { mostTaughtWords, type TaughtWord } from "../../shared/domain/seller-words.ts";
import { codeFields } from "../../shared/domain/tape-fields.ts";
import type { TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { codeParser, codeWord } from "../tapes/cells/parse-code.ts";
import { TaughtCodes } from "../tapes/cells/taught-codes.ts";
import { builtInWords } from "./built-in-words.ts";
import {
  countWords,
  keptLayoutOf,
  listLayouts,
  listWords,
  readUnknownWords,
  removeLayout,
  removeWord,
  type StoredLayout,
  writeLayout,
  writeWord,
} from "./dictionary-queries.ts";
import { fingerprintOf, isAlike, layoutLikeness, layoutOf, mappedAsBefore } from "./seller-layout.ts";

export interface DictionaryService {
  words(): Promise<OwnWord[]>;
  teach(word: TaughtWord): Promise<OwnWord>;
  forget(id: number): Promise<void>;
  builtIn(): readonly BuiltInWords[];
  unknownWords(tapeId: number): Promise<UnknownWord[]>;
  layouts(): Promise<KeptLayout[]>;
  forgetLayout(id: number): Promise<void>;
  /** How lists like these of the same seller were mapped the last time; null where none was. */
  recall(seller: string, inspection: TapeInspection): Promise<MappingOfLastTime | null>;
  /** Keeps how a seller's lists were mapped. */
  remember(file: { readonly seller: string; readonly fileName: string; readonly inspection: TapeInspection; readonly mapping: TapeMapping }): Promise<void>;
}

interface DictionaryServiceParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
}

const sameSeller = (one: string, other: string) => one.normalize("NFKC").trim().toLowerCase() === other.normalize("NFKC").trim().toLowerCase();

/** The seller's layout that is most like the file; of equals the last used. Another seller's heads may mean something else. */
function bestLayout(layouts: readonly StoredLayout[], seller: string, inspection: TapeInspection): StoredLayout | null {
  const own = layouts.filter((layout) => sameSeller(layout.seller, seller));
  const rated = own.map((layout) => ({ layout, share: layoutLikeness(inspection, layout.sheets) })).filter(({ share }) => isAlike(share));
  return rated.sort((one, other) => other.share - one.share)[0]?.layout ?? null;
}

/** What a taught word is read as without being taught; null where it is no word of the reader's own. */
function builtInCodeOf({ field, word }: TaughtWord): string | null {
  const parsed = codeParser(field)(word);
  return parsed.kind === "code" ? parsed.code : null;
}

/** What the desk knows of sellers: their words for codes, and how their lists were mapped. */
export function createDictionaryService({ db, now, author }: DictionaryServiceParts): DictionaryService {
  const { kysely } = db;
  return {
    words: async () => (await listWords(kysely)).map((word) => ({ ...word, builtInCode: builtInCodeOf(word) })),
    teach: async (taught) => {
      const key = codeWord(taught.word);
      // What stands for "not stated", or says nothing, can't stand for a code.
      if (key === null || !/[\p{L}\p{N}]/u.test(key)) throw new DeskError("dictionary.noWord", { word: taught.word });
      // Asked before: it reads by the connection that the transaction holds.
      const by = await author();
      const taughtAt = now();
      return kysely.transaction().execute(async (trx) => {
        const { id } = await writeWord(trx, { ...taught, key, by, now: taughtAt });
        if ((await countWords(trx)) > mostTaughtWords) throw new DeskError("dictionary.tooMany", { most: mostTaughtWords });
        return { ...taught, id, taughtBy: by, taughtAt, builtInCode: builtInCodeOf(taught) };
      });
    },
    forget: (id) => removeWord(kysely, id),
    builtIn: () => builtInWords,
    unknownWords: async (tapeId) => {
      const taught = new TaughtCodes(await listWords(kysely));
      const rows = await readUnknownWords(kysely, tapeId);
      return rows.flatMap(({ field: name, word, rows: count }) => {
        const field = codeFields.find((one) => one === name);
        return field === undefined || codeWord(word) === null ? [] : [{ field, word, rows: count, taughtCode: taught.codeOf(field, word) ?? null }];
      });
    },
    layouts: async () => (await listLayouts(kysely)).map(keptLayoutOf),
    forgetLayout: (id) => removeLayout(kysely, id),
    recall: async (seller, inspection) => {
      const layout = bestLayout(await listLayouts(kysely), seller, inspection);
      if (layout === null) return null;
      const { sheets, differences } = mappedAsBefore(inspection, layout.sheets);
      return { seller: layout.seller, fileName: layout.fileName, usedAt: layout.usedAt, currency: layout.currency, sheets, differences: [...differences] };
    },
    remember: async ({ seller, fileName, inspection, mapping }) => {
      const sheets = layoutOf(inspection, mapping);
      if (sheets.length === 0) return;
      await writeLayout(kysely, { seller, fingerprint: fingerprintOf(sheets), sheets, currency: mapping.currency ?? null, fileName, now: now() });
    },
  };
}
