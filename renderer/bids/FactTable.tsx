import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";

const Facts = styled("dl")(({ theme: { palette, typography } }) => ({
  ...typography.body2,
  margin: 0,
  display: "grid",
  gridTemplateColumns: "minmax(35%, 1fr) minmax(0, auto)",
  fontVariantNumeric: "tabular-nums",
  "& > *": { padding: "3px 8px", margin: 0, borderTop: `1px solid ${palette.divider}` },
  "& > dd": { textAlign: "right" },
}));

export interface Fact {
  readonly key: string;
  readonly name: string;
  readonly said: ReactNode;
}

/** Facts under one another: what, and what of it. */
export function FactTable({ facts, testId }: { readonly facts: readonly Fact[]; readonly testId: string }) {
  return (
    <Facts data-testid={testId}>
      {facts.map(({ key, name, said }) => [
        <dt key={`${key}-name`}>{name}</dt>,
        <dd key={key} data-fact={key}>
          {said}
        </dd>,
      ])}
    </Facts>
  );
}
