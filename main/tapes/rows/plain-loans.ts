import type { AmountField, TapeField } from "../../../shared/domain/tape-fields.ts";
import { powerOfUnit } from "../../../shared/domain/tape-units.ts";
import { plainDay, plainFen, plainIdentifier, plainName } from "../bytes/plain-cells.ts";
import type { PlainLines } from "../bytes/plain-lines.ts";
import { isClaimTotal } from "../cells/claim-total.ts";
import type { DateSystem, RawCell } from "../files/raw-sheet.ts";
import { isSurelyContract } from "../header/classify-row.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { isDitto } from "../shape/ditto-fill.ts";
import { ByteMemo } from "./cell-memo.ts";
import { PlainRecord, type SlotValue } from "./plain-record.ts";
import { statesItems } from "./read-collateral-row.ts";
import { type FieldOfList, isNames } from "./read-fields.ts";
import { blankLoan, fieldsOfLoans, tellsMore } from "./read-loan-row.ts";
import { RowReader } from "./row-cells.ts";

/** How the cells of a column are read at first; what isn't of that form is read as a text. */
type Form = "contract" | "identifier" | "name" | "amount" | "day" | "text";

interface PlainField {
  readonly one: FieldOfList;
  readonly form: Form;
  /** Of an amount's unit; null where each cell states its own. */
  readonly power: number | null;
  /** Null for forms that repeat no texts. */
  readonly memo: ByteMemo<SlotValue> | null;
}

/** Contract numbers of at least so many signs with at most two letters in a row are no label (header/row-labels.ts). */
const leastContract = 8;
const mostLetters = 2;
/** Tried so often before lines are given up. */
const fewestTried = 4096;

const forms: Partial<Record<FieldOfList["record"]["kind"], Form>> = { identifier: "identifier", amount: "amount", date: "day" };

function formOf({ field, record }: FieldOfList): Form {
  if (field === "contractNo") return "contract";
  return field === "debtorName" ? "name" : (forms[record.kind] ?? "text");
}

/** Whether the lines of such a list can be read one by one by what stands in them: a list of loans whose every field has one column. */
function isPlainList(plan: SheetPlan): boolean {
  if (plan.role !== "loans" || plan.unitColumn !== null || !plan.columns.has("contractNo")) return false;
  if (statesItems(plan)) return false;
  return [...plan.columns.values()].every(({ length }) => length === 1) && fieldsOfLoans(plan) !== null;
}

/**
 * Reads loans from plain lines. A line is read only where nothing in it needs a word: a record with a contract, no mark that
 * stands for a cell above, no cell that is a problem, no two cells that contradict. All others are read cell by cell.
 */
export class PlainLoans {
  readonly record: PlainRecord;
  readonly #plan: SheetPlan;
  readonly #dateSystem: DateSystem;
  readonly #fields: readonly PlainField[];
  readonly #slots: ReadonlyMap<TapeField, number>;
  readonly #cutOff: number | null;
  readonly #amountSlots: readonly number[];
  readonly #fen: (number | null)[] = [];
  #tried = 0;
  #taken = 0;

  static of(plan: SheetPlan, dateSystem: DateSystem, cutOffDate: string | null): PlainLoans | null {
    return isPlainList(plan) ? new PlainLoans(plan, dateSystem, cutOffDate) : null;
  }

  private constructor(plan: SheetPlan, dateSystem: DateSystem, cutOffDate: string | null) {
    this.#plan = plan;
    this.#dateSystem = dateSystem;
    this.#fields = (fieldsOfLoans(plan) ?? []).map((one) => {
      const form = formOf(one);
      const unit = plan.columns.get(one.field)?.[0]?.unit ?? null;
      return { one, form, power: unit === null ? null : powerOfUnit(unit), memo: form === "text" ? new ByteMemo() : null };
    });
    this.#slots = new Map(this.#fields.map(({ one }, slot) => [one.field, slot]));
    this.record = new PlainRecord(
      this.#fields.map(({ one }) => one.property),
      blankLoan,
    );
    this.record.sheet = plan.name;
    this.#amountSlots = plan.amounts.map((field) => this.slotOf(field));
    this.#cutOff = cutOffDate === null ? null : Number(cutOffDate.replaceAll("-", ""));
  }

  /** The slot of a field; −1 where the list has none. */
  slotOf(field: TapeField): number {
    return this.#slots.get(field) ?? -1;
  }

  /** Whether so many of the lines were read that it was worth trying. */
  get isWorthIt(): boolean {
    return this.#tried < fewestTried || 2 * this.#taken > this.#tried;
  }

  /** Amounts of the record in the order of the plan's. */
  get fen(): readonly (number | null)[] {
    for (const [at, slot] of this.#amountSlots.entries()) this.#fen[at] = this.record.numberAt(slot);
    return this.#fen;
  }

  /** Fills the record with a line; false where the line must be read cell by cell. */
  read(lines: PlainLines, line: number): boolean {
    this.#tried += 1;
    const isRead = this.#readLine(lines, line) && this.#agrees();
    if (isRead) this.#taken += 1;
    return isRead;
  }

  #readLine({ bytes, width, firstRow, starts, ends }: PlainLines, line: number): boolean {
    const { record } = this;
    record.bytes = bytes;
    record.rowNumber = firstRow + line;
    for (let slot = 0; slot < this.#fields.length; slot += 1) {
      const field = this.#fields[slot];
      if (field === undefined) return false;
      const { index } = field.one;
      const from = starts[line * width + index] ?? 0;
      if (index >= width || !this.#readCell(slot, field, bytes, from, ends[line * width + index] ?? from)) return false;
    }
    return true;
  }

  #readCell(slot: number, field: PlainField, bytes: Buffer, from: number, to: number): boolean {
    const { record } = this;
    const { one, form, memo, power } = field;
    if (from === to) {
      record.setNothing(slot);
      return one.record.rejects?.when(null) !== true;
    }
    switch (form) {
      case "contract":
        record.setBytes(slot, from, to, to - from);
        return isPlainContract(bytes, from, to);
      case "amount": {
        const fen = power === null ? -1 : plainFen(bytes, from, to, power);
        if (fen < 0) break;
        record.setNumber(slot, fen);
        return true;
      }
      case "day": {
        const day = plainDay(bytes, from, to);
        if (day < 0) break;
        record.setBytes(slot, from, to, to - from);
        return this.#isDayOf(one.field, day);
      }
      case "identifier":
        if (plainIdentifier(bytes, from, to) < 0) break;
        record.setBytes(slot, from, to, to - from);
        return true;
      case "name": {
        const signs = plainName(bytes, from, to);
        if (signs < 0) break;
        record.setBytes(slot, from, to, signs);
        return true;
      }
      case "text": {
        const known = memo?.get(bytes, from, to);
        if (known === undefined) break;
        record.setValue(slot, known);
        return true;
      }
    }
    return this.#readText(slot, field, bytes, from, to);
  }

  /** Whether nothing is to be said of a day beside that of the list. */
  #isDayOf(field: TapeField, day: number): boolean {
    if (this.#cutOff === null) return true;
    if (field === "cutOffDate") return day === this.#cutOff;
    return day <= this.#cutOff || (field !== "drawdownDate" && field !== "overdueDate");
  }

  /** Reads a cell as the general reading does; false where that has a word to say of it. */
  #readText(slot: number, { one, form, memo }: PlainField, bytes: Buffer, from: number, to: number): boolean {
    const text = bytes.toString("utf8", from, to);
    if ((form !== "amount" && isDitto(text)) || tellsMore(one.field, text)) return false;
    const cells: RawCell[] = [];
    cells[one.index] = text;
    const reader = new RowReader({ rowNumber: this.record.rowNumber, cells }, this.#plan, this.#dateSystem);
    const value = one.read(reader);
    if (reader.problems.length > 0) return false;
    if (!isNames(value) && one.record.rejects?.when(value) === true) return false;
    // A day that was spelled otherwise is held against the cut-off date there.
    if (form === "day" && value !== null) return false;
    memo?.set(bytes, from, to, value);
    this.record.setValue(slot, value);
    return true;
  }

  /** What fields say only together, as readLoanRow notes it. */
  #agrees(): boolean {
    const claimTotalFen = this.amount("claimTotal");
    const amounts = { principalFen: this.amount("principal") ?? 0, interestFen: this.amount("interest"), feesFen: this.amount("fees") };
    if (claimTotalFen !== null && this.#slots.has("interest") && !isClaimTotal(claimTotalFen, amounts)) return false;
    const [name, id] = [this.slotOf("debtorName"), this.slotOf("debtorId")];
    const isNamed = this.#isFilled(name) || this.#isFilled(id);
    if (!isNamed && (name >= 0 || id >= 0)) return false;
    return !this.#isFilled(this.slotOf("guaranteeCap"));
  }

  #isFilled(slot: number): boolean {
    return slot >= 0 && this.record.kinds[slot] !== 0;
  }

  amount(field: AmountField): number | null {
    const slot = this.slotOf(field);
    return slot < 0 ? null : this.record.numberAt(slot);
  }
}

function isPlainContract(bytes: Buffer, from: number, to: number): boolean {
  const letters = plainIdentifier(bytes, from, to);
  if (letters < 0) return false;
  const isSure = to - from >= leastContract && letters <= mostLetters && !bytes.subarray(from, to).includes(0x2f);
  return isSure || isSurelyContract(bytes.toString("utf8", from, to));
}
