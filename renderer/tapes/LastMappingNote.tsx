import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import type { RememberedLayout } from "../../shared/domain/seller-words.ts";
import { formatDateTime } from "../../shared/format.ts";

const differencesSaid = 12;

/** Says that the mapping is that of last time, and what of the list is another. */
export function LastMappingNote({ last: { seller, fileName, usedAt, differences } }: { readonly last: RememberedLayout }) {
  const { t } = useTranslation();
  const said = differences.slice(0, differencesSaid).map(({ header, change }) => t(`lastMapping.${change}`, { header }));
  const more = differences.length - said.length;
  const changes = [...said, ...(more > 0 ? [t("common.andMore", { count: more })] : [])].join(t("pricing.loans.listSeparator"));
  const isSame = differences.length === 0;
  return (
    <Alert
      severity={isSame ? "info" : "warning"}
      variant="outlined"
      sx={{ bgcolor: "background.paper", py: 0 }}
      data-testid={`last-mapping-${isSame ? "same" : "differs"}`}
    >
      {t(isSame ? "lastMapping.same" : "lastMapping.differs", { seller, fileName, at: formatDateTime(usedAt), changes })}
    </Alert>
  );
}
