import { maxReportFindings, type TapeReport } from "../../../shared/domain/import-report.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import type { FindingKind, TapeSink } from "./tape-sink.ts";

/** So many are kept before those that the report has no room for go. */
const mostKept = 4 * maxReportFindings;

/** Hands findings on and keeps what the report says of them: the first ones, and how many there are of each code. */
export class FindingLog {
  readonly #sink: Pick<TapeSink, "addFinding">;
  readonly #counts: Partial<Record<TapeFinding["code"], number>> = {};
  /** Place of each sheet in the order of reading. */
  readonly #sheets = new Map<string, number>();
  #rejections: TapeFinding[] = [];
  readonly #warnings: TapeFinding[] = [];

  constructor(sink: Pick<TapeSink, "addFinding">) {
    this.#sink = sink;
  }

  openSheet(name: string): void {
    this.#sheets.set(name, this.#sheets.size);
  }

  add(kind: FindingKind, finding: TapeFinding): void {
    this.#sink.addFinding(kind, finding);
    this.#counts[finding.code] = (this.#counts[finding.code] ?? 0) + 1;
    if (kind === "warning") {
      if (this.#warnings.length < maxReportFindings) this.#warnings.push(finding);
      return;
    }
    this.#rejections.push(finding);
    if (this.#rejections.length === mostKept) this.#rejections = this.#firstRejections();
  }

  get report(): Pick<TapeReport, "rejections" | "warnings" | "findingCounts"> {
    return { rejections: this.#firstRejections(), warnings: this.#warnings, findingCounts: this.#counts };
  }

  /** As their rows stand in the file: rows that were held back come late. */
  #firstRejections(): TapeFinding[] {
    const place = ({ sheet }: TapeFinding) => this.#sheets.get(sheet) ?? 0;
    return this.#rejections.toSorted((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0)).slice(0, maxReportFindings);
  }
}
