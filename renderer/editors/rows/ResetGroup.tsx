import UndoIcon from "@mui/icons-material/Undo";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";

interface ResetGroupProps {
  readonly group: string;
  readonly onReset: () => void;
}

/** Brings all values of a group back to what its set says. */
export function ResetGroup({ group, onReset }: ResetGroupProps) {
  const { t } = useTranslation();
  return (
    <Button size="small" startIcon={<UndoIcon />} onClick={onReset} data-testid={`reset-${group}`} sx={{ py: 0 }}>
      {t("pricing.group.reset")}
    </Button>
  );
}
