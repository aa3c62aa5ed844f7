import { useTranslation } from "react-i18next";
import { DayField } from "../ui/fields/DayField.tsx";
import { isUnread } from "../ui/fields/unread.ts";
import { AddRowDialog } from "./AddRowDialog.tsx";
import { useNewRow } from "./use-new-row.ts";

interface StartByHandDialogProps {
  readonly dealId: number;
  /** As the deal states it. */
  readonly cutOffDate: string | null;
  readonly onStarted: () => void;
  readonly onClose: () => void;
}

/** The first loan of a deal without any file. */
export function StartByHandDialog({ dealId, cutOffDate, onStarted, onClose }: StartByHandDialogProps) {
  const { t } = useTranslation();
  const row = useNewRow({ dealId, list: "loan", form: "startByHand", cutOffDate });
  const save = async () => {
    if (!isUnread(row.day) && (await row.start(row.day)) !== null) onStarted();
  };
  return (
    <AddRowDialog title={t("tapeSheet.none.byHand")} list="loan" row={row} onSave={() => void save()} onClose={onClose}>
      <DayField label={t("tape.field.cutOffDate")} value={row.day} onChange={row.setDay} testId="new-cut-off" />
    </AddRowDialog>
  );
}
