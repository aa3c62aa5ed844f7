import KeyboardArrowDown from "@mui/icons-material/KeyboardArrowDown";
import KeyboardArrowRight from "@mui/icons-material/KeyboardArrowRight";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { hasEngineMove } from "../../shared/bridge-steps.ts";
import type { BidBridge, BridgeCause, FenByCase } from "../../shared/domain/bid-bridge.ts";
import { caseNames } from "../../shared/domain/codes.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { bridgeMoveText } from "./moved-text.ts";

interface BridgeTableProps {
  readonly bridge: BidBridge;
  readonly openCause: BridgeCause | null;
  readonly onOpen: (cause: BridgeCause | null) => void;
  /** What stands below the line of the cause that is open. */
  readonly children: ReactNode;
}

/** The highest bids before and after in each case, and between them a line per cause that opens to its loans. */
export function BridgeTable({ bridge, openCause, onOpen, children }: BridgeTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const label = moneyUnitLabel(unit, useLanguage());
  const money = (fen: FenByCase, textOf: (fen: number) => string) => caseNames.map((name) => <td key={name}>{textOf(fen[name])}</td>);
  const bid = (fen: number) => formatMoney(fen, unit);
  const move = (fen: number) => bridgeMoveText(fen, unit);
  return (
    <PlainTable tabIndex={0} data-testid="bridge-table" aria-label={t("bridge.title")} sx={{ width: "100%" }}>
      <thead>
        <tr>
          <th scope="col">{t("bridge.causeHead")}</th>
          <th scope="col" aria-label={t("runs.what")} />
          <th scope="col" className="number">
            {t("bridge.loans")}
          </th>
          {caseNames.map((name) => (
            <th scope="col" className="number" key={name}>
              {t("runs.withUnit", { name: t(`code.caseName.${name}`), unit: label })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr data-strong data-testid="bridge-from">
          <th scope="row" colSpan={3}>
            {t("bridge.from")}
          </th>
          {money(bridge.from, bid)}
        </tr>
        {bridge.causes.flatMap(({ cause, moves, loans }) => [
          <tr key={cause} data-testid={`bridge-${cause}`}>
            <th scope="row">
              <CauseButton cause={cause} isOpen={openCause === cause} onOpen={onOpen} />
            </th>
            <td className="words">
              <Typography variant="body2" color="textSecondary" component="span">
                {t(`bridge.causeText.${cause}`)}
              </Typography>
            </td>
            <td>{formatNumber(loans)}</td>
            {money(moves, move)}
          </tr>,
          ...(openCause === cause
            ? [
                <tr key={`${cause}-loans`}>
                  <td colSpan={6} className="words">
                    {children}
                  </td>
                </tr>,
              ]
            : []),
        ])}
        {hasEngineMove(bridge.engine) ? (
          <tr data-testid="bridge-engine">
            <th scope="row">{t("bridge.engine")}</th>
            <td className="words" colSpan={2}>
              <Typography variant="body2" color="textSecondary" component="span">
                {t("bridge.engineText")}
              </Typography>
            </td>
            {money(bridge.engine, move)}
          </tr>
        ) : null}
        <tr data-strong data-testid="bridge-to">
          <th scope="row" colSpan={3}>
            {t("bridge.to")}
          </th>
          {money(bridge.to, bid)}
        </tr>
      </tbody>
    </PlainTable>
  );
}

interface CauseButtonProps {
  readonly cause: BridgeCause;
  readonly isOpen: boolean;
  readonly onOpen: (cause: BridgeCause | null) => void;
}

function CauseButton({ cause, isOpen, onOpen }: CauseButtonProps) {
  const { t } = useTranslation();
  const name = t(`bridge.cause.${cause}`);
  return (
    <Button
      size="small"
      color="inherit"
      startIcon={isOpen ? <KeyboardArrowDown fontSize="small" /> : <KeyboardArrowRight fontSize="small" />}
      aria-expanded={isOpen}
      aria-label={isOpen ? t("bridge.close") : t("bridge.open", { cause: name })}
      onClick={() => onOpen(isOpen ? null : cause)}
      data-testid={`open-${cause}`}
      sx={{ whiteSpace: "nowrap", justifyContent: "flex-start", px: 0.5 }}
    >
      {name}
    </Button>
  );
}
