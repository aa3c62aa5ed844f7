import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import EditOutlined from "@mui/icons-material/EditOutlined";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";

interface RecordActionsProps {
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** The last cell of a record's row: edit and remove. */
export function RecordActions({ name, onEdit, onRemove }: RecordActionsProps) {
  const { t } = useTranslation();
  return (
    <td className="number">
      <IconButton size="small" aria-label={`${t("common.edit")}: ${name}`} onClick={onEdit}>
        <EditOutlined fontSize="tiny" />
      </IconButton>
      <IconButton size="small" aria-label={`${t("common.remove")}: ${name}`} onClick={onRemove}>
        <DeleteOutlined fontSize="tiny" />
      </IconButton>
    </td>
  );
}
