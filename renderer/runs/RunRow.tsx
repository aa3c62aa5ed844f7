import EditOutlined from "@mui/icons-material/EditOutlined";
import RestoreOutlined from "@mui/icons-material/RestoreOutlined";
import Star from "@mui/icons-material/Star";
import StarBorder from "@mui/icons-material/StarBorder";
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Tooltip from "@mui/material/Tooltip";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { formatDateTime, formatPrice, noValue } from "../../shared/format.ts";
import { offerCommands, type PlaceCommand } from "../desk/commands.ts";
import { call } from "../desk/desk-client.ts";
import { showError, useMoneyUnit } from "../desk/session-store.ts";
import { irrText } from "../ui/irr-text.ts";
import { wholeCell } from "../ui/tables/whole-cell.ts";

interface RunRowProps {
  readonly run: PricingRun;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  readonly onMark: () => void;
  readonly onRestore: () => void;
}

/** One run of the list; its name opens it. */
export function RunRow({ run, isChosen, isOpen, onChoose, onOpen, onMark, onRestore }: RunRowProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const { name, note, isStarred, caseName, savedBy, createdAt, result } = run;
  const irr = result.cases.find((one) => one.caseName === caseName)?.atBidPrice.irr;
  const star = () => void call("runs.mark", { runId: run.id, mark: { isStarred: !isStarred } }).catch(showError);
  const commands: readonly PlaceCommand[] = [
    { id: "openRow", run: onOpen },
    { id: "compareRow", run: onChoose },
    { id: "starRow", run: star },
    { id: "editRow", run: onMark },
    { id: "restoreRow", run: onRestore },
  ];
  return (
    <Box
      component="tr"
      aria-current={isOpen ? "true" : undefined}
      onContextMenu={(event) => offerCommands(event.nativeEvent, commands)}
      sx={{ bgcolor: isOpen ? "action.selected" : undefined, "& td": { py: "1px" }, ...wholeCell("& td:nth-of-type(3)", "button") }}
    >
      <td>
        <Checkbox size="small" checked={isChosen} onChange={onChoose} sx={{ p: 0.25 }} slotProps={{ input: { "aria-label": t("runs.choose", { name }) } }} />
      </td>
      <td>
        <Act label={t(isStarred ? "runs.unstar" : "runs.star")} onClick={star}>
          {isStarred ? <Star fontSize="tiny" color="warning" /> : <StarBorder fontSize="tiny" />}
        </Act>
      </td>
      <Box component="td" sx={{ overflowWrap: "anywhere", minWidth: 160 }}>
        <Link component="button" type="button" onClick={onOpen} sx={{ textAlign: "left", font: "inherit", fontWeight: 700 }}>
          {name}
        </Link>
      </Box>
      <td className="number">{formatPrice(result.bidPriceFen, unit, t("bidRemark.none"))}</td>
      <td className="number">{irr === undefined ? noValue : irrText(irr, t)}</td>
      <td>{t(`code.caseName.${caseName}`)}</td>
      <Box component="td" sx={{ color: savedBy === "" ? "text.secondary" : undefined }}>
        {savedBy || t("runs.savedByNobody")}
      </Box>
      <Box component="td" sx={{ whiteSpace: "nowrap" }}>
        {formatDateTime(createdAt)}
      </Box>
      <Box component="td" title={note} sx={{ maxWidth: 240, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
        {note}
      </Box>
      <Box component="td" sx={{ whiteSpace: "nowrap" }}>
        <Act label={t("runs.edit")} onClick={onMark}>
          <EditOutlined fontSize="tiny" />
        </Act>
        <Act label={t("runs.restore")} onClick={onRestore}>
          <RestoreOutlined fontSize="tiny" />
        </Act>
      </Box>
    </Box>
  );
}

function Act({ label, onClick, children }: { readonly label: string; readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={onClick} sx={{ p: 0.5 }}>
        {children}
      </IconButton>
    </Tooltip>
  );
}
