import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { memo } from "react";
import type { TypedKind } from "../../../shared/typed/number-words.ts";
import { AssumptionField } from "../../model/AssumptionField.tsx";
import { type EditPath, pathKey } from "../../model/edit-path.ts";
import { useIsRowShown } from "../../model/field-rows.ts";
import { NoteArea } from "../../ui/fields/NoteArea.tsx";
import { UnitText } from "../../ui/fields/UnitText.tsx";

interface FieldRowProps {
  readonly label: string;
  readonly unit: string;
  readonly path: EditPath;
  readonly kind: TypedKind;
  readonly nullable?: boolean;
  /** What an empty field means, where that is not "none". */
  readonly emptyText?: string;
  readonly testId?: string;
  readonly wide?: boolean;
}

const settings = ["label", "unit", "kind", "nullable", "emptyText", "testId", "wide"] as const satisfies readonly (keyof FieldRowProps)[];

/** A path is written anew with each render. */
const isSameRow = (last: FieldRowProps, next: FieldRowProps) =>
  pathKey(last.path) === pathKey(next.path) && settings.every((name) => last[name] === next[name]);

/** Label, field, unit: one line. */
export const FieldRow = memo(function FieldRow({ label, unit, path, kind, nullable = false, emptyText, testId, wide = false }: FieldRowProps) {
  const isShown = useIsRowShown([{ path, label }]);
  if (!isShown) return null;
  return (
    <NoteArea>
      <Box
        data-assumption={pathKey(path)}
        sx={{ display: "grid", gridTemplateColumns: `minmax(0, 1fr) ${wide ? 92 : 68}px 46px`, alignItems: "center", columnGap: 0.75, minHeight: 27 }}
      >
        <Typography variant="body2" component="span" sx={{ lineHeight: 1.25 }}>
          {label}
        </Typography>
        <AssumptionField path={path} kind={kind} label={label} nullable={nullable} emptyText={emptyText} testId={testId} />
        <UnitText>{unit}</UnitText>
      </Box>
    </NoteArea>
  );
}, isSameRow);
