import Box from "@mui/material/Box";
import Pagination from "@mui/material/Pagination";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../shared/format.ts";

interface PagerProps {
  readonly count: number;
  readonly size: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Turns the pages of a long list, which is drawn a page at a time; nothing for one that fits. Pages count from 0. */
export function Pager({ count, size, page, onPage }: PagerProps) {
  const { t } = useTranslation();
  if (count <= size) return null;
  return (
    <Box component="nav" aria-label={t("common.pages")} sx={{ display: "flex", alignItems: "center", gap: 1, px: 1, flexShrink: 0 }} data-testid="pager">
      <span>
        {t("common.shown", { from: formatNumber(page * size + 1), to: formatNumber(Math.min(count, (page + 1) * size)), count: formatNumber(count) })}
      </span>
      <Pagination size="small" count={Math.ceil(count / size)} page={page + 1} onChange={(_event, next) => onPage(next - 1)} />
    </Box>
  );
}
