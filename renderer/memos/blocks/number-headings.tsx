import type { Language } from "../../../shared/domain/codes.ts";
import { headingBlock, type MemoBlock } from "./memo-blocks.tsx";

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 to 99 as a Chinese heading counts. */
export function chineseOrdinal(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits[ones] ?? "";
  return `${tens === 1 ? "" : digits[tens]}十${digits[ones]}`;
}

/** Sections counted in the order in which they stand, so that one left out leaves no gap. */
export function numberHeadings(blocks: readonly MemoBlock[], language: Language): MemoBlock[] {
  let number = 0;
  return blocks.map((block) => {
    if (block.kind !== "flow" || block.heading === undefined) return block;
    number += 1;
    return headingBlock(block.id, language === "zh" ? `${chineseOrdinal(number)}、${block.heading}` : `${number}. ${block.heading}`);
  });
}
