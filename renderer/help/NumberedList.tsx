import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";

interface NumberedListProps {
  readonly entries: readonly { readonly id: string; readonly title?: string; readonly text: string }[];
}

/** Steps in their order; one that has a title explains itself below. */
export function NumberedList({ entries }: NumberedListProps) {
  return (
    <Box component="ol" sx={{ m: 0, pl: 3, "& li": { mb: 1 }, "& li::marker": { fontWeight: 700, color: "text.secondary" } }}>
      {entries.map(({ id, title, text }) => (
        <li key={id}>
          {title === undefined ? (
            text
          ) : (
            <>
              <b>{title}</b>
              <Typography>{text}</Typography>
            </>
          )}
        </li>
      ))}
    </Box>
  );
}
