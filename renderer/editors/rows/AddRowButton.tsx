import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import { type EditPath, pathKey } from "../../model/edit-path.ts";
import { focusNewRow } from "../../model/revealed-group.ts";

interface AddRowButtonProps {
  readonly text: string;
  /** Where the new row will stand. */
  readonly path: EditPath;
  readonly onAdd: () => void;
  readonly testId: string;
}

/** Adds a row to a list of assumptions; its first field has the focus then, ready to be typed in. */
export function AddRowButton({ text, path, onAdd, testId }: AddRowButtonProps) {
  const add = () => {
    onAdd();
    focusNewRow(pathKey(path));
  };
  return (
    <Button startIcon={<AddIcon />} onClick={add} data-testid={testId} sx={{ py: 0, mt: 0.25 }}>
      {text}
    </Button>
  );
}
