import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { VersionsView } from "../versions/VersionsView.tsx";
import { TapeReportView } from "./TapeReportView.tsx";
import { tapeName } from "./tape-name.ts";
import { UndoImportButton } from "./UndoImportButton.tsx";

const tapePlaces = ["report", "versions"] as const;
export type PlaceOfTape = (typeof tapePlaces)[number];

interface TapePlacesProps {
  readonly dealId: number;
  readonly active: TapeRecord;
  /** All tapes of the deal whose imports aren't undone. */
  readonly standing: readonly TapeRecord[];
  readonly place: PlaceOfTape;
  readonly onPlace: (place: PlaceOfTape) => void;
}

/** What became of the file's rows, or the versions of the tape. */
export function TapePlaces({ dealId, active, standing, place, onPlace }: TapePlacesProps) {
  const { t } = useTranslation();
  const isWaiting = standing.some((tape) => tape.standing === "waiting");
  const undoOf = (tapeId: number) => {
    const tape = standing.find(({ id }) => id === tapeId);
    return tape === undefined ? null : <UndoImportButton tape={tape} isOfList />;
  };
  return (
    <>
      <div>
        <ToggleChoice<PlaceOfTape>
          label={t("versions.place")}
          options={tapePlaces}
          value={place}
          textOf={(one) => t(one === "report" ? "versions.report" : "versions.title")}
          onChange={onPlace}
        />
      </div>
      {place === "versions" ? (
        <VersionsView dealId={dealId} undoOf={undoOf} />
      ) : (
        <>
          {isWaiting ? (
            <Alert
              severity="info"
              variant="outlined"
              sx={{ bgcolor: "background.paper", py: 0, flexShrink: 0 }}
              action={
                <Button size="small" onClick={() => onPlace("versions")}>
                  {t("versions.toVersions")}
                </Button>
              }
            >
              {t("versions.waiting", { fileName: tapeName(t, active.fileName) })}
            </Alert>
          ) : null}
          <TapeReportView tape={active} />
        </>
      )}
    </>
  );
}
