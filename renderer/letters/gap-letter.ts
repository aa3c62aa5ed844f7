import type { TFunction } from "i18next";
import type { GapLetter } from "../../shared/contract/letter-channels.ts";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { GapPriceTag } from "../../shared/domain/scenario-results.ts";
import { formatMoneyWithUnit, formatNumber } from "../../shared/format.ts";

interface LetterParts {
  readonly gaps: GapPriceTag;
  readonly dealName: string;
  readonly addressee: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly sender: string;
  readonly unit: MoneyUnit;
  readonly language: Language;
  /** Texts in the letter's language. */
  readonly t: TFunction;
}

/** The letter to the seller: whom it asks, for what, of how many contracts; the annexes name them. What each gap is worth is not for the seller. */
export function gapLetter({ gaps, dealName, addressee, day, sender, unit, language, t }: LetterParts): GapLetter {
  const asked = [
    ...gaps.tags.map(({ rule, loans, claimFen }) => ({ rule, loans, claimFen })),
    ...gaps.unpriced.map(({ rule, loans }) => ({ rule, loans, claimFen: null })),
  ];
  const lines = asked.map(({ rule, loans, claimFen }, index) => {
    const values = { number: index + 1, ask: t(`gaps.asks.${rule}`), loans: formatNumber(loans) };
    return claimFen === null
      ? t("gaps.letter.lineNoClaim", values)
      : t("gaps.letter.line", { ...values, claim: formatMoneyWithUnit(claimFen, unit, language) });
  });
  return {
    fileName: [dealName, t("gaps.letter.fileName"), day],
    sheets: { letter: t("gaps.letter.sheet"), annex: t("gaps.letter.annex") },
    paragraphs: [
      t("gaps.letter.to", { addressee: addressee || t("gaps.letter.seller") }),
      t("gaps.letter.subject", { deal: dealName }),
      t("gaps.letter.request"),
      ...lines,
      t("gaps.letter.closing"),
      ...(sender === "" ? [] : [sender]),
      day,
    ],
    heads: {
      number: t("gaps.letter.number"),
      contractNo: t("pricing.loans.contractNo"),
      debtorName: t("pricing.loans.debtorName"),
      principal: t("gaps.letter.principalYuan"),
      claim: t("gaps.letter.claimYuan"),
    },
    gaps: asked.map(({ rule }) => ({ rule, ask: t(`gaps.asks.${rule}`) })),
  };
}
