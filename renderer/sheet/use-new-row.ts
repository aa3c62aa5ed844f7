import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChannelOutput } from "../../shared/contract/contract.ts";
import type { DraftForm } from "../../shared/contract/draft-channels.ts";
import type { SheetRefusal } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import { call } from "../desk/desk-client.ts";
import { useKeptDraft } from "../desk/kept-draft.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import type { Entered } from "../ui/fields/unread.ts";
import { cellRefusal } from "./cell-refusal.ts";
import { newRowFields } from "./new-row-fields.ts";
import { sheetLookNow } from "./sheet-store.ts";

type Stored = Pick<ChannelOutput<"sheet.startByHand">, "refused" | "rowId">;
type Texts = Partial<Record<TapeField, string>>;

/** Where a row that is being typed is kept. */
export const newRowForms = { loan: "newLoan", collateral: "newItem", guarantor: "newGuarantor" } as const satisfies Record<SheetList, DraftForm>;

interface NewRowParts {
  readonly dealId: number;
  readonly list: SheetList;
  readonly form: DraftForm;
  /** What stands in it to begin with. */
  readonly first?: Texts;
  readonly cutOffDate?: string | null;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** What was kept of a row, as far as it can still be read. */
function keptRow(content: unknown): { readonly texts: Texts; readonly day: Entered<string> } {
  const { texts, day } = (content ?? {}) as { readonly texts?: object; readonly day?: unknown };
  const unread: unknown = (day as { readonly unread?: unknown } | null | undefined)?.unread;
  return {
    texts: Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => isText(text))) as Texts, // keys that are no fields are never asked for
    day: isText(unread) ? { unread } : isText(day) ? day : null,
  };
}

/**
 * A row that is being typed: stored as a whole, or not at all with a reason beside each field that is refused; kept until it is
 * stored or given up.
 */
export function useNewRow({ dealId, list, form, first = {}, cutOffDate = null }: NewRowParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const [texts, setTexts] = useState(first);
  const [day, setDay] = useState<Entered<string>>(cutOffDate);
  const [refused, setRefused] = useState<Texts>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const cells = newRowFields[list].flatMap((field) => ((texts[field] ?? "").trim() === "" ? [] : [{ field, text: texts[field] ?? "" }]));
  const isDirty = day !== cutOffDate || Object.entries(texts).some(([field, text]) => (text ?? "") !== (first[field as TapeField] ?? "")); // keys are fields
  const kept = useKeptDraft({
    place: { form, dealId, recordId: null },
    value: { texts, day },
    isDirty,
    restore: (content) => {
      const left = keptRow(content);
      setTexts(left.texts);
      setDay(left.day);
    },
  });
  const refuse = (refusals: readonly SheetRefusal[]) => setRefused(Object.fromEntries(refusals.map((refusal) => [refusal.field, cellRefusal(refusal, t)])));
  const store = async (run: () => Promise<Stored>): Promise<number | null> => {
    setBusy(true);
    setError(undefined);
    try {
      const { refused: refusals, rowId } = await run();
      refuse(refusals);
      if (rowId !== null) kept.drop();
      return rowId;
    } catch (failure) {
      setError(failure);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return {
    texts,
    day,
    setDay,
    isDirty,
    keptAt: kept.keptAt,
    drop: kept.drop,
    refused,
    busy,
    error,
    type: (field: TapeField, text: string) => {
      setTexts({ ...texts, [field]: text });
      setRefused({ ...refused, [field]: undefined });
    },
    /** The id of the row, null where it isn't there. */
    add: () =>
      store(async () => {
        const { why } = sheetLookNow(dealId);
        const loanId = list === "loan" ? null : await loanOf(dealId, texts.contractNo ?? "");
        if (list !== "loan" && loanId === null) return noSuchLoan(texts.contractNo ?? "");
        const { refused: refusals, rowIds } = await call("sheet.addRows", { dealId, list, rows: [{ loanId, cells }], unit, why });
        return { refused: refusals, rowId: rowIds[0] ?? null };
      }),
    /** The id of the loan with which the deal has a package now, null where it has none. */
    start: (on: string | null) => store(() => call("sheet.startByHand", { dealId, cells, unit, cutOffDate: on })),
  };
}
export type NewRowState = ReturnType<typeof useNewRow>;

const noSuchLoan = (word: string): Stored => ({ rowId: null, refused: [{ rowId: 0, field: "contractNo", code: "sheet.refusal.noSuchContract", word }] });

/** The loan under a contract number; null where there is none. */
async function loanOf(dealId: number, contractNo: string): Promise<number | null> {
  if (contractNo.trim() === "") return null;
  const view = { filters: [{ field: "contractNo" as const, kind: "is" as const, value: contractNo.trim() }], sort: null, search: "" };
  const { rows } = await call("sheet.rows", { dealId, list: "loan", view, offset: 0, limit: 1 });
  return rows[0]?.rowId ?? null;
}
