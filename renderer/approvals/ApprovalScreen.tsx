import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { type Approval, isChanged, type Paper } from "../../shared/domain/approval.ts";
import { formatDate } from "../../shared/format.ts";
import { runCommand } from "../desk/commands.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { ActionTable } from "./ActionTable.tsx";
import { PaperFacts } from "./PaperFacts.tsx";
import { StepPanel } from "./StepPanel.tsx";
import { SubmitPanel } from "./SubmitPanel.tsx";

/** States after which the next paper may be handed in. */
const ended: readonly Paper["state"][] = ["returned", "rejected", "lost", "withdrawn", "closed"];

/** From a saved run to an approved limit, and what follows (审批). */
export function ApprovalScreen({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const approval = useCall("approvals.get", { dealId });
  if (approval.error !== undefined) return <ErrorAlert error={approval.error} onRetry={approval.reload} />;
  if (approval.data === undefined) return <LinearProgress aria-label={t("common.loading")} />;
  const { paper, earlier, hasPersons } = approval.data;
  const state = paper === null ? t("approvals.draft") : t(`approvals.state.${paper.state}`);
  return (
    <>
      <PageHeader title={t("approvals.title")} subtitle={<span data-testid="approval-state">{t("approvals.caption", { state })}</span>}>
        {hasPersons && (
          <Button variant="outlined" onClick={() => runCommand("toggleKey")} data-testid="approval-unlock">
            {t("approvals.unlock")}
          </Button>
        )}
      </PageHeader>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <Notices approval={approval.data} />
        {(paper === null || paper.carriedFrom !== null || ended.includes(paper.state)) && <SubmitPanel dealId={dealId} />}
        {paper !== null && (
          <>
            {paper.carriedFrom === null && <PaperFacts paper={paper} />}
            <StepPanel key={`${paper.id} ${paper.state}`} dealId={dealId} paper={paper} hasPersons={hasPersons} />
            <ActionTable paper={paper} />
          </>
        )}
        {earlier.length > 0 && <EarlierPapers papers={earlier} />}
      </Box>
    </>
  );
}

function Notices({ approval: { paper, differences, hasPersons } }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  const saidOf = (some: Approval["differences"]) => some.map((one) => t(`approvals.differenceOf.${one}`)).join(" ");
  const changed = differences.filter(isChanged);
  const open = differences.filter((one) => !isChanged(one));
  return (
    <>
      {!hasPersons && <Alert severity="info">{t("approvals.unsigned")}</Alert>}
      {paper?.carriedFrom != null && <Alert severity="info">{t("approvals.carried", { from: paper.carriedFrom })}</Alert>}
      {changed.length > 0 && (
        <Alert severity={changed.includes("altered") ? "error" : "warning"} data-testid="approval-differs">
          {`${t("approvals.differs")}: ${saidOf(changed)}`}
        </Alert>
      )}
      {open.length > 0 && (
        <Alert severity="info" data-testid="approval-open">
          {saidOf(open)}
        </Alert>
      )}
    </>
  );
}

function EarlierPapers({ papers }: { readonly papers: readonly Paper[] }) {
  const { t } = useTranslation();
  return (
    <TitledPanel title={t("approvals.earlier")}>
      <ListTable aria-label={t("approvals.earlier")}>
        <tbody>
          {papers.map(({ id, madeAt, madeByName, state, reasoning }) => (
            <tr key={id}>
              <th scope="row">{formatDate(madeAt)}</th>
              <td>{madeByName}</td>
              <td>{t(`approvals.state.${state}`)}</td>
              <td>{reasoning}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}
