import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type EditPath } from "../../model/edit-path.ts";
import { useEdited } from "../../model/edit-scope.ts";
import { FieldNote } from "../../ui/fields/FieldNote.tsx";

interface JointNoteProps {
  readonly path: EditPath;
  /** Name of the field. */
  readonly label: string;
}

/** Why a field that is no number is refused together with others, though it passes by itself. */
export function JointNote({ path, label }: JointNoteProps) {
  const { t } = useTranslation();
  const id = useId();
  const { joint } = useEdited(path);
  return joint === null ? null : <FieldNote id={id} label={label} tone="error" text={t(`typed.joint.${joint}`)} />;
}
