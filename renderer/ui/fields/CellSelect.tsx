import NativeSelect from "@mui/material/NativeSelect";
import { styled } from "@mui/material/styles";

const CellBox = styled(NativeSelect)(({ theme: { palette, typography, shape } }) => ({
  ...typography.body2,
  border: `1px solid ${palette.divider}`,
  borderRadius: Number(shape.borderRadius) / 2,
  backgroundColor: palette.background.paper,
  "& .MuiNativeSelect-select": { paddingBlock: 2, paddingLeft: 6, textOverflow: "ellipsis" },
  "&:focus-within": { borderColor: palette.primary.main },
  "&.Mui-error": { borderColor: palette.error.main },
  "& option": { backgroundColor: palette.background.paper, color: palette.text.primary },
}));

interface CellSelectProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly T[];
  readonly textOf: (option: T) => string;
  /** Text of the entry that chooses nothing; without it there is none. */
  readonly noneText?: string;
  readonly onChange: (value: T | null) => void;
  readonly error?: boolean;
  readonly width: number | string;
  readonly disabled?: boolean;
  readonly testId?: string;
}

/** The system's own list box: small enough for a table cell, and quick with thirty on a page. */
export function CellSelect<T extends string>({
  label,
  value,
  options,
  textOf,
  noneText,
  onChange,
  error = false,
  width,
  disabled = false,
  testId,
}: CellSelectProps<T>) {
  return (
    <CellBox
      disableUnderline
      value={value ?? ""}
      error={error}
      disabled={disabled}
      onChange={(event) => onChange(options.find((option) => option === event.target.value) ?? null)}
      inputProps={{ "aria-label": label, "aria-invalid": error, ...(testId === undefined ? {} : { "data-testid": testId }) }}
      sx={{ width }}
    >
      {noneText === undefined ? null : <option value="">{noneText}</option>}
      {options.map((option) => (
        <option key={option} value={option}>
          {textOf(option)}
        </option>
      ))}
    </CellBox>
  );
}
