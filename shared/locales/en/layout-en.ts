import type { SameKeys } from "../flatten-texts.ts";
import type { layoutZh } from "../zh/layout-zh.ts";

export const layoutEn: SameKeys<typeof layoutZh> = {
  loanSplitter: "Height of the loans: drag, or press the up and down arrows; double-click or Enter puts it back",
  enlargeLoans: "Show the loans on the whole view",
  noLoanMatches: "No loan matches",
  noAssumptionMatches: "No assumption matches",
  clearSearch: "Clear the search",
  columns: "Choose columns",
  columnsReset: "Columns as at first",
  columnUp: "Move “{{name}}” up",
  columnDown: "Move “{{name}}” down",
  views: "Views of the workbench",
  foldAssumptions: "Fold the assumptions away",
  showAssumptions: "Show the assumptions",
  foldNavigation: "Fold the navigation",
  showNavigation: "Unfold the navigation",
  searchAssumptions: "Find an assumption",
  changedOnly: "Changed only",
  noneChanged: "No assumption is changed",
  editedThere: "Edited in “{{view}}”",
  simulationTerms: "Terms of the simulation",
  guide: {
    title: "Start here:",
    assume: "check the cases and the shared assumptions at the left",
    bid: "enter your bid in the row “At the bid price” and read its IRR; any figure opens to how it came about",
    save: "press “Save run”, then print the deal memo",
  },
};
