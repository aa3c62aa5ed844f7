import type { SameKeys } from "../flatten-texts.ts";
import type { dropZh } from "../zh/drop-zh.ts";

export const dropEn: SameKeys<typeof dropZh> = {
  register: "Let go to register a new deal with this tape",
  tape: "Let go to choose this as the deal’s tape",
  hasTape: "This deal has its tape; to replace it, undo the import first",
  elsewhere: "Drag a tape onto the deals register (a new deal) or onto a deal’s Loan tape screen (its tape)",
  dealFrom: "Once saved, {{fileName}} is this deal’s tape. What follows was read in it: please check.",
  unit: "Unit of the tape’s amounts",
  unitOpen: "To be confirmed in the tape",
  unitLikely: "The file states no unit; its numbers look like {{unit}}. Choose it once you have checked",
};
