import Add from "@mui/icons-material/Add";
import FilterAltOutlined from "@mui/icons-material/FilterAltOutlined";
import FindReplace from "@mui/icons-material/FindReplace";
import HistoryEdu from "@mui/icons-material/HistoryEdu";
import Visibility from "@mui/icons-material/Visibility";
import VisibilityOff from "@mui/icons-material/VisibilityOff";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Tooltip from "@mui/material/Tooltip";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type SheetList, sheetLists } from "../../shared/domain/sheet-fields.ts";
import { runCommand } from "../desk/commands.ts";
import { call } from "../desk/desk-client.ts";
import { changeColumns, useLayout } from "../desk/layout-store.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useListExport } from "../ui/exports/use-export.ts";
import { SearchInput } from "../ui/search/SearchInput.tsx";
import { ColumnChooser } from "../ui/tables/ColumnChooser.tsx";
import { RowCount } from "./RowCount.tsx";
import { headOf, sheetLooks } from "./sheet-columns.ts";
import { openFinding, openPane } from "./sheet-panes.ts";
import { changeSheetLook, changeSheetView, useSheetLook } from "./sheet-store.ts";
import { layoutTableOf } from "./use-sheet-columns.ts";
import { WhyInput } from "./WhyInput.tsx";

interface SheetBarProps {
  readonly dealId: number;
  readonly list: SheetList;
}

/** Which list is shown, what narrows it, and what can be done with it. */
export function SheetBar({ dealId, list }: SheetBarProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const layout = useLayout((state) => state.columns[layoutTableOf[list]]);
  const search = useSheetLook(dealId, (look) => look.views[list].search);
  const title = t("tapeSheet.title");
  const exporting = useListExport(title, (fileName) => call("tapes.exportTape", { dealId, language, fileName }));
  const isRevealed = useSheetLook(dealId, (look) => look.isRevealed);
  return (
    <Box {...exporting.place} sx={{ display: "flex", alignItems: "center", gap: 1, px: 1.5, height: 40, flexShrink: 0, borderTop: 1, borderColor: "divider" }}>
      <Tabs
        value={list}
        onChange={(_event, next: SheetList) => changeSheetLook(dealId, { list: next })}
        aria-label={t("tapeSheet.lists")}
        sx={{ minHeight: 36, flexShrink: 0, "& .MuiTab-root": { minHeight: 36, minWidth: 0, px: 1.5, py: 0 } }}
      >
        {sheetLists.map((key) => (
          <Tab key={key} value={key} label={t(`tapeSheet.list.${key}`)} data-testid={`sheet-${key}`} />
        ))}
      </Tabs>
      <SearchInput
        value={search}
        onChange={(next) => changeSheetView(dealId, { search: next })}
        label={t("tapeSheet.search")}
        testId="sheet-search"
        width={180}
      />
      <WhyInput dealId={dealId} />
      <RowCount dealId={dealId} list={list} />
      <Box sx={{ flex: 1 }} />
      <Button size="small" startIcon={<Add fontSize="tiny" />} onClick={() => runCommand("addSheetRow")} sx={{ flexShrink: 0 }} data-testid="add-row">
        {t(`tapeSheet.add.${list}`)}
      </Button>
      <Tool
        label={t("action.filterColumn")}
        onClick={() => openPane({ kind: "filter", field: sheetLooks[list].find(({ isOfLoan }) => !isOfLoan)?.key ?? "contractNo" })}
        testId="open-filter"
      >
        <FilterAltOutlined fontSize="small" />
      </Tool>
      <Tool label={t("tapeSheet.findReplace")} onClick={() => openFinding(true)} testId="open-find">
        <FindReplace fontSize="small" />
      </Tool>
      <ColumnChooser
        columns={sheetLooks[list].map((look) => ({ key: look.key, label: headOf(look, t, unit, language) }))}
        layout={layout}
        onChange={(change) => changeColumns(layoutTableOf[list], change)}
        testId="sheet-columns"
      />
      <Tool
        label={t(isRevealed ? "tapeSheet.hideNumbers" : "tapeSheet.revealNumbers")}
        onClick={() => changeSheetLook(dealId, { isRevealed: !isRevealed })}
        testId="reveal-numbers"
      >
        {isRevealed ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
      </Tool>
      <ExportButton exporting={exporting} name={title} testId="tape-export" icon="small" />
      <Tool label={t("action.allEdits")} onClick={() => openPane({ kind: "edits" })} testId="open-edits">
        <HistoryEdu fontSize="small" />
      </Tool>
    </Box>
  );
}

interface ToolProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly testId: string;
  readonly children: ReactNode;
}

function Tool({ label, onClick, testId, children }: ToolProps) {
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={onClick} data-testid={testId} sx={{ p: 0.5 }}>
        {children}
      </IconButton>
    </Tooltip>
  );
}
