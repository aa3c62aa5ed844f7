import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { useTranslation } from "react-i18next";
import type { MarketFigure, ShownFigure } from "../../shared/domain/market-figures.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { offerCommands } from "../desk/commands.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { RowActions } from "../ui/tables/RowActions.tsx";
import { figureText, valueText } from "./figure-text.ts";
import { originOf } from "./market-tables.ts";
import { rowCommands } from "./row-commands.ts";

interface MarketFiguresTableProps {
  readonly figures: readonly ShownFigure[];
  readonly onEdit: (figure: MarketFigure) => void;
  readonly onRemove: (figure: MarketFigure) => void;
}

/** Published figures with their scope: where another scope says another, that is said. */
export function MarketFiguresTable({ figures, onEdit, onRemove }: MarketFiguresTableProps) {
  const { t } = useTranslation();
  const heads = [t("market.measure"), t("market.scope"), t("market.period")];
  return (
    <Table size="small" stickyHeader aria-label={t("market.figures")}>
      <TableHead>
        <TableRow>
          {heads.map((head) => (
            <TableCell key={head}>{head}</TableCell>
          ))}
          <TableCell align="right">{t("market.value")}</TableCell>
          <TableCell align="right">{t("market.start")}</TableCell>
          <TableCell>{t("market.asOf")}</TableCell>
          <TableCell>{t("market.source")}</TableCell>
          <TableCell>{t("market.origin")}</TableCell>
          <TableCell component="td" aria-label={t("common.actions")} />
        </TableRow>
      </TableHead>
      <TableBody>
        {figures.map((figure) => (
          <FigureRow key={figure.id} figure={figure} onEdit={() => onEdit(figure)} onRemove={() => onRemove(figure)} />
        ))}
        {figures.length === 0 && (
          <TableRow>
            <TableCell colSpan={9} sx={{ color: "text.secondary" }}>
              {t("market.emptyFigures")}
            </TableCell>
          </TableRow>
        )}
      </TableBody>
    </Table>
  );
}

interface FigureRowProps {
  readonly figure: ShownFigure;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function FigureRow({ figure, onEdit, onRemove }: FigureRowProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  return (
    <TableRow
      hover
      data-figure={`${figure.measure}|${figure.scope}|${figure.period}`}
      onContextMenu={(event) => offerCommands(event.nativeEvent, rowCommands(onEdit, onRemove))}
    >
      <TableCell>{t(`market.measureOf.${figure.measure}`)}</TableCell>
      <TableCell>
        {inOneLanguage(figure.scope, language)}
        {figure.hasOtherScope ? ` (${t("market.otherScope")})` : ""}
      </TableCell>
      <TableCell sx={{ whiteSpace: "nowrap" }}>{figure.period}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: "nowrap" }}>
        {figureText(figure, unit, t)}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: "nowrap" }}>
        {figure.start === null ? "" : valueText(figure.measure, figure.start, unit, t)}
      </TableCell>
      <TableCell sx={{ whiteSpace: "nowrap" }}>{figure.asOf}</TableCell>
      <TableCell sx={{ color: "text.secondary" }} data-selectable>
        {inOneLanguage(figure.source, language)}
      </TableCell>
      <TableCell sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>{originOf(figure, t)}</TableCell>
      <RowActions onEdit={onEdit} onRemove={onRemove} testId={`market-figure-${figure.id}`} />
    </TableRow>
  );
}
