import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ApprovalAction, Paper } from "../../shared/domain/approval.ts";
import { formatDateTime, noValue } from "../../shared/format.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

const heads = ["actionAt", "actionStep", "actionBy", "actionReason"] as const;
const shownSigns = 16;

function saidOf({ reason, detail }: ApprovalAction, t: TFunction): string {
  const replay = detail.replayHash === undefined ? "" : t("approvals.replay", { hash: detail.replayHash.slice(0, shownSigns) });
  return [detail.tally ?? "", replay, reason].filter((part) => part !== "").join(" · ");
}

/** What was done with a paper, in its order. */
export function ActionTable({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation();
  if (paper.actions.length === 0) return null;
  return (
    <TitledPanel title={t("approvals.actions")}>
      <ListTable aria-label={t("approvals.actions")} data-testid="approval-actions">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {t(`approvals.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paper.actions.map((action) => {
            const { id, at, kind, detail, name, signature } = action;
            const word = detail.word === undefined ? "" : `: ${t(`approvals.word.${detail.word}`)}`;
            return (
              <tr key={id}>
                <th scope="row" style={{ whiteSpace: "nowrap" }}>
                  {formatDateTime(at)}
                </th>
                <td style={{ whiteSpace: "nowrap" }}>{`${t(`approvals.step.${kind}`)}${word}`}</td>
                <td style={{ whiteSpace: "nowrap" }}>{`${name === "" ? noValue : name} · ${t(`approvals.signature.${signature}`)}`}</td>
                <td>{saidOf(action, t)}</td>
              </tr>
            );
          })}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}
