import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { letterFeature } from "../../shared/contract/letter-channels.ts";
import type { LetterService } from "./letter-service.ts";

export const letterHandlers = (letters: LetterService): HandlersOf<typeof letterFeature> => ({
  "letters.saveGaps": ({ dealId, letter }) => letters.saveGaps(dealId, letter),
  "letters.exportGaps": ({ dealId, shown, annexes }) => letters.exportGaps(dealId, shown, annexes),
});
