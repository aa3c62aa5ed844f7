import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BuiltInWords } from "../../shared/contract/dictionary-channels.ts";
import { useCall } from "../desk/desk-client.ts";
import { NoMatch } from "../ui/search/NoMatch.tsx";
import { SearchInput } from "../ui/search/SearchInput.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { useCodeText } from "./use-code-text.ts";

interface WordLine {
  readonly key: string;
  readonly field: string;
  readonly meaning: string;
  readonly words: readonly string[];
}

/** What the reader knows by itself, to be looked up. */
export function BuiltInWordList() {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim().normalize("NFKC").toLowerCase());
  const { data: words = [] } = useCall("dictionary.builtIn", undefined);
  const linesOf = ({ field, headers, codes }: BuiltInWords): WordLine[] => [
    { key: field, field: t(`tape.field.${field}`), meaning: t("dictionary.headers"), words: headers },
    ...codes.map((one) => ({ key: `${field}/${one.code}`, field: t(`tape.field.${field}`), meaning: codeText(field, one.code), words: one.words })),
  ];
  const isFound = ({ field, meaning, words: list }: WordLine) => [field, meaning, ...list].some((text) => text.toLowerCase().includes(search));
  const lines = words.flatMap(linesOf).filter((line) => line.words.length > 0 && isFound(line));
  return (
    <TitledPanel title={t("dictionary.builtIn")}>
      <Box sx={{ px: 1, pb: 1, display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
        <SearchInput value={typed} onChange={setTyped} label={t("dictionary.search")} testId="dictionary-search" width={240} />
        <Typography variant="body2" color="textSecondary">
          {t("dictionary.builtInText")}
        </Typography>
      </Box>
      {lines.length === 0 && search !== "" ? (
        <NoMatch text={t("dictionary.noMatch", { text: typed.trim() })} onClear={() => setTyped("")} />
      ) : (
        <WordLines lines={lines} />
      )}
    </TitledPanel>
  );
}

function WordLines({ lines }: { readonly lines: readonly WordLine[] }) {
  const { t } = useTranslation();
  return (
    <ListTable aria-label={t("dictionary.builtIn")} data-testid="built-in-words">
      <thead>
        <tr>
          <th scope="col">{t("dictionary.field")}</th>
          <th scope="col">{t("dictionary.code")}</th>
          <th scope="col">{t("dictionary.word")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, field, meaning, words }) => (
          <tr key={key}>
            <Box component="td" sx={{ whiteSpace: "nowrap" }}>
              {field}
            </Box>
            <Box component="td" sx={{ whiteSpace: "nowrap" }}>
              {meaning}
            </Box>
            <Box component="td" sx={{ overflowWrap: "anywhere" }}>
              {words.join(", ")}
            </Box>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
