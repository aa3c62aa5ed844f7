import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useCommand } from "../desk/commands.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

const shownSigns = 16;

/** Seals the deal with its saved runs. */
export function SealButton({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moneyUnit = useMoneyUnit();
  const sealing = useAction("dossiers.save");
  const seal = async () => {
    const saved = await sealing.run({ dealId, language, moneyUnit });
    if (saved) showNotice(t("dossier.sealed", { fileName: saved.fileName, parts: saved.parts, sha256: saved.sha256.slice(0, shownSigns) }), saved.fileToken);
  };
  useCommand("sealDossier", () => void seal(), !sealing.busy);
  return (
    <>
      <ErrorAlert error={sealing.error} onClose={sealing.clearError} />
      <Button loading={sealing.busy} onClick={() => void seal()} title={t("dossier.sealHint")} data-testid="seal-dossier">
        {t("dossier.seal")}
      </Button>
    </>
  );
}
