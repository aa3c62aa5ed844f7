import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ScenarioInput, scenarioLimit } from "../../shared/contract/scenario-channels.ts";
import { unshifted } from "../../shared/domain/scenario-defaults.ts";
import { newScenario } from "./scenario-draft.ts";
import { scenarioTemplates } from "./scenario-templates.ts";

interface ScenarioStartsProps {
  /** The deal keeps as many as it may. */
  readonly isFull: boolean;
  readonly onStart: (input: ScenarioInput) => void;
}

/** The ways to a new scenario: from a template, or from nothing. */
export function ScenarioStarts({ isFull, onStart }: ScenarioStartsProps) {
  const { t } = useTranslation();
  const [menuAt, setMenuAt] = useState<HTMLElement | null>(null);
  const start = (input: ScenarioInput) => {
    setMenuAt(null);
    onStart(input);
  };
  return (
    <>
      {isFull ? (
        <Typography variant="body2" color="textSecondary">
          {t("scenarios.full", { limit: scenarioLimit })}
        </Typography>
      ) : null}
      <Button disabled={isFull} onClick={(event) => setMenuAt(event.currentTarget)} data-testid="scenario-templates">
        {t("scenarios.fromTemplate")}
      </Button>
      <Button variant="contained" startIcon={<AddIcon />} disabled={isFull} onClick={() => start(newScenario)} data-testid="scenario-new">
        {t("scenarios.add")}
      </Button>
      <Menu open={menuAt !== null} anchorEl={menuAt} onClose={() => setMenuAt(null)}>
        {scenarioTemplates.map(({ key, shifts }) => (
          <MenuItem
            key={key}
            onClick={() => start({ name: t(`scenarios.template.${key}`), shifts: { all: { ...unshifted, ...shifts }, segments: {} } })}
            data-testid={`template-${key}`}
          >
            {t(`scenarios.template.${key}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
