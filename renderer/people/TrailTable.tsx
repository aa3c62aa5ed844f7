import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { TrailEvent } from "../../shared/domain/audit.ts";
import { formatDateTime, formatMoneyWithUnit, formatNumber, noValue } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { deedText, saidOf } from "./trail-text.ts";

const heads = ["number", "at", "kindHead", "deal", "person", "said"] as const;
const shownSigns = 400;

export function TrailTable({ events }: { readonly events: readonly TrailEvent[] }) {
  const { t } = useTranslation();
  return (
    <ListTable aria-label={t("trail.title")} data-testid="trail-table" sx={{ "& td": { verticalAlign: "top" } }}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {t(`trail.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <TrailRow key={event.id} event={event} />
        ))}
      </tbody>
    </ListTable>
  );
}

function TrailRow({ event }: { readonly event: TrailEvent }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { id, at, kind, dealName, personName, isSigned, isClockSetBack, content } = event;
  const said = content === null ? null : saidOf(content, (fen) => formatMoneyWithUnit(fen, unit, language));
  const name = personName ?? said?.by ?? "";
  const signed = t(isSigned ? "trail.signed" : "trail.unsigned");
  return (
    <tr data-testid={`trail-${id}`}>
      <th scope="row">{formatNumber(id)}</th>
      <td style={{ whiteSpace: "nowrap" }}>
        {formatDateTime(at)}
        {isClockSetBack && (
          <Box component="div" sx={{ color: "warning.main", whiteSpace: "normal" }}>
            {t("trail.clockSetBack")}
          </Box>
        )}
      </td>
      <td style={{ whiteSpace: "nowrap" }}>{deedText(kind, t)}</td>
      <td>{dealName ?? noValue}</td>
      <td style={{ whiteSpace: "nowrap" }}>{name === "" ? signed : `${name} · ${signed}`}</td>
      <td>
        <Box component="div" sx={{ wordBreak: "break-all", maxHeight: 60, overflow: "hidden" }} data-selectable>
          {said === null ? t("trail.erasedValue") : said.text.slice(0, shownSigns)}
        </Box>
      </td>
    </tr>
  );
}
