import ArrowDownward from "@mui/icons-material/ArrowDownward";
import ArrowUpward from "@mui/icons-material/ArrowUpward";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import { changedSection, type MemoForm, movedSection } from "../../../shared/domain/memo-form.ts";
import type { MemoSection } from "../../../shared/domain/memo-sections.ts";

interface SectionListProps {
  readonly form: MemoForm;
  readonly chosen: MemoSection;
  readonly onChoose: (section: MemoSection) => void;
  readonly onChange: (form: MemoForm) => void;
}

/** Which sections stand in the memo, and in which order; the recommendation always does, and first. */
export function SectionList({ form, chosen, onChoose, onChange }: SectionListProps) {
  const { t } = useTranslation();
  return (
    <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }} aria-label={t("memo.form.sections")}>
      {form.sections.map(({ key, isOn }, place) => {
        const section = t(`memo.form.section.${key}`);
        return (
          <Box component="li" key={key} sx={{ display: "flex", alignItems: "center", gap: 0.25 }}>
            <Checkbox
              size="small"
              checked={isOn}
              disabled={place === 0}
              onChange={(_event, checked) => onChange(changedSection(form, key, { isOn: checked }))}
              slotProps={{ input: { "aria-label": t("memo.form.shown", { section }) } }}
            />
            <Button
              size="small"
              variant={key === chosen ? "outlined" : "text"}
              aria-pressed={key === chosen}
              aria-label={t("memo.form.write", { section })}
              onClick={() => onChoose(key)}
              sx={{ flex: 1, minWidth: 0, justifyContent: "flex-start", textAlign: "left" }}
            >
              {section}
            </Button>
            <IconButton size="small" disabled={place < 2} aria-label={t("memo.form.up", { section })} onClick={() => onChange(movedSection(form, key, -1))}>
              <ArrowUpward fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              disabled={place === 0 || place === form.sections.length - 1}
              aria-label={t("memo.form.down", { section })}
              onClick={() => onChange(movedSection(form, key, 1))}
            >
              <ArrowDownward fontSize="small" />
            </IconButton>
          </Box>
        );
      })}
    </Box>
  );
}
