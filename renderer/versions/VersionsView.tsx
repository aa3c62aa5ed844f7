import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TapeVersion, VersionPair } from "../../shared/contract/version-channels.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ComparisonView } from "./ComparisonView.tsx";
import { VersionTable } from "./VersionTable.tsx";

/** The pair that is shown first: what waits against what is priced, else the two newest. */
function firstPair(versions: readonly TapeVersion[]): VersionPair | null {
  const [newest, other] = versions;
  if (newest === undefined || other === undefined) return null;
  const priced = versions.find(({ standing }) => standing === "priced");
  const older = newest.standing === "waiting" && priced !== undefined ? priced : other;
  return { olderTapeId: older.tapeId, newerTapeId: newest.tapeId };
}

interface VersionsViewProps {
  readonly dealId: number;
  /** What takes the import of a tape back. */
  readonly undoOf: (tapeId: number) => ReactNode;
}

/** The versions of a deal's tape, and two of them held against each other. */
export function VersionsView({ dealId, undoOf }: VersionsViewProps) {
  const { t } = useTranslation();
  const { data: versions, error, reload } = useCall("versions.list", { dealId });
  const [chosen, setChosen] = useState<VersionPair | null>(null);
  if (versions === undefined) return error === undefined ? <LinearProgress aria-label={t("common.loading")} /> : <ErrorAlert error={error} onRetry={reload} />;
  const of = (tapeId: number) => versions.find((one) => one.tapeId === tapeId);
  // A version that was undone is none to compare with.
  const isThere = chosen !== null && of(chosen.olderTapeId) !== undefined && of(chosen.newerTapeId) !== undefined;
  const pair = isThere ? chosen : firstPair(versions);
  const [older, newer] = pair === null ? [] : [of(pair.olderTapeId), of(pair.newerTapeId)];
  return (
    <>
      <ErrorAlert error={error} onRetry={reload} />
      <VersionTable dealId={dealId} versions={versions} pair={pair} onCompare={setChosen} undoOf={undoOf} />
      {older === undefined || newer === undefined ? (
        <Typography variant="body2" color="textSecondary">
          {t("versions.one")}
        </Typography>
      ) : (
        <ComparisonView key={`${older.tapeId}/${newer.tapeId}`} dealId={dealId} older={older} newer={newer} />
      )}
    </>
  );
}
