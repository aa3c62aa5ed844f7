import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { headText } from "../../shared/domain/audit.ts";
import type { Dossier, DossierVerdict, RunVerdict } from "../../shared/domain/dossier.ts";
import { formatDateTime, formatMoney, formatNumber, noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface DossierContentsProps {
  readonly dossier: Dossier;
  /** Null until its runs were priced again. */
  readonly verdict: DossierVerdict | null;
}

/** What a dossier says of itself, its runs, and what became of each part. */
export function DossierContents({ dossier, verdict }: DossierContentsProps) {
  const { t } = useTranslation();
  const { manifest, parts, manifestSha256 } = dossier;
  const { deal, tape, head } = manifest;
  const others = parts.filter(({ state }) => state !== "intact").length;
  const lines = [
    t("dossier.facts", { deal: deal.name, seller: deal.seller || t("dossier.notStated"), tape: tape.fileName, loans: formatNumber(tape.loans) }),
    t("dossier.made", {
      madeAt: formatDateTime(manifest.madeAt),
      madeBy: manifest.madeBy || t("dossier.notStated"),
      engine: manifest.engineVersion,
      head: head === null ? t("dossier.noHead") : headText(head),
    }),
    t("dossier.hash", { sha256: manifestSha256 }),
  ];
  return (
    <Box data-testid="dossier" data-selectable sx={{ display: "flex", flexDirection: "column", gap: 1, px: 1, pb: 1 }}>
      <Alert severity={others === 0 ? "success" : "error"} data-testid="dossier-state">
        {others === 0 ? t("dossier.allIntact") : t("dossier.notIntact", { count: others })}
      </Alert>
      {lines.map((line) => (
        <Typography key={line} variant="body2" sx={{ overflowWrap: "anywhere" }}>
          {line}
        </Typography>
      ))}
      {verdict !== null &&
        verdict.runs.map((run) => (
          <Alert key={run.name} severity={severityOf(run.verdict)} data-testid="dossier-verdict">
            <VerdictText {...run} />
          </Alert>
        ))}
      <RunList dossier={dossier} />
      <PartList dossier={dossier} />
    </Box>
  );
}

const severityOf = ({ kind }: RunVerdict) => (kind === "equal" ? "success" : kind === "otherEngine" ? "warning" : "error");

function VerdictText({ name, verdict }: DossierVerdict["runs"][number]) {
  const { t } = useTranslation();
  const { kind, ...values } = verdict;
  return t(`dossier.verdict.${kind}`, { name, ...values });
}

function RunList({ dossier: { manifest } }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const moneyUnit = useMoneyUnit();
  const unit = t(`code.moneyUnit.${moneyUnit}`);
  const heads = [
    { text: t("dossier.run") },
    { text: t("dossier.savedAt") },
    { text: t("dossier.bid", { unit }), isNumber: true },
    { text: t("dossier.limit", { unit }), isNumber: true },
    { text: t("dossier.engine") },
    { text: t("dossier.seed"), isNumber: true },
  ];
  return (
    <ListTable aria-label={t("dossier.runs")} data-testid="dossier-runs">
      <thead>
        <tr>
          {heads.map(({ text, isNumber }) => (
            <th scope="col" key={text} className={isNumber ? "number" : undefined}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {manifest.runs.map((run) => (
          <tr key={run.folder} title={run.runHash}>
            <th scope="row">{run.name}</th>
            <td>{formatDateTime(run.createdAt)}</td>
            <td className="number">{formatMoney(run.bidPriceFen, moneyUnit)}</td>
            <td className="number">{formatMoney(run.maxBidFen.base, moneyUnit)}</td>
            <td>{run.engineVersion}</td>
            <td className="number">{run.seed === null ? noValue : String(run.seed)}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}

function PartList({ dossier: { manifest, parts } }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const hashes = new Map(manifest.parts.map(({ name, sha256 }) => [name, sha256]));
  return (
    <ListTable aria-label={t("dossier.parts")} data-testid="dossier-parts">
      <thead>
        <tr>
          {(["part", "bytes", "sha256", "state"] as const).map((head) => (
            <th scope="col" key={head} className={head === "bytes" ? "number" : undefined}>
              {t(`dossier.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map(({ name, bytes, state }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{formatNumber(bytes)}</td>
            <td>{hashes.get(name)?.slice(0, 16) ?? noValue}</td>
            <td>{t(`dossier.stateOf.${state}`)}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
