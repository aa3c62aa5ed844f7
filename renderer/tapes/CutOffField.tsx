import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { DenseInput } from "../ui/fields/DenseInput.tsx";

interface CutOffFieldProps {
  readonly value: string | null;
  readonly onChange: (cutOffDate: string | null) => void;
}

/** The date of the balances. */
export function CutOffField({ value, onChange }: CutOffFieldProps) {
  const { t } = useTranslation();
  return (
    <Box component="label" sx={{ typography: "body2", display: "flex", alignItems: "center", gap: 0.75 }}>
      {t("pricing.tape.cutOff")}
      <DenseInput
        type="date"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
        inputProps={{ "data-testid": "cut-off-date" }}
        sx={{ height: 26 }}
      />
    </Box>
  );
}
