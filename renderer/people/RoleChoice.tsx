import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import { useTranslation } from "react-i18next";
import { type Role, roles } from "../../shared/domain/people.ts";

interface RoleChoiceProps {
  readonly chosen: readonly Role[];
  readonly problem?: string | undefined;
  readonly onChange: (chosen: Role[]) => void;
}

/** The roles of a person. */
export function RoleChoice({ chosen, problem, onChange }: RoleChoiceProps) {
  const { t } = useTranslation();
  return (
    <FormControl component="fieldset" error={problem !== undefined}>
      <FormLabel component="legend">{t("people.roles")}</FormLabel>
      <FormGroup row>
        {roles.map((role) => (
          <FormControlLabel
            key={role}
            sx={{ width: "32%", mr: 0 }}
            label={t(`people.role.${role}`)}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(role)}
                onChange={(_event, isOn) => onChange(roles.filter((one) => (one === role ? isOn : chosen.includes(one))))}
                slotProps={{ input: { "data-testid": `role-${role}` } as object }}
              />
            }
          />
        ))}
      </FormGroup>
      {problem !== undefined && <FormHelperText>{problem}</FormHelperText>}
    </FormControl>
  );
}
