import { styled } from "@mui/material/styles";
import type { KeyboardEvent, ReactNode } from "react";

const Row = styled("tr")(({ theme: { palette } }) => ({
  "&:focus-visible": { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
  "&:focus-within": { backgroundColor: palette.action.hover },
}));

/** What finds the rows of a table that arrows go through. */
export const decidedRows = "tr[data-decided]";

interface DecidedRowProps<T extends string> {
  readonly name: string;
  /** Two answers: keys 1 and 2. */
  readonly options: readonly [T, T];
  /** Null: nothing is to be decided. */
  readonly onDecide: ((option: T | null) => void) | null;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A row that is decided by keyboard: 1 and 2 answer, Backspace takes the answer back, and the next row has the focus. */
export function DecidedRow<T extends string>({ name, options, onDecide, testId, children }: DecidedRowProps<T>) {
  const press = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (onDecide === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const answer = event.key === "1" ? options[0] : event.key === "2" ? options[1] : event.key === "Backspace" ? null : undefined;
    if (answer === undefined) return;
    event.preventDefault();
    onDecide(answer);
    const next = event.currentTarget.nextElementSibling;
    if (answer !== null && next instanceof HTMLElement) next.focus();
  };
  return (
    <Row data-decided="" tabIndex={-1} aria-label={name} onKeyDown={press} data-testid={testId}>
      {children}
    </Row>
  );
}
