import type { ReactNode } from "react";

export interface MemoColumn {
  readonly label: string;
  /** Share of the table's width in percent. */
  readonly width: number;
  readonly numeric?: boolean;
}

export interface MemoRow {
  readonly cells: readonly ReactNode[];
  readonly emphasis?: "total" | "part" | "group";
}

/** A part of the memo that goes on a page whole, or a table that may break between rows. */
export type MemoBlock =
  | {
      readonly kind: "flow";
      readonly id: string;
      readonly node: ReactNode;
      readonly keepWithNext: boolean;
      /** The words of a section's heading, which is yet to be numbered. */
      readonly heading?: string;
    }
  | { readonly kind: "table"; readonly id: string; readonly columns: readonly MemoColumn[]; readonly rows: readonly MemoRow[] };

export function flowBlock(id: string, node: ReactNode, keepWithNext = false): MemoBlock {
  return { kind: "flow", id, node, keepWithNext };
}

export function headingBlock(id: string, text: string): MemoBlock {
  return flowBlock(id, <h2 className="memo-heading">{text}</h2>, true);
}

/** The heading of a section; `numberHeadings` counts it. */
export function sectionBlock(id: string, text: string): MemoBlock {
  return { kind: "flow", id, node: <h2 className="memo-heading">{text}</h2>, keepWithNext: true, heading: text };
}

export function captionBlock(id: string, text: string): MemoBlock {
  return flowBlock(id, <h3 className="memo-caption">{text}</h3>, true);
}

export function noteBlock(id: string, text: string): MemoBlock {
  return flowBlock(id, <p className="memo-note">{text}</p>);
}

export function tableBlock(id: string, columns: readonly MemoColumn[], rows: readonly MemoRow[]): MemoBlock {
  return { kind: "table", id, columns, rows };
}

/** Pairs of name and value, two pairs to a line. */
export function factsBlock(id: string, facts: readonly (readonly [string, ReactNode])[]): MemoBlock {
  const lines = facts.reduce<(readonly [string, ReactNode])[][]>((all, fact, index) => {
    if (index % 2 === 0) all.push([fact]);
    else all.at(-1)?.push(fact);
    return all;
  }, []);
  return flowBlock(
    id,
    <table className="memo-facts">
      <tbody>
        {lines.map((line) => (
          <tr key={line[0]?.[0]}>
            {line.map(([name, value]) => [
              <th key={`${name} name`} scope="row">
                {name}
              </th>,
              <td key={`${name} value`} colSpan={line.length === 1 ? 3 : 1}>
                {value}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>,
  );
}
