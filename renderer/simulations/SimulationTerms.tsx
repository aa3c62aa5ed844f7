import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import Accordion from "@mui/material/Accordion";
import AccordionDetails from "@mui/material/AccordionDetails";
import AccordionSummary from "@mui/material/AccordionSummary";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ResetGroup } from "../editors/rows/ResetGroup.tsx";
import { SourceLine } from "../editors/rows/SourceLine.tsx";
import { SimulationEditor } from "../editors/SimulationEditor.tsx";
import { EditScopeContext } from "../model/edit-scope.ts";
import { moveBetweenFields } from "../model/field-keys.ts";
import { groupIsShown, useRevealedGroup } from "../model/revealed-group.ts";
import { useAssumptionsScope } from "../model/use-model-scope.ts";
import { useOrigin } from "../model/use-origin.ts";
import { useWorkbench } from "../model/use-workbench.ts";

/** Loadings, volatilities and delays that the paths are drawn with; their home beside the run. */
export function SimulationTerms() {
  const { t } = useTranslation();
  const draft = useWorkbench((state) => state.draft);
  const source = useWorkbench((state) => state.model?.sources.simulation);
  const origin = useOrigin()?.assumptions ?? null;
  const scope = useAssumptionsScope(draft);
  const [isOpen, setOpen] = useState(false);
  const isRevealed = useRevealedGroup((state) => state.group === "simulation");
  if (isRevealed && !isOpen) setOpen(true);
  useEffect(() => {
    if (isRevealed) groupIsShown();
  }, [isRevealed]);
  if (draft === null || source === undefined) return null;
  const isChanged = origin !== null && JSON.stringify(origin.simulation) !== JSON.stringify(draft.assumptions.simulation);
  return (
    <Accordion
      expanded={isOpen}
      onChange={(_event, next) => setOpen(next)}
      disableGutters
      square
      elevation={0}
      slotProps={{ transition: { unmountOnExit: true, timeout: 120 } }}
      sx={{ borderTop: 1, borderBottom: 1, borderColor: "divider", flexShrink: 0, "&::before": { display: "none" } }}
    >
      <AccordionSummary
        expandIcon={<ExpandMoreIcon fontSize="small" />}
        id="simulation-terms-head"
        data-testid="simulation-terms"
        sx={{ minHeight: 32, px: 1.5, "& .MuiAccordionSummary-content": { my: 0.5 } }}
      >
        <Typography variant="h3" component="span">
          {t("layout.simulationTerms")}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ px: 1.5, pt: 0, pb: 1 }}>
        <EditScopeContext value={scope}>
          <Box onKeyDown={moveBetweenFields} sx={{ maxWidth: 420 }}>
            <SimulationEditor isWithRun={false} />
          </Box>
        </EditScopeContext>
        {isChanged ? <ResetGroup group="simulation" onReset={() => scope.edit(["simulation"], origin.simulation)} /> : null}
        <SourceLine source={source} isChanged={isChanged} />
      </AccordionDetails>
    </Accordion>
  );
}
