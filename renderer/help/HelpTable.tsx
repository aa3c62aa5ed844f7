import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";

interface HelpTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

export function HelpTable({ label, head, rows }: HelpTableProps) {
  return (
    <Table size="small" aria-label={label} sx={{ "& td:first-of-type": { fontWeight: 700, width: 220 }, "& td": { verticalAlign: "top" } }}>
      <TableHead>
        <TableRow>
          {head.map((text) => (
            <TableCell key={text}>{text}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            {row.cells.map((cell, column) => (
              <TableCell key={head[column] ?? column}>{cell}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
