import Close from "@mui/icons-material/Close";
import Search from "@mui/icons-material/Search";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import { DenseInput } from "../fields/DenseInput.tsx";

interface SearchInputProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Says what is searched. */
  readonly label: string;
  readonly testId: string;
  readonly width: number | string;
}

/** A box that narrows a list; Escape or its cross empties it. */
export function SearchInput({ value, onChange, label, testId, width }: SearchInputProps) {
  const { t } = useTranslation();
  return (
    <DenseInput
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing || value === "") return;
        event.stopPropagation();
        onChange("");
      }}
      placeholder={label}
      startAdornment={<Search fontSize="tiny" color="action" />}
      endAdornment={
        value === "" ? undefined : (
          <IconButton aria-label={t("layout.clearSearch")} onClick={() => onChange("")} sx={{ p: 0.25 }}>
            <Close fontSize="tiny" />
          </IconButton>
        )
      }
      inputProps={{ "aria-label": label, "data-testid": testId, "data-search": "true", maxLength: 100 }}
      sx={{ width, minWidth: 0 }}
    />
  );
}
