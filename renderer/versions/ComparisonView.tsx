import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TapeVersion, VersionFilter, VersionSummary } from "../../shared/contract/version-channels.ts";
import { type VersionList, versionLists } from "../../shared/domain/tape-versions.ts";
import { formatNumber } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { FileJobProgress } from "../ui/files/FileJobProgress.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { AdoptBar } from "./AdoptBar.tsx";
import { ComparisonSums } from "./ComparisonSums.tsx";
import { VersionRowList } from "./VersionRowList.tsx";

interface ComparisonViewProps {
  readonly dealId: number;
  readonly older: TapeVersion;
  readonly newer: TapeVersion;
}

const countOf = (summary: VersionSummary, list: VersionList): number => {
  if (list === "changed") return summary.fields.reduce((sum, { changes }) => sum + changes, 0);
  if (list === "added" || list === "dropped") return summary[list].loans;
  return list === "doubtful" ? summary.doubtful.all : Object.values(summary.edits).reduce((sum, count) => sum + count, 0);
};

/** What is to be decided stands first. */
const firstList = ({ doubtful, openConflicts }: VersionSummary): VersionList => (doubtful.open > 0 ? "doubtful" : openConflicts > 0 ? "edits" : "changed");

/** Where two versions differ, and what becomes of the desk's work. */
export function ComparisonView({ dealId, older, newer }: ComparisonViewProps) {
  const { t } = useTranslation();
  const pair = { olderTapeId: older.tapeId, newerTapeId: newer.tapeId };
  const { data: summary, error, loading, reload } = useCall("versions.compare", { dealId, ...pair });
  const [chosen, setChosen] = useState<VersionList | null>(null);
  const [filter, setFilter] = useState<Omit<VersionFilter, "list">>({ field: null, search: "" });
  const title = t("versions.compared", { newer: newer.number, older: older.number });
  if (summary === undefined)
    return (
      <TitledPanel title={title}>
        <ErrorAlert error={error} onRetry={reload} />
        {error === undefined ? (
          <Box sx={{ px: 1, pb: 1, display: "flex" }}>
            <FileJobProgress kind="compareTapes" text={t("versions.comparing")} />
          </Box>
        ) : null}
      </TitledPanel>
    );
  const list = chosen ?? firstList(summary);
  return (
    <TitledPanel title={title}>
      <ErrorAlert error={error} onRetry={reload} />
      <ComparisonSums summary={summary} />
      {newer.standing === "waiting" ? <AdoptBar dealId={dealId} older={older} newer={newer} summary={summary} isComparing={loading} /> : null}
      <Box sx={{ px: 1, pt: 1, display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
        <ToggleChoice<VersionList>
          label={title}
          options={versionLists}
          value={list}
          textOf={(one) => t("versions.listTab", { list: t(`versions.lists.${one}`), count: formatNumber(countOf(summary, one)) })}
          onChange={(next) => {
            setChosen(next);
            setFilter({ field: null, search: filter.search });
          }}
          flat
        />
      </Box>
      <VersionRowList
        key={list}
        dealId={dealId}
        pair={pair}
        isWaiting={newer.standing === "waiting"}
        summary={summary}
        filter={{ ...filter, list }}
        onFilter={(change) => {
          // What is looked at stays on show while the last of it is decided.
          setChosen(list);
          setFilter({ ...filter, ...change });
        }}
        onDecide={() => setChosen(list)}
      />
    </TitledPanel>
  );
}
