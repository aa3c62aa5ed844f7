import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RunPair } from "../../shared/contract/bridge-channels.ts";
import type { BridgeCause, FenByCase } from "../../shared/domain/bid-bridge.ts";
import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import { useCall } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { Pager } from "../ui/Pager.tsx";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { bridgeMoveText } from "./moved-text.ts";

interface BridgeLoansProps {
  readonly pair: RunPair;
  readonly cause: BridgeCause;
  /** Whose largest moves come first. */
  readonly caseName: CaseName;
  readonly ofPackage: FenByCase;
}

const rowsPerPage = 20;

/** The loans behind a cause, and what of it belongs to the package. */
export function BridgeLoans({ pair, cause, caseName, ofPackage }: BridgeLoansProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const [page, setPage] = useState(0);
  const { data, error, reload } = useCall("bridges.loans", { ...pair, cause, caseName, offset: page * rowsPerPage, limit: rowsPerPage });
  if (data === undefined) return error === undefined ? <LinearProgress aria-label={t("bridge.loansTitle")} /> : <ErrorAlert error={error} onRetry={reload} />;
  const hasRest = caseNames.some((name) => ofPackage[name] !== 0);
  const money = (fen: FenByCase) => caseNames.map((name) => <td key={name}>{bridgeMoveText(fen[name], unit)}</td>);
  const name = t("bridge.loansOf", { cause: t(`bridge.cause.${cause}`) });
  return (
    <Box sx={{ pl: 3, py: 0.5 }} data-testid="bridge-loans">
      {data.total === 0 && !hasRest ? (
        <Typography variant="body2">{t("bridge.noLoans")}</Typography>
      ) : (
        <PlainTable aria-label={name} sx={{ width: "100%" }}>
          <thead>
            <tr>
              <th scope="col">{t("bridge.contractNo")}</th>
              <th scope="col">{t("bridge.debtorName")}</th>
              <th scope="col">{t("bridge.fateHead")}</th>
              {caseNames.map((one) => (
                <th scope="col" className="number" key={one}>
                  {t(`code.caseName.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ contractNo, debtorName, fate, moves }) => (
              <tr key={`${contractNo} ${fate}`}>
                <th scope="row">{contractNo === "" ? t("bridge.unnamed") : contractNo}</th>
                <td className="words">{debtorName}</td>
                <td className="words">{t(`bridge.fate.${fate}`)}</td>
                {money(moves)}
              </tr>
            ))}
            {hasRest ? (
              <tr data-testid="bridge-of-package" title={t("bridge.ofPackageText")}>
                <th scope="row" colSpan={3}>
                  {t("bridge.ofPackage")}
                </th>
                {money(ofPackage)}
              </tr>
            ) : null}
          </tbody>
        </PlainTable>
      )}
      <Pager count={data.total} size={rowsPerPage} page={page} onPage={setPage} />
    </Box>
  );
}
