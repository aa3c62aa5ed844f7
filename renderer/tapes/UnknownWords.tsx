import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { UnknownWord } from "../../shared/contract/dictionary-channels.ts";
import { fieldRecord } from "../../shared/domain/tape-fields.ts";
import { formatNumber } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { teachWord } from "../dictionary/teach-word.ts";
import { useCodeText } from "../dictionary/use-code-text.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** Words of the tape that stand for no code, each to be taught where it stands. */
export function UnknownWords({ tapeId }: { readonly tapeId: number }) {
  const { t } = useTranslation();
  const { data: words = [] } = useCall("dictionary.unknownWords", { tapeId });
  if (words.length === 0) return null;
  return (
    <TitledPanel title={t("dictionary.unknown")}>
      <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 1 }}>
        {t("dictionary.unknownText")}{" "}
        <Button onClick={() => navigate({ screen: "dictionary" })} data-testid="open-dictionary">
          {t("dictionary.open")}
        </Button>
      </Typography>
      <ListTable aria-label={t("dictionary.unknown")} data-testid="unknown-words">
        <thead>
          <tr>
            <th scope="col">{t("dictionary.field")}</th>
            <th scope="col">{t("dictionary.word")}</th>
            <th scope="col" className="number">
              {t("dictionary.rows")}
            </th>
            <th scope="col">{t("dictionary.code")}</th>
          </tr>
        </thead>
        <tbody>
          {words.map((word) => (
            <UnknownWordRow key={`${word.field}/${word.word}`} unknown={word} />
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}

function UnknownWordRow({ unknown: { field, word, rows, taughtCode } }: { readonly unknown: UnknownWord }) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const teach = (code: string | null) => {
    if (code !== null) void teachWord({ field, word, code }, (one) => codeText(field, one), t);
  };
  return (
    <tr>
      <td>{t(`tape.field.${field}`)}</td>
      <td>{word}</td>
      <td className="number">{formatNumber(rows)}</td>
      <td>
        <CellSelect
          label={`${word} ${t("dictionary.code")}`}
          value={taughtCode}
          options={fieldRecord(field).codes ?? []}
          textOf={(one) => codeText(field, one)}
          {...(taughtCode === null ? { noneText: t("dictionary.code") } : {})}
          onChange={teach}
          width={190}
        />
      </td>
    </tr>
  );
}
