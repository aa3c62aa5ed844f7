import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { type EditPath, pathKey } from "../../model/edit-path.ts";
import { useEdited } from "../../model/edit-scope.ts";
import { useIsRowShown } from "../../model/field-rows.ts";

interface SwitchRowProps {
  readonly label: string;
  readonly path: EditPath;
  /** Rules the fields below it. */
  readonly isHead?: boolean;
  readonly testId?: string;
}

/** A box to tick: one line of a group. */
export function SwitchRow({ label, path, isHead = false, testId }: SwitchRowProps) {
  const { stored, readOnly, edit } = useEdited(path);
  const isShown = useIsRowShown([{ path, label }]);
  // The draft follows a moment later; until then the box shows what was clicked.
  const [clicked, setClicked] = useState<{ readonly over: unknown; readonly checked: boolean } | null>(null);
  const isAhead = clicked !== null && clicked.over === stored;
  // Once the draft has followed, an undo or a reset may bring back what stood there before: that click is over.
  if (clicked !== null && !isAhead) setClicked(null);
  const checked = isAhead ? clicked.checked : stored === true;
  const choose = (next: boolean) => {
    setClicked({ over: stored, checked: next });
    edit(next);
  };
  if (!isShown) return null;
  return (
    <FormControlLabel
      data-assumption={pathKey(path)}
      disabled={readOnly}
      control={
        <Checkbox
          size="small"
          checked={checked}
          onChange={(_event, next) => choose(next)}
          slotProps={{ input: { "data-testid": testId } as object }}
          sx={{ p: 0.25, mr: 0.5 }}
        />
      }
      disableTypography
      label={
        <Typography variant={isHead ? "h4" : "body2"} component="span" sx={{ lineHeight: 1.25 }}>
          {label}
        </Typography>
      }
      sx={{ display: "flex", alignItems: "center", mx: 0, minHeight: 27 }}
    />
  );
}
