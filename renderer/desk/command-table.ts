import type { KeyUnder } from "./i18n.ts";

/** The native menus in their order. */
export const menuNames = ["file", "edit", "view", "deal", "help"] as const;
type MenuName = (typeof menuNames)[number];

/** What the system itself does with the field that has the focus. */
type NativeRole = "cut" | "copy" | "paste" | "selectAll" | "quit";

interface CommandRow {
  /** Null: only in the menu of the place where it can be done. */
  readonly menu: MenuName | null;
  /** `Mod` is Ctrl, and ⌘ on a Mac. The first is shown; the others do the same. */
  readonly keys?: readonly string[];
  readonly role?: NativeRole;
  /** Begins a part of its menu. */
  readonly isFirst?: boolean;
  /** Works while a dialog is open. */
  readonly isInDialogs?: boolean;
}

const row = <Rows extends Readonly<Record<string, CommandRow>>>(rows: Rows): Rows => rows;

/**
 * Every command of the desk: native menu, keys, palette and the list behind "?" are made of this table. What a command does is
 * said where it can be done (`useCommand`); its name is the text `action.<id>`.
 */
const commandTable = row({
  newDeal: { menu: "file", keys: ["Mod+N"] },
  openDeal: { menu: "file", keys: ["Mod+O"] },
  openOtherDesk: { menu: "file" },
  printMemo: { menu: "file", keys: ["Mod+P"], isFirst: true },
  saveMemoDocument: { menu: "file" },
  sealDossier: { menu: "file" },
  exportTable: { menu: "file", keys: ["Mod+E"] },
  exportTwin: { menu: "file", keys: ["Mod+Shift+E"] },
  toggleKey: { menu: "file", keys: ["Mod+L"], isFirst: true },
  quit: { menu: "file", keys: ["Mod+Q"], role: "quit", isFirst: true },

  undo: { menu: "edit", keys: ["Mod+Z"] },
  redo: { menu: "edit", keys: ["Mod+Y", "Mod+Shift+Z"] },
  cut: { menu: "edit", keys: ["Mod+X"], role: "cut", isFirst: true },
  copy: { menu: "edit", keys: ["Mod+C"], role: "copy" },
  copyWithHeads: { menu: "edit", keys: ["Mod+Shift+C"] },
  paste: { menu: "edit", keys: ["Mod+V"], role: "paste" },
  selectAll: { menu: "edit", keys: ["Mod+A"], role: "selectAll" },
  fillDown: { menu: "edit", keys: ["Mod+D"], isFirst: true },
  find: { menu: "edit", keys: ["Mod+F"], isFirst: true },
  replaceText: { menu: "edit", keys: ["Mod+H"] },

  palette: { menu: "view", keys: ["Mod+K"] },
  goBack: { menu: "view", keys: ["Alt+ArrowLeft"] },
  goForward: { menu: "view", keys: ["Alt+ArrowRight"] },
  showDeals: { menu: "view", keys: ["Alt+1"], isFirst: true },
  showCalendar: { menu: "view", keys: ["Shift+F7"] },
  showMarket: { menu: "view", keys: ["Alt+5"] },
  showCompany: { menu: "view", keys: ["F7"] },
  showAssumptions: { menu: "view", keys: ["Alt+6"] },
  showSettings: { menu: "view", keys: ["Alt+8"] },
  showDictionary: { menu: "view" },
  showPeople: { menu: "view" },
  showSafekeeping: { menu: "view" },
  foldNavigation: { menu: "view", keys: ["Mod+B"], isFirst: true },
  foldAssumptions: { menu: "view", keys: ["Mod+Shift+B"] },
  nextPane: { menu: "view", keys: ["F6"] },
  previousPane: { menu: "view", keys: ["Shift+F6"] },
  zoomIn: { menu: "view", keys: ["Mod+Plus", "Mod+=", "Mod+Shift+="], isFirst: true, isInDialogs: true },
  zoomOut: { menu: "view", keys: ["Mod+-"], isInDialogs: true },
  zoomReset: { menu: "view", keys: ["Mod+0"], isInDialogs: true },
  switchLanguage: { menu: "view", isFirst: true },

  showTape: { menu: "deal", keys: ["Alt+2"] },
  showSheet: { menu: "deal", keys: ["Alt+0"] },
  showQuality: { menu: "deal", keys: ["Mod+Shift+U"] },
  showDebtors: { menu: "deal", keys: ["Mod+Shift+D"] },
  showDiligence: { menu: "deal", keys: ["Mod+Shift+L"] },
  showWorkbench: { menu: "deal", keys: ["Alt+3"] },
  showBid: { menu: "deal", keys: ["F9"] },
  showEffect: { menu: "deal", keys: ["F10"] },
  showStrata: { menu: "deal", keys: ["Mod+Shift+T"] },
  showMemo: { menu: "deal", keys: ["Alt+4"] },
  showApproval: { menu: "deal", keys: ["Mod+Shift+A"] },
  showRuns: { menu: "deal", keys: ["Alt+9"] },
  importTape: { menu: "deal", keys: ["Mod+Enter"], isFirst: true },
  saveRun: { menu: "deal", keys: ["Mod+S"] },
  toBid: { menu: "deal", keys: ["F8"] },
  addSheetRow: { menu: "deal", isFirst: true },
  removeSheetRows: { menu: "deal" },
  resetCells: { menu: "deal" },
  cellHistory: { menu: "deal" },
  allEdits: { menu: "deal" },
  editDeal: { menu: "deal", keys: ["F2"], isFirst: true },
  duplicateDeal: { menu: "deal" },
  archiveDeal: { menu: "deal" },
  closeDeal: { menu: "deal" },

  showHelp: { menu: "help", keys: ["F1", "Alt+7"] },
  showKeys: { menu: "help", keys: ["?"] },
  checkDatabase: { menu: "help", isFirst: true },
  openDataFolder: { menu: "help" },
  showLog: { menu: "help" },
  releaseNotes: { menu: "help", isFirst: true },
  about: { menu: "help" },

  openRow: { menu: null },
  explainFigure: { menu: null },
  editRow: { menu: null },
  duplicateRow: { menu: null },
  removeRow: { menu: null },
  compareRow: { menu: null },
  starRow: { menu: null },
  restoreRow: { menu: null },
  restoreDeal: { menu: null },
  groupDebtors: { menu: null },
  sortAscending: { menu: null },
  sortDescending: { menu: null },
  editCell: { menu: null },
  clearCells: { menu: null },
  filterColumn: { menu: null },
});
export type CommandId = keyof typeof commandTable & KeyUnder<"action">;

export const commandIds = Object.keys(commandTable) as CommandId[]; // the table's own keys
export const commandRow = (id: CommandId): CommandRow => commandTable[id];
