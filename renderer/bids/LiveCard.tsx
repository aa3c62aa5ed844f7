import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenRound } from "../../shared/domain/bid-rounds.ts";
import { formatExactMoney, formatExactMoneyWithUnit, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { MoneyField } from "../ui/fields/MoneyField.tsx";
import type { Entered } from "../ui/fields/unread.ts";
import { irrText } from "../ui/irr-text.ts";
import { ClosingRound } from "./ClosingRound.tsx";
import { EventList } from "./EventList.tsx";
import { LimitDialog } from "./LimitDialog.tsx";
import { isOffLadder } from "./ladder-step.ts";
import { SaleClock } from "./SaleClock.tsx";
import { type HeardKind, useRoom } from "./use-room.ts";

interface LiveCardProps {
  readonly dealId: number;
  readonly round: OpenRound;
  readonly isReadOnly: boolean;
}

type OpenDialog = "lower" | "raise" | "close" | null;
/** One key each; `testId` of its button is `card-…`. */
const keys = { o: "own", r: "rival", a: "amount", Backspace: "strike", l: "lower", c: "close" } as const;
type CardDeed = (typeof keys)[keyof typeof keys];
const deeds = Object.entries(keys) as [keyof typeof keys, CardDeed][]; // the table's own entries

/** In the room: the next bid of ours and the way to the limit, large; what others bid by one key. */
export function LiveCard({ dealId, round, isReadOnly }: LiveCardProps) {
  const { t } = useTranslation();
  const region = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const room = useRoom(dealId, round);
  useEffect(() => region.current?.focus(), []);

  /** A button that is pressed may be of no use next: keys stay at work. */
  const backToKeys = () => region.current?.focus();
  const run: Readonly<Record<CardDeed, () => void>> = {
    own: () => void room.bidNext("ownBid").then(backToKeys),
    rival: () => void room.bidNext("rivalBid").then(backToKeys),
    amount: () => field.current?.focus(),
    strike: () => void room.strike().then(backToKeys),
    lower: () => setDialog("lower"),
    close: () => setDialog("close"),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const deed = deeds.find(([key]) => key.toLowerCase() === event.key.toLowerCase())?.[1];
    if (isTyping || isReadOnly || deed === undefined || event.ctrlKey || event.altKey || event.metaKey || dialog !== null) return;
    event.preventDefault();
    run[deed]();
  };
  return (
    <>
      <Box
        ref={region}
        role="group"
        aria-label={t("bids.card.live")}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid="card-live"
        sx={{
          border: 1,
          borderColor: "divider",
          borderRadius: 1,
          p: 1.5,
          bgcolor: "background.paper",
          "&:focus-visible": { outline: 2, outlineColor: "primary.main" },
        }}
      >
        <Standing dealId={dealId} round={round} />
        <DeedButtons round={round} isReadOnly={isReadOnly} run={run} onRaise={() => setDialog("raise")} />
        <AmountForm
          inputRef={field}
          isDisabled={isReadOnly}
          onEnter={async (kind, fen) => {
            const isTaken = await room.bid(kind, fen);
            backToKeys();
            return isTaken;
          }}
        />
        <Box sx={{ mt: 1 }}>
          <ErrorAlert error={room.error} />
        </Box>
      </Box>
      <EventList events={round.events} />
      {(dialog === "lower" || dialog === "raise") && <LimitDialog dealId={dealId} round={round} way={dialog} onClose={() => setDialog(null)} />}
      {dialog === "close" && <ClosingRound dealId={dealId} round={round} onClose={() => setDialog(null)} />}
    </>
  );
}

interface DeedButtonsProps extends Pick<LiveCardProps, "round" | "isReadOnly"> {
  readonly run: Readonly<Record<CardDeed, () => void>>;
  readonly onRaise: () => void;
}

/** What the keys do, as buttons; the limit is raised by a button alone. */
function DeedButtons({ round, isReadOnly, run, onRaise }: DeedButtonsProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1.5, alignItems: "center" }}>
      {deeds.flatMap(([key, deed]) =>
        deed === "amount" || (round.nextFen === null && (deed === "own" || deed === "rival"))
          ? []
          : [
              <Button
                key={deed}
                variant={deed === "own" ? "contained" : "outlined"}
                disabled={isReadOnly || (deed === "own" && (round.stepsLeft < 0 || round.standing?.isOwn === true))}
                onClick={run[deed]}
                data-testid={`card-${deed}`}
              >
                {t(`bids.card.deed.${deed}`, { key: key === "Backspace" ? "⌫" : key.toUpperCase() })}
              </Button>,
            ],
      )}
      <Button color="error" variant="outlined" disabled={isReadOnly} onClick={onRaise} data-testid="card-raise">
        {t("bids.card.raise")}
      </Button>
    </Box>
  );
}

interface AmountFormProps {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly isDisabled: boolean;
  /** Answers whether the bid was taken down. */
  readonly onEnter: (kind: HeardKind, amountFen: number) => Promise<boolean>;
}

/** A bid of another amount than the next one, a rival's by Enter; it stays in the field where it is refused. */
function AmountForm({ inputRef, isDisabled, onEnter }: AmountFormProps) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState<Entered<number>>(null);
  const enter = async (kind: HeardKind) => {
    if (typeof amount === "number" && amount > 0 && (await onEnter(kind, amount))) setAmount(null);
  };
  return (
    <Box
      component="form"
      aria-label={t("bids.card.otherAmount")}
      sx={{ display: "flex", gap: 1, mt: 1.5, alignItems: "center" }}
      onSubmit={(event) => {
        event.preventDefault();
        void enter("rivalBid");
      }}
    >
      <Box sx={{ width: 280 }}>
        <MoneyField label={t("bids.card.otherAmountKey")} valueFen={amount} onChange={setAmount} inputRef={inputRef} testId="card-amount" />
      </Box>
      <Button type="submit" disabled={isDisabled} data-testid="card-amount-rival">
        {t("bids.card.rivalAmount")}
      </Button>
      <Button disabled={isDisabled} onClick={() => void enter("ownBid")} data-testid="card-amount-own">
        {t("bids.card.ownAmount")}
      </Button>
    </Box>
  );
}

/** What stands, what we would bid next or, without a ladder, the limit, and how far that is. */
function Standing({ dealId, round }: { readonly dealId: number; readonly round: OpenRound }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number) => formatExactMoneyWithUnit(fen, unit, language);
  const unitName = moneyUnitLabel(unit, language);
  const { nextFen, limitFen, standing, stepFen } = round;
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(250px, 1fr))", gap: 2, fontVariantNumeric: "tabular-nums" }} aria-live="polite">
      {nextFen === null ? (
        <Large name={t("bids.beliefs.limit")} said={formatExactMoney(limitFen, unit)} unit={unitName} color="error.main" testId="card-limit">
          {""}
        </Large>
      ) : (
        <NextBid dealId={dealId} round={round} nextFen={nextFen} />
      )}
      <Large
        name={t("bids.card.standing")}
        said={standing === null ? t("bids.card.nobody") : formatExactMoney(standing.amountFen, unit)}
        unit={standing === null ? "" : unitName}
        color={standing?.isOwn === true ? "success.main" : "text.primary"}
        testId="card-standing"
      >
        {standing === null ? "" : t(standing.isOwn ? "bids.card.ours" : "bids.card.theirs")}
      </Large>
      <SaleClock endsAt={round.endsAt} extensions={round.extensions} extensionMinutes={round.extensionMinutes} />
      {standing !== null && stepFen !== null && isOffLadder(round, standing.amountFen) ? (
        <Warning testId="card-off-ladder">{t("bids.card.offLadder", { step: money(stepFen) })}</Warning>
      ) : null}
      {standing?.isOwn === true && standing.amountFen > limitFen ? (
        <Warning testId="card-bound">{t("bids.card.boundAbove", { amount: money(standing.amountFen), limit: money(limitFen) })}</Warning>
      ) : null}
    </Box>
  );
}

/** Our next bid on the ladder, what it earns, and how far the limit is. */
function NextBid({ dealId, round, nextFen }: { readonly dealId: number; readonly round: OpenRound; readonly nextFen: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number) => formatExactMoneyWithUnit(fen, unit, language);
  const plain = (fen: number) => formatExactMoney(fen, unit);
  const unitName = moneyUnitLabel(unit, language);
  const { limitFen, standing, stepsLeft, listFen } = round;
  const meant = useCall("bids.at", { dealId, priceFen: nextFen }).data ?? null;
  const isOver = stepsLeft < 0;
  return (
    <>
      <Large
        name={t("bids.card.next")}
        said={isOver ? t("bids.card.stop") : plain(nextFen)}
        unit={isOver ? "" : unitName}
        color={isOver ? "error.main" : "text.primary"}
        testId="card-next"
      >
        {isOver ? t("bids.card.stopNote", { next: money(nextFen) }) : meant === null ? "" : t("bids.card.nextNote", { irr: irrText(meant.irr, t) })}
      </Large>
      <Large
        name={t("bids.card.toLimit")}
        said={plain(Math.max(0, limitFen - (standing?.amountFen ?? listFen ?? 0)))}
        unit={unitName}
        color="error.main"
        testId="card-distance"
      >
        {t("bids.card.limitNote", { limit: money(limitFen), steps: formatNumber(Math.max(0, stepsLeft + 1)) })}
      </Large>
    </>
  );
}

interface LargeProps {
  readonly name: string;
  readonly said: string;
  /** Of a figure; none of a word. */
  readonly unit: string;
  readonly color: string;
  readonly testId: string;
  readonly children: string;
}

function Large({ name, said, unit, color, testId, children }: LargeProps) {
  return (
    <Box>
      <Typography variant="body2" color="textSecondary">
        {name}
      </Typography>
      <Typography component="p" variant="room" sx={{ color }} data-testid={testId}>
        <Box component="span" sx={{ whiteSpace: "nowrap" }}>
          {said}
        </Box>
        {unit === "" ? null : " "}
        {unit === "" ? null : (
          <Box component="span" sx={{ typography: "h2", whiteSpace: "nowrap" }}>
            {unit}
          </Box>
        )}
      </Typography>
      <Typography variant="body2">{children}</Typography>
    </Box>
  );
}

function Warning({ testId, children }: { readonly testId: string; readonly children: string }) {
  return (
    <Typography variant="body1" sx={{ gridColumn: "1 / -1", color: "warning.main" }} data-testid={testId}>
      {children}
    </Typography>
  );
}
