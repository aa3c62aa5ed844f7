import type { Memo } from "../../../shared/domain/memo.ts";
import { noValue, printedMoney } from "../../../shared/format.ts";
import { approvalEn } from "../../../shared/locales/en/approval-en.ts";
import { bidRemarkEn } from "../../../shared/locales/en/bid-remark-en.ts";
import { bridgeEn } from "../../../shared/locales/en/bridge-en.ts";
import { codesEn } from "../../../shared/locales/en/codes-en.ts";
import { companyEn } from "../../../shared/locales/en/company-en.ts";
import { type MemoWords, memoEn } from "../../../shared/locales/en/memo-en.ts";
import { qualityEn } from "../../../shared/locales/en/quality-en.ts";
import { tapeEn } from "../../../shared/locales/en/tape-en.ts";
import { fieldCodesEn, tapeFieldsEn } from "../../../shared/locales/en/tape-fields-en.ts";
import { flattenTexts, type SameKeys } from "../../../shared/locales/flatten-texts.ts";
import { approvalZh } from "../../../shared/locales/zh/approval-zh.ts";
import { bidRemarkZh } from "../../../shared/locales/zh/bid-remark-zh.ts";
import { bridgeZh } from "../../../shared/locales/zh/bridge-zh.ts";
import { codesZh } from "../../../shared/locales/zh/codes-zh.ts";
import { companyZh } from "../../../shared/locales/zh/company-zh.ts";
import { memoZh } from "../../../shared/locales/zh/memo-zh.ts";
import { qualityZh } from "../../../shared/locales/zh/quality-zh.ts";
import { type FieldCodeTexts, fieldCodesZh, tapeFieldsZh } from "../../../shared/locales/zh/tape-fields-zh.ts";
import { tapeZh } from "../../../shared/locales/zh/tape-zh.ts";
import { maskedPerson } from "../../../shared/masked-identifier.ts";

/** What every section of the memo needs: the data, the words of its language, those for code values and money in its unit. */
export interface MemoContext {
  readonly memo: Memo;
  readonly words: MemoWords;
  readonly codes: SameKeys<typeof codesZh> & FieldCodeTexts;
  /** The screen's word for a field, finding or outcome of the tape. */
  readonly tapeWord: (kind: "field" | "code" | "outcome", name: string | null, missing: string) => string;
  readonly money: (fen: number | null) => string;
  /** Money of a price; where there is none above zero, the word for that. */
  readonly price: (fen: number) => string;
  /** Whose name it is, masked where it is a person's and the memo masks them. */
  readonly personName: (name: string) => string;
  readonly bidRemark: SameKeys<typeof bidRemarkZh>;
  readonly approvalWords: SameKeys<typeof approvalZh.approvals>;
  readonly bridgeWords: SameKeys<typeof bridgeZh.bridge>;
  readonly companyWords: SameKeys<typeof companyZh>;
  readonly exceptionKinds: SameKeys<typeof qualityZh.quality.is>;
}

const languageTexts = {
  zh: {
    exceptionKinds: qualityZh.quality.is,
    approvalWords: approvalZh.approvals,
    companyWords: companyZh,
    bridgeWords: bridgeZh.bridge,
    bidRemark: bidRemarkZh,
    words: memoZh,
    codes: { ...codesZh, ...fieldCodesZh },
    tape: flattenTexts({ tape: tapeFieldsZh, ...tapeZh }),
  },
  en: {
    exceptionKinds: qualityEn.quality.is,
    approvalWords: approvalEn.approvals,
    companyWords: companyEn,
    bridgeWords: bridgeEn.bridge,
    bidRemark: bidRemarkEn,
    words: memoEn,
    codes: { ...codesEn, ...fieldCodesEn },
    tape: flattenTexts({ tape: tapeFieldsEn, ...tapeEn }),
  },
} as const;

export function createMemoContext(memo: Memo): MemoContext {
  const { words, codes, tape, bidRemark, exceptionKinds, bridgeWords, approvalWords, companyWords } = languageTexts[memo.language];
  return {
    memo,
    words,
    codes,
    tapeWord: (kind, name, missing) => (name === null ? missing : (tape[`tape.${kind}.${name}`] ?? name)),
    money: (fen) => printedMoney(fen, memo.moneyUnit),
    price: (fen) => (fen === 0 ? bidRemark.none : printedMoney(fen, memo.moneyUnit)),
    personName: (name) => (memo.form.masksPersons ? maskedPerson(name) : name),
    bidRemark,
    exceptionKinds,
    bridgeWords,
    approvalWords,
    companyWords,
  };
}

/** Puts values into the `{{name}}` places of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? noValue));
}

/** The word for a stored code; a code that this version doesn't know is printed as it stands. */
export function wordOf(list: Readonly<Record<string, string>>, code: string | null, missing: string): string {
  return code === null || code === "" ? missing : (list[code] ?? code);
}
