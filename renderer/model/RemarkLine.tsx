import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { AssumptionGroup } from "../../shared/domain/assumptions.ts";
import { changeLayout } from "../desk/layout-store.ts";
import { revealGroup } from "./revealed-group.ts";

interface RemarkLineProps {
  readonly text: string;
  /** Where one would act on it. */
  readonly group: AssumptionGroup | null;
  readonly testId: string;
}

/** The pane of assumptions may be folded away. */
function show(group: AssumptionGroup): void {
  changeLayout({ areAssumptionsFolded: false });
  revealGroup(group);
}

/** A sentence about a figure, and the way to the assumptions that it hangs on. */
export function RemarkLine({ text, group, testId }: RemarkLineProps) {
  const { t } = useTranslation();
  return (
    <Alert
      severity="warning"
      data-testid={testId}
      sx={{
        py: 0,
        px: 1.5,
        borderRadius: 0,
        alignItems: "center",
        "& .MuiAlert-message": { py: 0.5 },
        "& .MuiAlert-action": { pt: 0, mr: 0, alignItems: "center" },
      }}
      action={
        group === null ? undefined : (
          <Button size="small" sx={{ whiteSpace: "nowrap" }} onClick={() => show(group)} data-testid={`${testId}-act`}>
            {t("bidRemark.toGroup", { group: t(`pricing.group.${group}`) })}
          </Button>
        )
      }
    >
      {text}
    </Alert>
  );
}
