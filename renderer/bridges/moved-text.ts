import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { formatMoney } from "../../shared/format.ts";

/** A move with its sign; a minus comes with the text of the amount. */
export const bridgeMoveText = (fen: number, unit: MoneyUnit): string => `${fen > 0 ? "+" : ""}${formatMoney(fen, unit)}`;
