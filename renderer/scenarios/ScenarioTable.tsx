import Box from "@mui/material/Box";
import type { Theme } from "@mui/material/styles";
import { Fragment, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../shared/contract/scenario-channels.ts";
import type { ScenarioComparison } from "../../shared/domain/scenario-results.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { SectionRow } from "../ui/tables/SectionRow.tsx";
import { type ScenarioCommands, ScenarioHeads } from "./ScenarioHeads.tsx";
import { ShiftRows } from "./ShiftRows.tsx";
import { scenarioColumns } from "./scenario-columns.ts";
import { scenarioSections } from "./scenario-rows.ts";

interface ScenarioTableProps {
  readonly comparison: ScenarioComparison;
  readonly scenarios: readonly Scenario[];
  readonly commands: ScenarioCommands;
}

/** Cases and scenarios as columns: their shifts, what may be paid, what the bid price earns. */
export function ScenarioTable({ comparison, scenarios, commands }: ScenarioTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const cases = useWorkbench((state) => state.draft?.cases);
  const columns = useMemo(() => scenarioColumns(comparison, scenarios, cases), [comparison, scenarios, cases]);
  return (
    <Box tabIndex={0} sx={{ overflowX: "auto", mt: 0.5 }}>
      <PlainTable data-testid="scenario-table" sx={tableLook}>
        <ScenarioHeads columns={columns} commands={commands} />
        <tbody>
          <ShiftRows columns={columns} />
          {scenarioSections(unit, t).map((section) => (
            <Fragment key={section.key}>
              <SectionRow title={t(`pricing.cases.${section.key}`)} columns={columns.length + 1} />
              {section.rows.map((row) => (
                <tr key={row.key} data-strong={row.strong}>
                  <th scope="row">{t(`pricing.measure.${row.key}`)}</th>
                  {columns.map(({ key, outcome }) => (
                    <td key={key} data-testid={`scenario-${row.key}`}>
                      {row.text(outcome)}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </PlainTable>
    </Box>
  );
}

const tableLook = {
  "& td, & thead th": { minWidth: 104, maxWidth: 190 },
  "& tbody th": { whiteSpace: "nowrap" },
  // Names of the rows stay when the columns are scrolled.
  "& tr > :first-of-type": { position: "sticky", left: 0, zIndex: 1, bgcolor: "background.paper", minWidth: 0 },
  "& [data-row=section] > th": { backgroundImage: (theme: Theme) => `linear-gradient(${theme.palette.action.hover}, ${theme.palette.action.hover})` },
} as const;
