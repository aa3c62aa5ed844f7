import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import GlobalStyles from "@mui/material/GlobalStyles";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BidDesk } from "../../shared/contract/bid-channels.ts";
import { headText } from "../../shared/domain/audit.ts";
import type { BidLadder, OpenRound } from "../../shared/domain/bid-rounds.ts";
import { formatDate, formatExactMoneyWithUnit, formatNumber, noValue } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { LadderTable } from "./LadderTable.tsx";

interface CardDialogProps {
  readonly dealId: number;
  readonly desk: BidDesk;
  /** Null where bids don't climb. */
  readonly ladder: BidLadder | null;
  readonly round: OpenRound | null;
  readonly onClose: () => void;
}

/** On paper there is the card and nothing else of the window: one page, since nobody turns a page in the room. */
const onPaper = {
  "@media print": {
    "@page": { margin: "10mm" },
    "body *": { visibility: "hidden" },
    "[data-card-paper], [data-card-paper] *": { visibility: "visible" },
    "[data-card-paper]": { position: "fixed", left: 0, top: 0, width: "100%", color: "#000", background: "#fff" },
  },
};

/** The walk-away card as one page, to print. */
export function CardDialog({ onClose, ...card }: CardDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [failure, setFailure] = useState<unknown>(undefined);
  const [today] = useState(() => formatDate(new Date().toISOString()));
  const print = async () => {
    setFailure(undefined);
    if (await call("app.printPage", { paper: "A4" })) showNotice(t("bids.card.printed"));
  };
  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth aria-labelledby={titleId}>
      <GlobalStyles styles={onPaper} />
      <DialogTitle id={titleId}>{t("bids.card.paperTitle")}</DialogTitle>
      <DialogContent dividers>
        <ErrorAlert error={failure} />
        <CardPaper {...card} today={today} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("common.close")}
        </Button>
        <Button variant="contained" onClick={() => void print().catch(setFailure)} data-testid="card-print">
          {t("bids.card.print")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function CardPaper({ dealId, desk, ladder, round, today }: Omit<CardDialogProps, "onClose"> & { readonly today: string }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const deal = useCall("deals.get", { dealId }).data;
  const trail = useCall("trail.list", { dealId: null, personId: null, area: null, offset: 0, limit: 1 }).data;
  const { beliefs, sale, approvedFen } = desk;
  const money = (fen: number | null) => (fen === null ? noValue : formatExactMoneyWithUnit(fen, unit, language));
  const said = round ?? { ...sale, saleForm: beliefs.saleForm };
  const minutes = said.extensionMinutes;
  const facts = [
    [t("bids.beliefs.form"), t(`bids.form.${said.saleForm}`)],
    [t("bids.beliefs.list"), money(said.listFen)],
    [t("bids.beliefs.step"), money(said.stepFen)],
    [t("bids.beliefs.deposit"), money(said.depositFen)],
    [t("bids.beliefs.extension"), minutes === 0 ? t("bids.beliefs.noExtension") : t("bids.beliefs.extensionText", { minutes })],
    [t("bids.beliefs.oneBidder"), t(`bids.oneBidder.${said.oneBidderRule}`)],
    [t("bids.beliefs.raiser"), said.raiser === "" ? t("bids.card.nobodyRaises") : said.raiser],
    [t("bids.card.approval"), approvedFen === null ? t("bids.card.noApproval") : t("bids.card.approvedTo", { limit: money(approvedFen) })],
  ] as const;
  const half = Math.ceil((ladder?.rungs.length ?? 0) / 2);
  return (
    <Box data-card-paper data-testid="card-paper" sx={{ p: 1 }}>
      <Box sx={{ display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: 2 }}>
        <Typography variant="h1" component="p">
          {`${t("bids.card.paperTitle")} · ${deal?.name ?? ""}`}
        </Typography>
        <Typography variant="body2">{t("bids.card.paperDate", { date: today })}</Typography>
      </Box>
      <Box sx={{ display: "flex", gap: 3, my: 1, alignItems: "flex-start" }}>
        <Box sx={{ border: 2, borderColor: "error.main", px: 2, py: 1 }}>
          <Typography variant="body2">{t("bids.beliefs.limit")}</Typography>
          <Typography component="p" variant="room" sx={{ color: "error.main", whiteSpace: "nowrap" }}>
            {money(round?.limitFen ?? sale.limitFen)}
          </Typography>
          <Typography variant="body2">
            {ladder === null ? "" : ladder.steps < 0 ? t("bids.card.listAbove") : t("bids.card.stepsWithin", { steps: formatNumber(ladder.steps) })}
          </Typography>
        </Box>
        <Box component="dl" sx={{ m: 0, typography: "body2", display: "grid", gridTemplateColumns: "auto 1fr", columnGap: 2 }}>
          {facts.map(([name, fact]) => [
            <dt key={`${name}-name`}>{name}</dt>,
            <dd key={name} style={{ margin: 0 }}>
              {fact}
            </dd>,
          ])}
        </Box>
      </Box>
      <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 2, alignItems: "start", "& th, & td": { py: "1px !important" } }}>
        {ladder !== null && <LadderTable ladder={ladder} to={half} />}
        {ladder !== null && ladder.rungs.length > half && <LadderTable ladder={ladder} from={half} />}
      </Box>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {t("bids.card.paperNote")}
      </Typography>
      {trail?.head == null ? null : (
        <Typography variant="body2" data-testid="card-trail">
          {`${t("trail.head")} ${headText(trail.head)}`}
        </Typography>
      )}
    </Box>
  );
}
