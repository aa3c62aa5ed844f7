import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { shanghaiTime } from "../../shared/domain/bid-dates.ts";
import { formatNumber } from "../../shared/format.ts";

interface SaleClockProps {
  readonly endsAt: string | null;
  readonly extensions: number;
  readonly extensionMinutes: number;
}

const tickMs = 250;

/** What is left of the sale, by this machine's clock, and how often its end was put off. */
export function SaleClock({ endsAt, extensions, extensionMinutes }: SaleClockProps) {
  const { t } = useTranslation();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const leftMs = endsAt === null ? null : Math.max(0, Date.parse(endsAt) - nowMs);
  const isExtending = leftMs !== null && leftMs <= extensionMinutes * 60_000;
  return (
    <Box>
      <Typography variant="body2" color="textSecondary">
        {t("bids.card.clock")}
      </Typography>
      <Typography
        component="p"
        role="timer"
        aria-live="off"
        variant="room"
        sx={{ color: isExtending ? "warning.main" : "text.primary" }}
        data-testid="card-clock"
      >
        {leftMs === null ? t("bids.card.noClock") : leftMs === 0 ? t("bids.card.ended") : clockText(leftMs)}
      </Typography>
      <Typography variant="body2" data-testid="card-extensions" data-extensions={extensions}>
        {endsAt === null ? "" : t("bids.card.extensions", { count: formatNumber(extensions), ends: shanghaiTime(Date.parse(endsAt)).slice(0, 5) })}
      </Typography>
    </Box>
  );
}

function clockText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(seconds % 60)}`;
}
