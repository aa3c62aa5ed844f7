import Box from "@mui/material/Box";
import { styled } from "@mui/material/styles";
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId } from "react";
import { CellOptions } from "./CellOptions.tsx";
import { type CellEditorState, chosenOption } from "./use-cell-editor.ts";

const EditorBox = styled(Box)(({ theme: { palette, zIndex } }) => ({
  position: "absolute",
  boxSizing: "border-box",
  pointerEvents: "none",
  opacity: 0,
  backgroundColor: palette.background.paper,
  "&[data-editing=true]": { opacity: 1, pointerEvents: "auto", zIndex: zIndex.mobileStepper, outline: `2px solid ${palette.primary.main}` },
}));

const EditorInput = styled("input")(({ theme: { palette, typography } }) => ({
  ...typography.body2,
  display: "block",
  boxSizing: "border-box",
  width: "100%",
  height: "100%",
  padding: "0 7px",
  border: 0,
  outline: "none",
  background: "transparent",
  color: palette.text.primary,
}));

interface CellEditorProps {
  readonly editor: CellEditorState;
  readonly boxRef: RefObject<HTMLDivElement | null>;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Says which cell it is and what stands there. */
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly isNumber: boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onFocusChange: (isFocused: boolean) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/**
 * Has the focus as long as the grid is in use, over the cell where the keyboard is: an input method begins only where text can be
 * typed, and on a canvas its first key would be lost. It is seen once something is typed.
 */
export function CellEditor(props: CellEditorProps) {
  const { editor, boxRef, inputRef, label, isReadOnly, isNumber, onKeyDown, onFocusChange, onCopy, onCut, onPaste } = props;
  const { editing, help } = editor;
  const listId = useId();
  const chosen = editing === null || help === null ? null : chosenOption(editing, help);
  const hasOptions = help !== null && help.options.length > 0;
  return (
    <EditorBox ref={boxRef} data-editing={editing !== null} data-own-text={editing !== null}>
      <EditorInput
        ref={inputRef}
        role="combobox"
        aria-label={label}
        aria-expanded={hasOptions}
        aria-autocomplete="list"
        aria-controls={listId}
        {...(chosen === null ? {} : { "aria-activedescendant": `${listId}-${chosen}` })}
        autoComplete="off"
        spellCheck={false}
        readOnly={isReadOnly}
        data-testid="grid-editor"
        data-grid-keys={editing === null ? "idle" : "typing"}
        value={editing?.text ?? ""}
        onChange={(event) => editor.type(event.target.value)}
        onCompositionStart={() => editing === null && editor.typeOver("")}
        onCompositionEnd={(event) => editor.endComposition(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={() => onFocusChange(true)}
        onBlur={(event) => {
          onFocusChange(false);
          editor.leave(event);
        }}
        onCopy={onCopy}
        onCut={onCut}
        onPaste={onPaste}
        style={{ textAlign: isNumber ? "right" : "left" }}
      />
      {help === null ? null : <CellOptions id={listId} help={help} chosen={chosen} onChoose={(index) => editor.take(index)} />}
    </EditorBox>
  );
}
