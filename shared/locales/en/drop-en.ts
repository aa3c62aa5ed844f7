import type { SameKeys } from "../flatten-texts.ts";
import type { dropZh } from "../zh/drop-zh.ts";

export const dropEn: SameKeys<typeof dropZh> = {
  register: "Let go to register a new deal with this tape",
  tape: "Let go to choose this as the deal’s tape",
  registerIfTape: "Let go: if this is an Excel or CSV tape, a new deal is registered with it",
  tapeIfTape: "Let go: if this is an Excel or CSV tape, it is chosen as the deal’s tape",
  otherKind: "Only a tape in Excel or CSV can be dropped here",
  givenBehindDialog: "Close the open dialog first, then open the tape again",
  dialog: "Close the open dialog first, then drop the tape",
  busy: "The file before this one is still being worked on; drop it when that is over",
  hasTape: "This deal has its tape; choose “Import a reissued tape” first",
  elsewhere: "Drag a tape onto the deals register (a new deal) or onto a deal’s Loan tape screen (its tape)",
  replaceTitle: "Change the file?",
  replaceText: "The mapping of {{fileName}} is not imported yet. With {{newName}} in its place, what was mapped and chosen is lost.",
  replace: "Take the new file",
  dealFrom: "Once saved, {{fileName}} is this deal’s tape. What follows was read in it: please check.",
  unit: "Unit of the tape’s amounts",
  unitOpen: "To be confirmed in the tape",
  unitLikely: "The file states no unit; its numbers look like {{unit}}. Choose it once you have checked",
};
