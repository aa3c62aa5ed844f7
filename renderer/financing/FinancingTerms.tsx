import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ModelEdit } from "../../shared/contract/assumption-channels.ts";
import { LeverageEditor } from "../editors/LeverageEditor.tsx";
import { PaymentEditor } from "../editors/PaymentEditor.tsx";
import { ResetGroup } from "../editors/rows/ResetGroup.tsx";
import { SourceLine } from "../editors/rows/SourceLine.tsx";
import { TransitionEditor } from "../editors/TransitionEditor.tsx";
import { EditScopeContext } from "../model/edit-scope.ts";
import { moveBetweenFields } from "../model/field-keys.ts";
import { useAssumptionsScope } from "../model/use-model-scope.ts";
import { useOrigin } from "../model/use-origin.ts";
import { useWorkbench } from "../model/use-workbench.ts";

/** What of the model this view edits: payment at the left, transition and debt at the right. */
export function FinancingTerms({ draft }: { readonly draft: ModelEdit }) {
  const { t } = useTranslation();
  const scope = useAssumptionsScope(draft);
  const { payment, leverage } = draft.assumptions;
  const sources = useWorkbench((state) => state.model?.sources);
  const origin = useOrigin()?.assumptions ?? null;
  const sourceOf = (group: "payment" | "transition" | "leverage") => {
    const isChanged = origin !== null && JSON.stringify(origin[group]) !== JSON.stringify(draft.assumptions[group]);
    return (
      <>
        {isChanged ? <ResetGroup group={group} onReset={() => scope.edit([group], origin[group])} /> : null}
        {sources === undefined ? null : <SourceLine source={sources[group]} isChanged={isChanged} />}
      </>
    );
  };
  return (
    <EditScopeContext value={scope}>
      <Box
        onKeyDown={moveBetweenFields}
        sx={{ display: "grid", gridTemplateColumns: "repeat(2, minmax(250px, 1fr))", borderBottom: 1, borderColor: "divider" }}
      >
        <Terms title={t("financing.view.payment")}>
          <PaymentEditor payment={payment} />
          {sourceOf("payment")}
        </Terms>
        <Box sx={{ borderLeft: 1, borderColor: "divider" }}>
          <Terms title={t("financing.view.transition")}>
            <TransitionEditor />
            {sourceOf("transition")}
          </Terms>
          <Terms title={t("financing.view.leverage")}>
            <LeverageEditor leverage={leverage} />
            {sourceOf("leverage")}
          </Terms>
        </Box>
      </Box>
    </EditScopeContext>
  );
}

function Terms({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" sx={{ px: 1.5, py: 1, minWidth: 0, "& + &": { borderTop: 1, borderColor: "divider" } }}>
      <Typography variant="h3">{title}</Typography>
      {children}
    </Box>
  );
}
