import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OwnWord } from "../../shared/contract/dictionary-channels.ts";
import { formatDateTime } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { TeachForm } from "./TeachForm.tsx";
import { useCodeText } from "./use-code-text.ts";

/** The words that the desk taught, and the form to teach another. */
export function OwnWords() {
  const { t } = useTranslation();
  const { data: words, error, reload } = useCall("dictionary.words", undefined);
  const [removal, setRemoval] = useState<OwnWord | null>(null);
  return (
    <TitledPanel title={t("dictionary.own")}>
      <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 1 }}>
        {t("dictionary.ownText")}
      </Typography>
      <TeachForm />
      <ErrorAlert error={error} onRetry={reload} />
      {words === undefined ? null : words.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 1 }}>
          {t("dictionary.ownEmpty")}
        </Typography>
      ) : (
        <WordTable words={words} onRemove={setRemoval} />
      )}
      {removal === null ? null : (
        <ConfirmDialog
          title={t("dictionary.forgetTitle", { word: removal.word })}
          text={t("dictionary.forgetText", { word: removal.word, field: t(`tape.field.${removal.field}`) })}
          confirmText={t("common.remove")}
          act={() => call("dictionary.forget", { id: removal.id })}
          onClose={() => setRemoval(null)}
          testId="forget-word"
        />
      )}
    </TitledPanel>
  );
}

function WordTable({ words, onRemove }: { readonly words: readonly OwnWord[]; readonly onRemove: (word: OwnWord) => void }) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  return (
    <ListTable aria-label={t("dictionary.own")} data-testid="own-words">
      <thead>
        <tr>
          <th scope="col">{t("dictionary.field")}</th>
          <th scope="col">{t("dictionary.word")}</th>
          <th scope="col">{t("dictionary.code")}</th>
          <th scope="col">{t("dictionary.by")}</th>
          <th scope="col">{t("dictionary.at")}</th>
          <Box component="td" aria-label={t("common.actions")} sx={{ bgcolor: "background.default" }} />
        </tr>
      </thead>
      <tbody>
        {words.map((own) => (
          <tr key={own.id}>
            <td>{t(`tape.field.${own.field}`)}</td>
            <th scope="row">{own.word}</th>
            <td>
              {codeText(own.field, own.code)}
              {own.builtInCode === null || own.builtInCode === own.code ? null : (
                <Typography variant="body2" component="span" color="warning" sx={{ ml: 0.75 }}>
                  {t("dictionary.instead", { builtIn: codeText(own.field, own.builtInCode) })}
                </Typography>
              )}
            </td>
            <td>{own.taughtBy === "" ? t("dictionary.nobody") : own.taughtBy}</td>
            <td>{formatDateTime(own.taughtAt)}</td>
            <td className="number">
              <IconButton
                aria-label={t("dictionary.forget", { word: own.word })}
                onClick={() => onRemove(own)}
                sx={{ p: 0.25 }}
                data-testid={`forget-word-${own.id}`}
              >
                <DeleteOutlined fontSize="tiny" />
              </IconButton>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
