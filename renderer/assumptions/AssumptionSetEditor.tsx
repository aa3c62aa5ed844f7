import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AssumptionSet, assumptionSetSchema } from "../../shared/contract/assumption-channels.ts";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import type { Language } from "../../shared/domain/codes.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice, useLanguage, useSession } from "../desk/session-store.ts";
import { AssumptionGroups } from "../editors/AssumptionGroups.tsx";
import { type EditedValue, type EditPath, pathKey, withNumberAt } from "../model/edit-path.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { CaseShiftsEditor } from "./CaseShiftsEditor.tsx";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import { sourcesAfterEdit } from "./set-edits.ts";

interface AssumptionSetEditorProps {
  readonly stored: AssumptionSet;
  readonly onSelect: (id: number | null) => void;
}

type Question = "remove" | "apply" | null;

const localToday = () => new Intl.DateTimeFormat("sv-SE").format(new Date());

export function AssumptionSetEditor({ stored, onSelect }: AssumptionSetEditorProps) {
  const { t, i18n } = useTranslation();
  const inLanguage = (one: Language, key: "pricing.sets.copyOf" | "pricing.source.changedFrom", values: Record<string, string | number>) =>
    i18n.getFixedT(one)(key, values);
  const language = useLanguage();
  const openDeal = useSession((session) => session.openDeal);
  const [draft, setDraft] = useState(stored);
  const [failure, setFailure] = useState<unknown>(null);
  const [question, setQuestion] = useState<Question>(null);
  const invalidPaths = useMemo(() => {
    const parsed = assumptionSetSchema.safeParse(draft);
    return new Set(parsed.success ? [] : parsed.error.issues.map((issue) => pathKey(issue.path.map(String))));
  }, [draft]);
  const invalidAssumptions = useMemo(
    () => new Set([...invalidPaths].filter((key) => key.startsWith("assumptions.")).map((key) => key.slice("assumptions.".length))),
    [invalidPaths],
  );
  const edit = useCallback((path: EditPath, next: EditedValue) => setDraft((current) => withNumberAt(current, path, next)), []);
  const editAssumption = useCallback((path: EditPath, next: EditedValue) => edit(["assumptions", ...path], next), [edit]);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const name = language === "zh" ? stored.nameZh : stored.nameEn;

  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    setQuestion(null);
    try {
      await work();
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  const copy = () =>
    attempt(async () => {
      const made = await call("assumptions.copy", {
        id: stored.id,
        nameZh: inLanguage("zh", "pricing.sets.copyOf", { name: stored.nameZh.slice(0, 110) }),
        nameEn: inLanguage("en", "pricing.sets.copyOf", { name: stored.nameEn.slice(0, 110) }),
      });
      onSelect(made.id);
    });
  const save = () =>
    attempt(async () => {
      const { seeded: _seeded, ...change } = {
        ...draft,
        sources: sourcesAfterEdit(stored, draft, localToday(), (one, source) => inLanguage(one, "pricing.source.changedFrom", { source })),
      };
      const saved = await call("assumptions.update", change);
      setDraft(saved);
      showNotice(t("pricing.sets.saved"));
    });
  const remove = () =>
    attempt(async () => {
      await call("assumptions.remove", { id: stored.id });
      onSelect(null);
    });
  const apply = () =>
    attempt(async () => {
      if (openDeal === null) return;
      await call("assumptions.apply", { dealId: openDeal.id, assumptionSetId: stored.id });
      showNotice(t("pricing.sets.applied", { name, deal: openDeal.name }));
    });

  return (
    <Box sx={{ overflow: "auto", display: "flex", flexDirection: "column", minHeight: 0 }}>
      <Box
        sx={{
          display: "flex",
          flexWrap: "wrap",
          alignItems: "center",
          gap: 1,
          px: 2,
          py: 1.25,
          borderBottom: 1,
          borderColor: "divider",
          position: "sticky",
          top: 0,
          zIndex: 2,
          bgcolor: "background.paper",
        }}
      >
        <TextField
          size="small"
          label={t("pricing.sets.nameZh")}
          value={draft.nameZh}
          disabled={stored.seeded}
          error={invalidPaths.has("nameZh")}
          onChange={(event) => setDraft({ ...draft, nameZh: event.target.value })}
          sx={{ flex: "1 1 180px" }}
        />
        <TextField
          size="small"
          label={t("pricing.sets.nameEn")}
          value={draft.nameEn}
          disabled={stored.seeded}
          error={invalidPaths.has("nameEn")}
          onChange={(event) => setDraft({ ...draft, nameEn: event.target.value })}
          sx={{ flex: "1 1 180px" }}
        />
        <TextField
          size="small"
          type="date"
          label={t("pricing.sets.asOf")}
          value={draft.asOf}
          disabled={stored.seeded}
          error={invalidPaths.has("asOf")}
          onChange={(event) => setDraft({ ...draft, asOf: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <Button size="small" variant="outlined" onClick={() => void copy()} data-testid="copy-set">
          {t("pricing.sets.copy")}
        </Button>
        {stored.seeded ? null : (
          <>
            <Button size="small" color="error" onClick={() => setQuestion("remove")}>
              {t("common.remove")}
            </Button>
            <Button
              size="small"
              variant="contained"
              disableElevation
              disabled={!isChanged || invalidPaths.size > 0}
              onClick={() => void save()}
              data-testid="save-set"
            >
              {t("common.save")}
            </Button>
          </>
        )}
        <Button
          size="small"
          variant="outlined"
          disabled={openDeal === null || isChanged}
          title={openDeal === null ? t("pricing.sets.noDeal") : undefined}
          onClick={() => setQuestion("apply")}
          data-testid="apply-set"
        >
          {t("pricing.sets.apply")}
        </Button>
      </Box>
      {failure === null ? null : <ErrorAlert error={failure} />}
      {stored.seeded ? <Box sx={{ px: 2, py: 0.75, fontSize: 12.5, color: "text.secondary" }}>{t("pricing.sets.readOnly")}</Box> : null}
      <Box sx={{ maxWidth: 560, pb: 3 }}>
        <CaseShiftsEditor root={draft} edit={edit} invalidPaths={invalidPaths} readOnly={stored.seeded} />
        <AssumptionGroups
          assumptions={draft.assumptions}
          sources={draft.sources}
          origin={stored.assumptions}
          edit={editAssumption}
          invalidPaths={invalidAssumptions}
          readOnly={stored.seeded}
          openAtFirst={assumptionGroups}
        />
      </Box>
      <ConfirmDialog
        open={question === "remove"}
        title={t("pricing.sets.removeTitle")}
        text={t("pricing.sets.removeText", { name })}
        confirm={t("common.remove")}
        isDestructive
        onConfirm={() => void remove()}
        onClose={() => setQuestion(null)}
      />
      <ConfirmDialog
        open={question === "apply"}
        title={t("pricing.sets.applyTitle")}
        text={t("pricing.sets.applyText", { name, deal: openDeal?.name ?? "" })}
        confirm={t("pricing.sets.apply")}
        onConfirm={() => void apply()}
        onClose={() => setQuestion(null)}
      />
    </Box>
  );
}
