import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { codeFields, fieldRecord } from "../../shared/domain/tape-fields.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { teachWord } from "./teach-word.ts";
import { useCodeText } from "./use-code-text.ts";

type CodeField = (typeof codeFields)[number];

/** A word of a seller's, and what it is read as. */
export function TeachForm() {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const [field, setField] = useState<CodeField>("litigationStage");
  const [word, setWord] = useState("");
  const [chosen, setCode] = useState<string | null>(null);
  const codes = fieldRecord(field).codes ?? [];
  const code = chosen !== null && codes.includes(chosen) ? chosen : null;
  const teach = async () => {
    if (code === null || word.trim() === "") return;
    if (await teachWord({ field, word, code }, (one) => codeText(field, one), t)) setWord("");
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        void teach();
      }}
      sx={{ display: "flex", flexWrap: "wrap", gap: 1, px: 1, pb: 1, alignItems: "center" }}
    >
      <CellSelect
        label={t("dictionary.field")}
        value={field}
        options={codeFields}
        textOf={(one) => t(`tape.field.${one}`)}
        onChange={(next) => next !== null && setField(next)}
        width={170}
        testId="teach-field"
      />
      <DenseInput
        value={word}
        onChange={(event) => setWord(event.target.value)}
        placeholder={t("dictionary.word")}
        inputProps={{ "aria-label": t("dictionary.word"), "data-testid": "teach-word", maxLength: 120 }}
        sx={{ width: 260 }}
      />
      <CellSelect
        label={t("dictionary.code")}
        value={code}
        options={codes}
        textOf={(one) => codeText(field, one)}
        noneText={t("dictionary.code")}
        onChange={setCode}
        width={170}
        testId="teach-code"
      />
      <Button type="submit" variant="outlined" disabled={code === null || word.trim() === ""} data-testid="teach">
        {t("dictionary.teach")}
      </Button>
    </Box>
  );
}
