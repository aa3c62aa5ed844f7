import ArrowDownward from "@mui/icons-material/ArrowDownward";
import ArrowUpward from "@mui/icons-material/ArrowUpward";
import ViewColumnOutlined from "@mui/icons-material/ViewColumnOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ColumnLayout, plainColumns } from "../../../shared/domain/desk-layout.ts";
import { orderAfterMove, orderedKeys } from "./arranged-columns.ts";

interface ChoosableColumn {
  readonly key: string;
  readonly label: string;
}

interface ColumnChooserProps {
  /** In the table's own order; the first one stays, where it is and shown. */
  readonly columns: readonly ChoosableColumn[];
  readonly layout: ColumnLayout;
  readonly onChange: (change: Partial<ColumnLayout>) => void;
  readonly testId: string;
}

/** Which columns a table shows and in what order. */
export function ColumnChooser({ columns, layout, onChange, testId }: ColumnChooserProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title={t("layout.columns")}>
        <IconButton aria-label={t("layout.columns")} aria-haspopup="dialog" data-testid={testId} onClick={(event) => setAnchor(event.currentTarget)}>
          <ViewColumnOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{ paper: { role: "dialog", "aria-label": t("layout.columns"), sx: { p: 1, width: 268 } } }}
      >
        <ColumnList columns={columns} layout={layout} onChange={onChange} />
        <Button onClick={() => onChange(plainColumns)} sx={{ mt: 0.5 }} data-testid={`${testId}-reset`}>
          {t("layout.columnsReset")}
        </Button>
      </Popover>
    </>
  );
}

function ColumnList({ columns, layout, onChange }: Omit<ColumnChooserProps, "testId">) {
  const { t } = useTranslation();
  const keys = columns.map(({ key }) => key);
  const order = orderedKeys(keys, layout);
  const show = (key: string, isShown: boolean) => onChange({ hidden: isShown ? layout.hidden.filter((one) => one !== key) : [...layout.hidden, key] });
  const move = (key: string, place: number) => {
    const at = order[place];
    if (at !== undefined) onChange({ order: [...orderAfterMove(keys, layout, key, at)] });
  };
  return (
    <Box component="ul" aria-label={t("layout.columns")} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {order.map((key, index) => (
        <ColumnLine
          key={key}
          label={columns.find((column) => column.key === key)?.label ?? key}
          isShown={!layout.hidden.includes(key)}
          onShow={index === 0 ? null : (isShown) => show(key, isShown)}
          onUp={index < 2 ? null : () => move(key, index - 1)}
          onDown={index === 0 || index === order.length - 1 ? null : () => move(key, index + 1)}
        />
      ))}
    </Box>
  );
}

interface ColumnLineProps {
  readonly label: string;
  readonly isShown: boolean;
  /** Null: it has to stay. */
  readonly onShow: ((isShown: boolean) => void) | null;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
}

function ColumnLine({ label, isShown, onShow, onUp, onDown }: ColumnLineProps) {
  const { t } = useTranslation();
  return (
    <Box component="li" sx={{ display: "flex", alignItems: "center" }}>
      <FormControlLabel
        sx={{ flex: 1, minWidth: 0, mx: 0 }}
        disabled={onShow === null}
        control={<Checkbox size="small" checked={isShown} onChange={(_event, next) => onShow?.(next)} sx={{ p: 0.25, mr: 0.5 }} />}
        disableTypography
        label={
          <Typography variant="body2" component="span" noWrap>
            {label}
          </Typography>
        }
      />
      <IconButton aria-label={t("layout.columnUp", { name: label })} disabled={onUp === null} onClick={() => onUp?.()} sx={{ p: 0.25 }}>
        <ArrowUpward fontSize="tiny" />
      </IconButton>
      <IconButton aria-label={t("layout.columnDown", { name: label })} disabled={onDown === null} onClick={() => onDown?.()} sx={{ p: 0.25 }}>
        <ArrowDownward fontSize="tiny" />
      </IconButton>
    </Box>
  );
}
