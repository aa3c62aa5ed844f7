import EditOutlined from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ComplianceRule } from "../../shared/domain/compliance.ts";
import { formatNumber, formatStatedRate } from "../../shared/format.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { RuleDialog } from "./RuleDialog.tsx";

const heads = ["rule", "limit", "clause", "inForce", "confidence", "source"] as const;

/** The pack of rules as dated data. */
export function RulesPage() {
  const { t } = useTranslation();
  const rules = useCall("compliance.rules", undefined);
  const [edited, setEdited] = useState<ComplianceRule | null>(null);
  return (
    <>
      <ErrorAlert error={rules.error} onRetry={rules.reload} />
      <TitledPanel title={t("compliance.rules")}>
        <Box sx={{ typography: "body2", color: "text.secondary", px: 1, pb: 0.5 }}>
          {t("compliance.rulesNote")}
          {rules.data === undefined ? null : <div data-selectable>{t("compliance.pack", { hash: rules.data.packHash })}</div>}
        </Box>
        <ListTable aria-label={t("compliance.rules")} data-testid="rule-pack">
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {t(`compliance.${head}`)}
                </th>
              ))}
              <th scope="col">
                <Box component="span" sx={visuallyHidden}>
                  {t("common.edit")}
                </Box>
              </th>
            </tr>
          </thead>
          <tbody>
            {(rules.data?.rules ?? []).map((rule) => (
              <RuleRow key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
            ))}
          </tbody>
        </ListTable>
      </TitledPanel>
      {edited === null ? null : <RuleDialog key={edited.id} rule={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** A number of debtors, or what figures are held to, in percent as it is typed. */
function limitText({ kind, limit }: ComplianceRule, t: TFunction): string {
  if (limit === null) return t("compliance.none");
  return kind === "debtorCount" ? `${formatNumber(limit)} ${t("company.debtors")}` : formatStatedRate(limit);
}

function RuleRow({ rule, onEdit }: { readonly rule: ComplianceRule; readonly onEdit: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = language === "zh" ? rule.textZh : rule.textEn;
  return (
    <tr>
      <th scope="row">{text}</th>
      <td>{limitText(rule, t)}</td>
      <td>{rule.clause || t("compliance.clauseUnknown")}</td>
      <td style={{ whiteSpace: "nowrap" }}>{rule.from === null && rule.to === null ? t("compliance.always") : `${rule.from ?? "…"} – ${rule.to ?? "…"}`}</td>
      <td>{[t(`compliance.confidenceOf.${rule.confidence}`), t(rule.isConfirmed ? "compliance.confirmed" : "compliance.notChecked")].join(" · ")}</td>
      <td data-selectable>{inOneLanguage(rule.source, language)}</td>
      <td>
        <IconButton size="small" aria-label={`${t("common.edit")}: ${text}`} onClick={onEdit} data-testid={`edit-rule-${rule.code}`}>
          <EditOutlined fontSize="tiny" />
        </IconButton>
      </td>
    </tr>
  );
}
