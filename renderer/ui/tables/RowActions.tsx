import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import EditOutlined from "@mui/icons-material/EditOutlined";
import IconButton from "@mui/material/IconButton";
import TableCell from "@mui/material/TableCell";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";

interface RowActionsProps {
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly testId: string;
}

/** The last cell of a table's row: edit and remove. */
export function RowActions({ onEdit, onRemove, testId }: RowActionsProps) {
  const { t } = useTranslation();
  return (
    <TableCell align="right" sx={{ whiteSpace: "nowrap", py: 0 }}>
      <Tooltip title={t("common.edit")}>
        <IconButton aria-label={t("common.edit")} onClick={onEdit}>
          <EditOutlined fontSize="tiny" />
        </IconButton>
      </Tooltip>
      <Tooltip title={t("common.remove")}>
        <IconButton aria-label={t("common.remove")} onClick={onRemove} data-testid={`${testId}-remove`}>
          <DeleteOutlined fontSize="tiny" />
        </IconButton>
      </Tooltip>
    </TableCell>
  );
}
