import type { TFunction } from "i18next";
import type { VersionPair, VersionRow, VersionRowOf } from "../../shared/contract/version-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";

/** What tables of rows that are decided are told. */
export interface DecidedRowsProps {
  readonly dealId: number;
  readonly pair: VersionPair;
  /** Decisions are still to be made. */
  readonly isWaiting: boolean;
  readonly rows: readonly VersionRow[];
  readonly onDecide: () => void;
}

/** The rows of a list; a page of another one may still be on show while it is read. */
export const rowsOfKind = <Kind extends VersionRow["kind"]>(rows: readonly VersionRow[], kind: Kind): VersionRowOf<Kind>[] =>
  rows.filter((row): row is VersionRowOf<Kind> => row.kind === kind);

/** The list and the item or guarantor in which something changed. */
export const changedPlaceText = (t: TFunction, list: SheetList, part: string): string =>
  part === "" ? t(`versions.of.${list}`) : `${t(`versions.of.${list}`)} ${part}`;

export const fieldText = (t: TFunction, field: TapeField | null): string => (field === null ? t("versions.wholeRow") : t(`tape.field.${field}`));

/** An amount with its sign; a minus comes with the text. */
export const signedText = (text: string, value: number): string => (value > 0 ? `+${text}` : text);
