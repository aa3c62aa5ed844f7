import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { EditPath } from "../../model/edit-path.ts";
import { useEdited } from "../../model/edit-scope.ts";
import { FieldNote } from "../../ui/fields/FieldNote.tsx";

interface NotedField {
  readonly path: EditPath;
  /** Name of the field. */
  readonly label: string;
  /** What is wrong with the text by itself, where something may be. */
  readonly problem: string | null;
}

interface FieldNoteParts {
  readonly isRefused: boolean;
  /** For the input, so that the sentence is read out with it. */
  readonly described: { readonly "aria-invalid": boolean; readonly "aria-describedby"?: string };
  readonly note: ReactNode;
}

/** Why a field that is no number is refused: by itself, or together with others though it passes by itself. */
export function useFieldNote({ path, label, problem }: NotedField): FieldNoteParts {
  const { t } = useTranslation();
  const id = useId();
  const { isInvalid, joint } = useEdited(path);
  const text = problem ?? (joint === null ? null : t(`typed.joint.${joint}`));
  const isRefused = isInvalid || text !== null;
  return {
    isRefused,
    described: { "aria-invalid": isRefused, ...(text === null ? {} : { "aria-describedby": id }) },
    note: text === null ? null : <FieldNote id={id} label={label} tone="error" text={text} />,
  };
}
