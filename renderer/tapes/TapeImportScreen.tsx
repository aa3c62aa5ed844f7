import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDropTarget } from "../arrivals/drop-store.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { ImportHistory } from "./ImportHistory.tsx";
import { LastMappingNote } from "./LastMappingNote.tsx";
import { PutBackNote } from "./PutBackNote.tsx";
import { ReplaceQuestion } from "./ReplaceQuestion.tsx";
import { TapeChooser } from "./TapeChooser.tsx";
import { TapeDeeds } from "./TapeDeeds.tsx";
import { TapeMappingView } from "./TapeMappingView.tsx";
import { type PlaceOfTape, TapePlaces } from "./TapePlaces.tsx";
import { tapeName } from "./tape-name.ts";
import { useTapeDraft } from "./use-tape-draft.ts";

/** From the seller's file to a package: choose, confirm what was read, import, see the report; and a reissued file beside it. */
export function TapeImportScreen({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const { data: tapes, error, reload } = useCall("tapes.list", { dealId });
  const standing = tapes?.filter((tape) => tape.undoneAt === null) ?? [];
  const active = standing.find((tape) => tape.standing === "priced");
  const waiting = standing.find((tape) => tape.standing === "waiting");
  const [chosen, setChosen] = useState<PlaceOfTape | null>(null);
  const [isReissuing, setReissuing] = useState(false);
  const place = chosen ?? (waiting === undefined ? "report" : "versions");
  const isChoosing = tapes !== undefined && (active === undefined || isReissuing);
  const draft = useTapeDraft(dealId, {
    isWanted: isChoosing,
    isReissue: active !== undefined,
    imported: standing.map(({ fileSha256 }) => fileSha256),
    onImported: () => {
      setReissuing(false);
      if (active !== undefined) setChosen("versions");
    },
  });
  const canTake = isChoosing && draft.busy === null && draft.replacement === null;
  useDropTarget(!isChoosing && tapes !== undefined ? "hasTape" : canTake ? "tape" : "busy", {
    take: canTake ? (file) => void draft.take(file) : null,
    forget: draft.forgetFailure,
  });
  return (
    <Box sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0, minWidth: 0, height: "100%", bgcolor: "background.default" }}>
      <PageHeader
        title={t("pricing.tape.title")}
        subtitle={
          isReissuing
            ? t("versions.importing", { fileName: draft.file?.fileName ?? "" })
            : ((active ? tapeName(t, active.fileName) : undefined) ?? draft.file?.fileName ?? t("pricing.tape.subtitle"))
        }
      >
        {active === undefined ? null : (
          <TapeDeeds
            dealId={dealId}
            active={active}
            canReissue={waiting === undefined}
            isReissuing={isReissuing}
            onReissue={(begins) => {
              if (!begins) draft.discard();
              setReissuing(begins);
            }}
          />
        )}
      </PageHeader>
      <Box tabIndex={0} sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 2, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <ErrorAlert error={error} onRetry={reload} />
        {isChoosing && draft.putBack !== null ? <PutBackNote putBack={draft.putBack} /> : null}
        {isChoosing && draft.last !== null ? <LastMappingNote last={draft.last} /> : null}
        <ReplaceQuestion draft={draft} />
        {tapes === undefined ? (
          error === undefined && <LinearProgress aria-label={t("common.loading")} />
        ) : !isChoosing && active !== undefined ? (
          <TapePlaces dealId={dealId} active={active} standing={standing} place={place} onPlace={setChosen} />
        ) : draft.inspection !== null && draft.mapping !== null ? (
          <TapeMappingView draft={draft} inspection={draft.inspection} mapping={draft.mapping} />
        ) : (
          <TapeChooser dealId={dealId} draft={draft} />
        )}
        {tapes === undefined || tapes.length === 0 || (isChoosing && draft.inspection !== null) || (!isChoosing && place === "versions") ? null : (
          <ImportHistory tapes={tapes} />
        )}
      </Box>
    </Box>
  );
}
