import type { SameKeys } from "../flatten-texts.ts";
import type { journalZh } from "../zh/journal-zh.ts";

/** Texts of undo and redo. */
export const journalEn: SameKeys<typeof journalZh> = {
  journal: {
    undo: "Undo",
    undone: "Undone: {{step}}",
    redone: "Done again: {{step}}",
    givenUp: "Given up: the text that couldn't be read",
    nothingToUndo: "Nothing to undo here",
    nothingToRedo: "Nothing to redo here",
    step: {
      modelEdited: "change of {{part}}",
      setApplied: "use of the set “{{name}}”",
      curvesCalibrated: "use of own recoveries “{{name}}”",
      scenarioAdded: "new scenario “{{name}}”",
      scenarioEdited: "edit of the scenario “{{name}}”",
      scenarioRemoved: "removal of the scenario “{{name}}”",
      dealEdited: "edit of the deal “{{name}}”",
      dealArchived: "archiving of “{{name}}”",
      dealRestored: "restoring of “{{name}}”",
      marketDealAdded: "new deal “{{name}}”",
      marketDealEdited: "edit of the deal “{{name}}”",
      marketDealRemoved: "removal of the deal “{{name}}”",
      marketAverageAdded: "new average “{{name}}”",
      marketAverageEdited: "edit of the average “{{name}}”",
      marketAverageRemoved: "removal of the average “{{name}}”",
      builtInsRestored: "restoring of the built-in records",
      setCopied: "copy of the set “{{name}}”",
      setEdited: "edit of the set “{{name}}”",
      setRemoved: "removal of the set “{{name}}”",
    },
    model: "the assumptions",
    shiftOfCase: "{{shift}}, {{caseName}} case",
  },
  "error.journal.blocked": "This step can't be undone or done again: what it changed is gone or its place is taken. Nothing was changed.",
};
