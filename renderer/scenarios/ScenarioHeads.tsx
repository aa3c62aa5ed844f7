import CopyIcon from "@mui/icons-material/ContentCopyOutlined";
import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import EditIcon from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../shared/contract/scenario-channels.ts";
import { offerCommands, type PlaceCommand } from "../desk/commands.ts";
import type { ScenarioColumn } from "./scenario-columns.ts";

/** What can be done with a scenario. */
export interface ScenarioCommands {
  readonly onEdit: (scenario: Scenario) => void;
  readonly onCopy: (scenario: Scenario) => void;
  readonly onRemove: (scenario: Scenario) => void;
}

interface ScenarioHeadsProps {
  readonly columns: readonly ScenarioColumn[];
  readonly commands: ScenarioCommands;
}

/** Names of the columns; a scenario's has its commands below. */
export function ScenarioHeads({ columns, commands }: ScenarioHeadsProps) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <td aria-label={t("scenarios.name")} />
        {columns.map(({ key, caseName, scenario }) => (
          <th
            scope="col"
            key={key}
            className="number"
            data-testid="scenario-column"
            onContextMenu={(event) => scenario !== undefined && offerCommands(event.nativeEvent, columnCommands(scenario, commands))}
          >
            <Box sx={{ color: scenario ? "primary.main" : "text.primary", whiteSpace: "normal", overflowWrap: "anywhere" }}>
              {scenario?.name ?? (caseName ? t(`code.caseName.${caseName}`) : "")}
            </Box>
            {scenario === undefined ? null : <ColumnCommands scenario={scenario} commands={commands} />}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const columnCommands = (scenario: Scenario, { onEdit, onCopy, onRemove }: ScenarioCommands): readonly PlaceCommand[] => [
  { id: "editRow", run: () => onEdit(scenario) },
  { id: "duplicateRow", run: () => onCopy(scenario) },
  { id: "removeRow", run: () => onRemove(scenario) },
];

function ColumnCommands({ scenario, commands }: { readonly scenario: Scenario; readonly commands: ScenarioCommands }) {
  const { t } = useTranslation();
  const { onEdit, onCopy, onRemove } = commands;
  return (
    <Box sx={{ whiteSpace: "nowrap", mr: -0.5 }}>
      <ColumnCommand label={t("common.edit")} icon={EditIcon} onClick={() => onEdit(scenario)} testId={`scenario-edit-${scenario.name}`} />
      <ColumnCommand label={t("scenarios.copy")} icon={CopyIcon} onClick={() => onCopy(scenario)} testId={`scenario-copy-${scenario.name}`} />
      <ColumnCommand label={t("common.remove")} icon={DeleteIcon} onClick={() => onRemove(scenario)} testId={`scenario-remove-${scenario.name}`} />
    </Box>
  );
}

interface ColumnCommandProps {
  readonly label: string;
  readonly icon: ComponentType<{ readonly fontSize: "tiny" }>;
  readonly onClick: () => void;
  readonly testId: string;
}

function ColumnCommand({ label, icon: Icon, onClick, testId }: ColumnCommandProps) {
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={onClick} data-testid={testId} sx={{ p: 0.25 }}>
        <Icon fontSize="tiny" />
      </IconButton>
    </Tooltip>
  );
}
