import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type EditPath, pathKey } from "../../model/edit-path.ts";
import { useEdited } from "../../model/edit-scope.ts";
import { useIsRowShown } from "../../model/field-rows.ts";
import { CellSelect } from "../../ui/fields/CellSelect.tsx";

interface ChoiceRowProps<Choice extends string> {
  readonly label: string;
  readonly path: EditPath;
  readonly value: Choice;
  readonly options: readonly Choice[];
  readonly textOf: (choice: Choice) => string;
  readonly testId: string;
}

/** One of several words: a line of a group. */
export function ChoiceRow<Choice extends string>({ label, path, value, options, textOf, testId }: ChoiceRowProps<Choice>) {
  const { readOnly, edit } = useEdited(path);
  const isShown = useIsRowShown([{ path, label }]);
  if (!isShown) return null;
  return (
    <Box
      data-assumption={pathKey(path)}
      sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 148px", alignItems: "center", columnGap: 0.75, minHeight: 27 }}
    >
      <Typography variant="body2" component="span">
        {label}
      </Typography>
      <CellSelect
        label={label}
        value={value}
        options={options}
        textOf={textOf}
        onChange={(choice) => choice !== null && edit(choice)}
        disabled={readOnly}
        width="100%"
        testId={testId}
      />
    </Box>
  );
}
