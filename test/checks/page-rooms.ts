import type { Room } from "./room.ts";

const page = ["react", "react-i18next", "@mui/**"];
const form = ["react-hook-form", "@hookform/resolvers/zod"];

/** What every screen stands on. */
const parts = ["renderer/ui", "renderer/ui/fields", "renderer/ui/tables", "renderer/ui/exports"];
const screenGround = ["shared", "shared/contract", "shared/domain", "renderer/desk", ...parts];

/** The rooms of the page: the ground, the model of a deal, parts of the workbench, screens, the roof. */
export const pageRooms: Readonly<Record<string, Room>> = {
  "renderer/desk": {
    uses: ["shared", "shared/contract", "shared/domain", "shared/locales/texts.ts"],
    packages: [...page, "@mui/x-data-grid/**", "i18next", "zustand"],
    roomy: "what every screen stands on, a matter a file",
  },
  "renderer/ui": { uses: ["shared", "shared/domain", "renderer/desk", "renderer/ui/tables"], packages: [...page, "i18next"] },
  "renderer/ui/fields": {
    uses: ["shared", "shared/domain", "shared/typed", "renderer/desk"],
    packages: [...page, "react-dom", "i18next", "date-fns"],
    roomy: "a kind of field a file",
  },
  "renderer/ui/files": { uses: ["shared", "shared/contract", "shared/domain", "renderer/desk", "renderer/ui"], packages: page },
  "renderer/ui/plain": { uses: [], packages: page },
  "renderer/ui/search": { uses: ["renderer/ui", "renderer/ui/fields"], packages: page },
  "renderer/ui/grid": {
    uses: ["shared", "shared/domain", "renderer/desk", "renderer/ui", "renderer/ui/tables"],
    packages: [...page, "@glideapps/**", "i18next"],
  },
  "renderer/ui/tables": { uses: ["shared", "shared/domain"], packages: page },
  "renderer/ui/exports": { uses: ["shared", "shared/contract", "shared/domain", "renderer/desk", "renderer/ui/tables"], packages: [...page, "zustand"] },
  "renderer/ui/charts": { uses: ["shared", "shared/domain", "renderer/desk", "renderer/ui", "renderer/ui/fields"], packages: [...page, "echarts/**"] },
  "renderer/ui/forms": { uses: ["shared", "renderer/desk", "renderer/ui", "renderer/ui/fields"], packages: [...page, "react-hook-form", "i18next", "zod"] },
  "renderer/model": {
    uses: [...screenGround, "shared/typed", "shared/locales/texts.ts"],
    packages: [...page, "i18next", "zod", "zustand", "zustand/vanilla"],
    roomy: "what all parts of the workbench know of a deal's working model",
  },
  "renderer/loans": {
    uses: [...screenGround, "shared/locales/texts.ts", "renderer/model", "renderer/ui/grid", "renderer/ui/search"],
    packages: [...page, "@glideapps/**", "i18next", "zustand"],
  },
  "renderer/diligence": { uses: [...screenGround, "shared/typed", "renderer/ui/forms", "renderer/model"], packages: [...page, ...form, "zod"] },
  "renderer/quality": { uses: [...screenGround, "shared/locales/texts.ts", "renderer/model"], packages: [...page, "i18next"] },
  "renderer/bids": {
    uses: [...screenGround, "shared/typed", "renderer/ui/forms", "renderer/ui/charts", "renderer/model"],
    packages: [...page, ...form, "i18next", "zod"],
    roomy: "five pages of one screen, each with its tables and dialogs",
  },
  "renderer/approvals": { uses: screenGround, packages: [...page, "i18next"] },
  "renderer/people": {
    uses: [...screenGround, "renderer/ui/forms", "shared/locales/texts.ts"],
    packages: [...page, "i18next", "zustand"],
    roomy: "persons, voting rules and the trail, each with its table and dialogs",
  },
  "renderer/dossiers": { uses: screenGround, packages: page },
  "renderer/safekeeping": { uses: [...screenGround, "renderer/ui/forms", "renderer/dossiers"], packages: [...page, "i18next"] },
  "renderer/lock": { uses: [...screenGround, "renderer/app"], packages: [...page, "react-dom/client", "@fontsource/**"] },
  "renderer/company": {
    uses: [...screenGround, "renderer/ui/forms", "renderer/ui/charts"],
    packages: [...page, ...form, "i18next"],
  },
  "renderer/effect": {
    uses: [...screenGround, "renderer/ui/forms", "renderer/model"],
    packages: [...page, ...form, "i18next", "zod"],
  },
  "renderer/traces": { uses: [...screenGround, "shared/locales/texts.ts", "renderer/model", "renderer/loans"], packages: [...page, "i18next"] },
  "renderer/debtors": {
    uses: [
      ...screenGround,
      "shared/typed",
      "shared/locales/texts.ts",
      "renderer/ui/forms",
      "renderer/ui/grid",
      "renderer/ui/search",
      "renderer/model",
      "renderer/loans",
      "renderer/traces",
      "renderer/sheet/cell-texts.ts",
      "renderer/sheet/laid-cells.ts",
      "renderer/sheet/typing-help.ts",
    ],
    packages: [...page, ...form, "react-dom", "@glideapps/**", "i18next", "zod", "zustand"],
    roomy: "the sheet, its drawer and its dialogs, a component a file",
  },
  "renderer/twins": { uses: screenGround, packages: page },
  "renderer/bridges": { uses: [...screenGround, "renderer/ui/charts"], packages: [...page, "i18next"] },
  "renderer/runs": {
    uses: [
      ...screenGround,
      "renderer/bridges",
      "renderer/ui/forms",
      "renderer/model",
      "renderer/analyses",
      "renderer/editors",
      "renderer/twins",
      "renderer/dossiers",
    ],
    packages: [...page, ...form, "i18next", "zod"],
  },
  "renderer/analyses": { uses: screenGround, packages: [...page, "i18next", "zustand"] },
  "renderer/charts": { uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/analyses"], packages: [...page, "i18next"] },
  "renderer/scenarios": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/ui/plain", "renderer/model", "renderer/analyses"],
    packages: [...page, "i18next"],
  },
  "renderer/letters": { uses: screenGround, packages: [...page, "i18next"] },
  "renderer/sensitivity": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/analyses", "renderer/letters"],
    packages: [...page, "i18next"],
    roomy: "five analyses, each with its chart or table and what it exports",
  },
  "renderer/simulations": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/editors", "renderer/editors/rows"],
    packages: [...page, "i18next"],
  },
  "renderer/editors/rows": {
    uses: ["shared", "shared/domain", "shared/typed", "renderer/ui/fields", "renderer/model"],
    packages: [...page, "i18next", "zod"],
  },
  "renderer/editors": {
    uses: ["shared/domain", "renderer/ui/fields", "renderer/ui/plain", "renderer/ui/search", "renderer/model", "renderer/editors/rows"],
    packages: [...page, "i18next"],
    roomy: "an editor for each group of assumptions",
  },
  "renderer/financing": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/editors", "renderer/editors/rows"],
    packages: [...page, "i18next"],
  },
  "renderer/sheet": {
    uses: [...screenGround, "shared/typed", "shared/locales/texts.ts", "renderer/model", "renderer/ui/grid", "renderer/ui/search"],
    packages: [...page, "i18next", "zustand"],
    roomy: "one grid with its bars, dialogs and drawers",
  },
  "renderer/strata": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/analyses", "renderer/loans"],
    packages: [...page, "i18next"],
  },
  "renderer/recoveries": { uses: [...screenGround, "renderer/ui/files"], packages: [...page, "i18next"] },
  "renderer/assumptions": {
    uses: [...screenGround, "renderer/ui/plain", "renderer/model", "renderer/editors", "renderer/editors/rows", "renderer/recoveries"],
    packages: [...page, "zustand", "zustand/vanilla"],
  },
  "renderer/workbench": {
    uses: [
      ...screenGround,
      "shared/typed",
      ...[
        "model",
        "loans",
        "traces",
        "runs",
        "twins",
        "charts",
        "scenarios",
        "sensitivity",
        "simulations",
        "editors",
        "editors/rows",
        "financing",
        "ui/charts",
      ].map((room) => `renderer/${room}`),
    ],
    packages: [...page, "i18next"],
    roomy: "the views of one screen",
  },
  "renderer/arrivals": {
    uses: ["shared", "shared/contract", "shared/domain", "renderer/desk", "renderer/ui", "renderer/ui/files"],
    packages: [...page, "zustand"],
  },
  "renderer/portfolio": { uses: screenGround, packages: [...page, "i18next"] },
  "renderer/deals": {
    uses: [...screenGround, "renderer/ui/forms", "renderer/ui/search", "renderer/ui/files", "renderer/arrivals", "renderer/calendar", "renderer/portfolio"],
    packages: [...page, ...form, "i18next", "zustand"],
  },
  "renderer/versions": {
    uses: [...screenGround, "renderer/sheet/cell-texts.ts", "renderer/ui/files", "renderer/ui/search"],
    packages: [...page, "i18next"],
  },
  "renderer/tapes": {
    uses: [...screenGround, "shared/typed", "renderer/dictionary", "renderer/versions", "renderer/ui/files", "renderer/arrivals"],
    packages: [...page, "i18next"],
    roomy: "the mapping and the report of one file, a component a file",
  },
  "renderer/calendar": {
    uses: [...screenGround, "renderer/ui/forms"],
    packages: [...page, ...form, "i18next", "zod"],
  },
  "renderer/market": {
    uses: [...screenGround, "shared/typed", "renderer/ui/forms", "renderer/ui/search", "renderer/ui/charts"],
    packages: [...page, ...form, "date-fns", "i18next"],
    roomy: "four pages of one screen, each with its tables, charts and dialogs",
  },
  "renderer/palette": {
    uses: ["shared/contract", "shared/domain", "renderer/desk", "renderer/model", "renderer/loans", "renderer/editors"],
    packages: [...page, "i18next", "pinyin-pro"],
  },
  "renderer/commands": {
    uses: ["shared", "shared/contract", "shared/domain", "renderer/desk", "renderer/ui", "renderer/ui/tables", "renderer/ui/exports", "renderer/palette"],
    packages: [...page, "i18next"],
  },
  "renderer/dictionary": {
    uses: [...screenGround, "shared/locales/texts.ts", "renderer/ui/search"],
    packages: [...page, "i18next"],
  },
  "renderer/help": { uses: [...screenGround, "shared/locales/zh"], packages: page },
  "renderer/settings": { uses: screenGround, packages: page },
  "renderer/memos/blocks": {
    uses: ["shared", "shared/domain", "renderer/ui", "shared/locales", "shared/locales/zh", "shared/locales/en"],
    packages: ["react", "uqr"],
  },
  "renderer/memos/document": { uses: ["shared", "shared/domain", "renderer/memos/pages"], packages: ["react"] },
  "renderer/memos/pages": { uses: ["shared", "renderer/memos/blocks"], packages: ["react"] },
  "renderer/memos/sections": {
    uses: ["shared", "shared/domain", "shared/locales/zh", "shared/locales/en", "renderer/ui", "renderer/memos/blocks", "renderer/memos/figures"],
    packages: ["react", "echarts/**"],
  },
  "renderer/memos/figures": {
    uses: ["shared", "shared/domain", "renderer/ui/charts/chart-fonts.ts", "renderer/memos/blocks"],
    packages: ["react", "echarts/**"],
  },
  "renderer/memos/value": { uses: ["shared", "shared/domain", "renderer/memos/blocks", "renderer/memos/figures"], packages: ["react"] },
  "renderer/memos/editor": { uses: [...screenGround, "renderer/memos/blocks"], packages: [...page, "@tiptap/**"] },
  "renderer/memos": {
    uses: [...screenGround, ...["blocks", "document", "pages", "sections", "value", "editor"].map((room) => `renderer/memos/${room}`)],
    packages: [...page, "react-dom/client", "@fontsource/**"],
  },
  "renderer/app": {
    uses: [
      ...screenGround,
      ...[
        "arrivals",
        "commands",
        "deals",
        "tapes",
        "sheet",
        "debtors",
        "diligence",
        "quality",
        "bids",
        "calendar",
        "company",
        "effect",
        "workbench",
        "strata",
        "runs",
        "assumptions",
        "market",
        "memos",
        "help",
        "settings",
        "dictionary",
        "people",
        "safekeeping",
        "approvals",
      ].map((room) => `renderer/${room}`),
    ],
    packages: [...page, "react-dom/client", "@emotion/**", "@fontsource/**", "date-fns/locale", "i18next"],
  },
};
