import AddIcon from "@mui/icons-material/Add";
import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { type Payment, type PaymentPart, sumOfShares } from "../../shared/domain/financing-assumptions.ts";
import { formatRate } from "../../shared/format.ts";
import { AssumptionField } from "../model/AssumptionField.tsx";
import type { EditPath } from "../model/edit-path.ts";
import { useEdited } from "../model/edit-scope.ts";
import { EditorHeading, FieldRow } from "./EditorParts.tsx";

const rowColumns = "minmax(0, 1fr) 58px 16px 46px 20px 22px";

/** How the price is paid: instalments in cash, and rights with their own schedule. */
export function PaymentEditor({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  const { priceShare, schedule } = payment.trustRights;
  return (
    <>
      <EditorHeading>{t("financing.field.instalments")}</EditorHeading>
      <PartsEditor
        path={["payment", "instalments"]}
        parts={payment.instalments}
        otherShare={priceShare}
        shareLabel={t("financing.field.share")}
        problem={t("financing.field.sumInvalid")}
        testId="instalment"
      />
      <EditorHeading>{t("financing.field.trustRights")}</EditorHeading>
      <FieldRow label={t("financing.field.priceShare")} unit="%" path={["payment", "trustRights", "priceShare"]} kind="percent" testId="rights-share" />
      <FieldRow label={t("financing.field.rightsRate")} unit="%" path={["payment", "trustRights", "annualRate"]} kind="percent" />
      {priceShare > 0 ? (
        <>
          <EditorHeading>{t("financing.field.rightsSchedule")}</EditorHeading>
          <PartsEditor
            path={["payment", "trustRights", "schedule"]}
            parts={schedule}
            otherShare={0}
            shareLabel={t("financing.field.rightsShare")}
            problem={t("financing.field.rightsSumInvalid")}
            testId="rights-part"
          />
        </>
      ) : null}
      <FieldRow label={t("financing.field.fundingRate")} unit="%" path={["payment", "fundingRate"]} kind="percent" nullable />
    </>
  );
}

interface PartsEditorProps {
  readonly path: EditPath;
  readonly parts: readonly PaymentPart[];
  /** Share paid otherwise, which counts in the sum. */
  readonly otherShare: number;
  readonly shareLabel: string;
  readonly problem: string;
  readonly testId: string;
}

/** Parts of a payment, a line each, with their sum. A new part takes what is missing to the whole. */
function PartsEditor({ path, parts, otherShare, shareLabel, problem, testId }: PartsEditorProps) {
  const { t } = useTranslation();
  const { isInvalid, readOnly, edit } = useEdited(path);
  const sum = sumOfShares(parts) + otherShare;
  const addPart = () => {
    const missing = Number(Math.max(0, 1 - sum).toFixed(10));
    edit([...parts, { share: missing, monthsAfterClosing: Math.min(120, (parts.at(-1)?.monthsAfterClosing ?? 0) + 6) }]);
  };
  return (
    <Box sx={{ fontSize: 12.5 }}>
      <Box sx={{ display: "grid", gridTemplateColumns: rowColumns, columnGap: 0.5, color: "text.secondary", fontSize: 11 }}>
        <span />
        <Box sx={{ textAlign: "right" }}>{shareLabel}</Box>
        <span />
        <Box sx={{ textAlign: "right", whiteSpace: "nowrap", direction: "rtl" }}>{t("financing.field.monthsAfterClosing")}</Box>
      </Box>
      {parts.map((_, index) => (
        // Parts have no name of their own: a line is its place.
        <Box key={index} sx={{ display: "grid", gridTemplateColumns: rowColumns, alignItems: "center", columnGap: 0.5, minHeight: 27 }}>
          <span>{t("financing.field.part", { number: index + 1 })}</span>
          <AssumptionField
            path={[...path, index, "share"]}
            kind="percent"
            label={`${t("financing.field.part", { number: index + 1 })} ${shareLabel}`}
            width="100%"
            testId={`${testId}-share-${index}`}
          />
          <Unit>%</Unit>
          <AssumptionField
            path={[...path, index, "monthsAfterClosing"]}
            kind="months"
            label={`${t("financing.field.part", { number: index + 1 })} ${t("financing.field.monthsAfterClosing")}`}
            width="100%"
            testId={`${testId}-months-${index}`}
          />
          <Unit>{t("pricing.unit.month")}</Unit>
          {readOnly || parts.length === 1 ? (
            <span />
          ) : (
            <IconButton
              size="small"
              aria-label={t("financing.field.removePart", { number: index + 1 })}
              onClick={() => edit(parts.filter((_, at) => at !== index))}
              sx={{ p: 0.25 }}
            >
              <CloseIcon sx={{ fontSize: 14 }} />
            </IconButton>
          )}
        </Box>
      ))}
      <Box sx={{ display: "grid", gridTemplateColumns: rowColumns, columnGap: 0.5, borderTop: 1, borderColor: "divider", pt: 0.25 }}>
        <Box sx={{ gridColumn: "1 / 2", whiteSpace: "nowrap" }}>{otherShare > 0 ? t("financing.field.sumWithRights") : t("financing.field.sum")}</Box>
        <Box
          data-testid={`${testId}-sum`}
          sx={{ textAlign: "right", pr: 0.75, fontWeight: 600, fontVariantNumeric: "tabular-nums", color: isInvalid ? "error.main" : "text.primary" }}
        >
          {formatRate(sum, 1)}
        </Box>
      </Box>
      {isInvalid ? (
        <Typography role="alert" sx={{ fontSize: 11.5, color: "error.main" }}>
          {problem}
        </Typography>
      ) : null}
      {readOnly || parts.length >= 24 ? null : (
        <Button size="small" startIcon={<AddIcon />} onClick={addPart} data-testid={`${testId}-add`} sx={{ fontSize: 12, py: 0 }}>
          {t("financing.field.addPart")}
        </Button>
      )}
    </Box>
  );
}

function Unit({ children }: { readonly children: string }) {
  return (
    <Typography component="span" color="text.secondary" noWrap sx={{ fontSize: 11 }}>
      {children}
    </Typography>
  );
}
