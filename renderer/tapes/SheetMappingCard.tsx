import Paper from "@mui/material/Paper";
import { useTranslation } from "react-i18next";
import type { RememberedLayout } from "../../shared/domain/seller-words.ts";
import type { SheetInspection, SheetMapping } from "../../shared/domain/tape-mapping.ts";
import type { UnitProposal } from "../../shared/domain/unit-evidence.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { ColumnRow } from "./ColumnRow.tsx";
import type { MappingProblem } from "./mapping-checks.ts";
import { SheetDoubts } from "./SheetDoubts.tsx";
import { SheetHead } from "./SheetHead.tsx";
import { UnitProposalNote } from "./UnitProposalNote.tsx";

interface SheetMappingCardProps {
  readonly inspection: SheetInspection;
  /** Its file, where there are several. */
  readonly fileName: string | null;
  readonly mapping: SheetMapping;
  /** The unit that its amounts speak for, where it isn't the chosen one. */
  readonly proposal: UnitProposal | null;
  readonly problems: readonly MappingProblem[];
  /** What of the sheet is another than last time. */
  readonly differences: RememberedLayout["differences"];
  readonly onChange: (change: Partial<SheetMapping>) => void;
}

/** One sheet of the file: what it is, in what unit, and the field that each of its columns fills. */
export function SheetMappingCard({ inspection, fileName, mapping, proposal, problems, differences, onChange }: SheetMappingCardProps) {
  const { t } = useTranslation();
  const unitMissing = problems.some((problem) => problem.code === "unitMissing");
  const twice = new Set(problems.flatMap((problem) => (problem.code === "fieldMappedTwice" ? [problem.field] : [])));
  return (
    <Paper variant="outlined" component="section" aria-label={inspection.name} sx={{ flexShrink: 0 }}>
      <SheetHead inspection={inspection} fileName={fileName} mapping={mapping} unitMissing={unitMissing} onChange={onChange} />
      {proposal === null ? null : (
        <UnitProposalNote
          proposal={proposal}
          isChosen={mapping.unit !== null}
          onTake={() => onChange({ unit: proposal.unit })}
          testId={`unit-proposal-${mapping.role}`}
        />
      )}
      <SheetDoubts inspection={inspection} mapping={mapping} onChange={onChange} />
      {mapping.role === "notes" ? null : (
        <ListTable sx={{ borderTop: 1, borderColor: "divider" }}>
          <thead>
            <tr>
              <th scope="col">{t("pricing.tape.column")}</th>
              <th scope="col">{t("pricing.tape.samples")}</th>
              <th scope="col">{t("pricing.tape.field")}</th>
              <th scope="col">{t("pricing.tape.confidence")}</th>
              <th scope="col">{t("pricing.tape.columnUnit")}</th>
            </tr>
          </thead>
          <tbody>
            {inspection.columns.map((column) => (
              <ColumnRow
                key={column.index}
                column={column}
                mapping={mapping}
                twice={twice}
                unitMissing={unitMissing}
                change={differences.find(({ header }) => header === column.header)?.change ?? null}
                onChange={onChange}
              />
            ))}
          </tbody>
        </ListTable>
      )}
    </Paper>
  );
}
