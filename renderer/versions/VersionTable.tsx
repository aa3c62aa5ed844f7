import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TapeVersion, VersionPair } from "../../shared/contract/version-channels.ts";
import { formatDateTime, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showError, showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface VersionTableProps {
  readonly dealId: number;
  readonly versions: readonly TapeVersion[];
  readonly pair: VersionPair | null;
  readonly onCompare: (pair: VersionPair) => void;
  readonly undoOf: (tapeId: number) => ReactNode;
}

const counts = ["loans", "edits", "runs"] as const;

/** With which other one a version is compared: what waits with what is priced, others with the one before. */
function pairOf(version: TapeVersion, versions: readonly TapeVersion[]): VersionPair | null {
  const priced = versions.find(({ standing }) => standing === "priced");
  const before = versions.find(({ number }) => number === version.number - 1);
  const other = version.standing === "waiting" ? (priced ?? before) : before;
  return other === undefined ? null : { olderTapeId: other.tapeId, newerTapeId: version.tapeId };
}

/** The versions with their dates and sums, newest first. */
export function VersionTable({ dealId, versions, pair, onCompare, undoOf }: VersionTableProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  return (
    <TitledPanel title={t("exports.headWithUnit", { head: t("versions.title"), unit })}>
      <ListTable aria-label={t("versions.title")} data-testid="version-list">
        <thead>
          <tr>
            <th scope="col">{t("versions.number")}</th>
            <th scope="col">{t("versions.file")}</th>
            <th scope="col">{t("versions.importedAt")}</th>
            <th scope="col">{t("versions.cutOff")}</th>
            <th scope="col" className="number">
              {t("versions.loans")}
            </th>
            <th scope="col" className="number">
              {t("versions.principal")}
            </th>
            <th scope="col" className="number">
              {t("versions.claim")}
            </th>
            <th scope="col" className="number">
              {t("versions.appraisal")}
            </th>
            <th scope="col" className="number">
              {t("versions.edits")}
            </th>
            <th scope="col" className="number">
              {t("versions.runs")}
            </th>
            <th scope="col">{t("versions.state")}</th>
            <th scope="col">{t("versions.action")}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <VersionLine key={version.tapeId} dealId={dealId} version={version} versions={versions} pair={pair} onCompare={onCompare} undoOf={undoOf} />
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}

function VersionLine({ dealId, version, versions, pair, onCompare, undoOf }: VersionTableProps & { readonly version: TapeVersion }) {
  const { t } = useTranslation();
  const own = pairOf(version, versions);
  const isShown = own !== null && pair?.newerTapeId === own.newerTapeId && pair.olderTapeId === own.olderTapeId;
  const { tapeId, number, principalFen, interestFen, feesFen } = version;
  const older = versions.find((one) => one.tapeId === own?.olderTapeId)?.number ?? 0;
  const [loans, edits, runs] = counts.map((name) => formatNumber(version[name]));
  const price = async () => {
    try {
      await call("versions.price", { dealId, tapeId });
      showNotice(t("versions.priced", { number }));
    } catch (failure) {
      showError(failure);
    }
  };
  return (
    <tr data-testid={`version-${number}`}>
      <th scope="row">{t("versions.numbered", { number })}</th>
      <td style={{ overflowWrap: "anywhere", minWidth: 72 }}>{version.fileName === "" ? t("sheet.byHand") : version.fileName}</td>
      <td style={{ whiteSpace: "nowrap" }}>{formatDateTime(version.importedAt)}</td>
      <td>{version.cutOffDate ?? ""}</td>
      <td className="number">{loans}</td>
      {[principalFen, principalFen + interestFen + feesFen, version.appraisalFen].map((fen, at) => (
        <td className="number" key={at}>
          <MoneyText fen={fen} />
        </td>
      ))}
      <td className="number">{edits}</td>
      <td className="number">{runs}</td>
      <td data-testid={`standing-${number}`}>{t(`versions.standing.${version.standing}`)}</td>
      <td style={{ whiteSpace: "nowrap" }}>
        {own === null ? null : (
          <Button
            size="small"
            disabled={isShown}
            onClick={() => onCompare(own)}
            title={t("versions.showHint", { older, newer: number })}
            data-testid={`compare-${number}`}
          >
            {isShown ? t("versions.shown") : t("versions.show")}
          </Button>
        )}
        {version.standing === "beside" ? (
          <Button size="small" onClick={() => void price()} data-testid={`price-${number}`}>
            {t("versions.price")}
          </Button>
        ) : null}
        {versions.length > 1 && version.standing !== "priced" ? undoOf(tapeId) : null}
      </td>
    </tr>
  );
}
