import { useMemo } from "react";
import type { PrintedReport } from "../../shared/domain/printed-report.ts";
import { captionBlock, flowBlock, type MemoBlock, noteBlock, tableBlock } from "./blocks/memo-blocks.tsx";
import { PagedDocument } from "./PagedDocument.tsx";

function reportBlocks({ title, lines, parts }: PrintedReport): MemoBlock[] {
  const head = flowBlock(
    "title",
    <header className="memo-title">
      <h1>{title}</h1>
      {lines.map((line) => (
        <p key={line} className="memo-subtitle">
          <span>{line}</span>
        </p>
      ))}
    </header>,
  );
  return [
    head,
    ...parts.flatMap(({ caption, notes, columns, rows }, part) => [
      captionBlock(`caption-${part}`, caption),
      ...notes.map((note, at) => noteBlock(`note-${part}-${at}`, note)),
      ...(rows.length === 0
        ? []
        : [
            tableBlock(
              `table-${part}`,
              columns,
              rows.map((cells) => ({ cells })),
            ),
          ]),
    ]),
  ];
}

interface ReportDocumentProps {
  readonly report: PrintedReport;
  readonly onLaidOut: (pages: number) => void;
}

/** A report on A4 pages. */
export function ReportDocument({ report, onLaidOut }: ReportDocumentProps) {
  const blocks = useMemo(() => reportBlocks(report), [report]);
  const frame = useMemo(() => {
    const { head, mark, printedAt, pageOf } = report;
    return { head, mark, foot: <span key="foot" />, printedAt, pageOf };
  }, [report]);
  return <PagedDocument language={report.language} blocks={blocks} frame={frame} onLaidOut={onLaidOut} />;
}
