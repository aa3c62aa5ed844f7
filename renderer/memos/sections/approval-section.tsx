import { headText } from "../../../shared/domain/audit.ts";
import { formatDate, formatDateTime } from "../../../shared/format.ts";
import { captionBlock, factsBlock, type MemoBlock, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

/** What was handed in, decided and on which conditions, step by step with its signatures. */
export function approvalBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, approvalWords: text, money } = context;
  const head = memo.trailHead === null ? [] : [noteBlock("approval-trail", `${text.print.trail}: ${headText(memo.trailHead)}`)];
  if (memo.approval === null) return [sectionBlock("approval-heading", text.print.title), noteBlock("approval-none", text.draft), ...head];
  const { paper } = memo.approval;
  const unit = words.units[memo.moneyUnit];
  const isSigned = paper.actions.some(({ signature }) => signature !== "none");
  const { conditions, tally, rule } = paper;
  return [
    sectionBlock("approval-heading", text.print.title),
    factsBlock("approval-facts", [
      [fill(text.caption, { state: "" }).replace(/[:：]\s*$/, ""), text.state[paper.state]],
      [text.madeBy, paper.madeByName === "" ? words.notStated : paper.madeByName],
      [text.asked, `${money(paper.askedFen)} ${unit}`],
      [text.limit, paper.limitFen === null ? words.notStated : `${money(paper.limitFen)} ${unit}`],
      [text.terms, paper.terms === "" ? words.notStated : paper.terms],
      [text.expires, paper.expiresOn === null ? text.noExpiry : formatDate(paper.expiresOn)],
    ]),
    ...(paper.reasoning === "" ? [] : [noteBlock("approval-reasoning", `${text.reasoning}: ${paper.reasoning}`)]),
    ...(rule === null || tally === null
      ? []
      : [
          noteBlock(
            "approval-rule",
            `${fill(text.ruleText, {
              name: rule.name,
              quorum: rule.quorum,
              base: text.base[rule.base],
              numerator: rule.shareNumerator,
              denominator: rule.shareDenominator,
              veto: rule.chairHasVeto ? text.veto : "",
            })}. ${fill(text.tally, { present: tally.present, yes: tally.yes, no: tally.no, abstain: tally.abstain, needed: tally.needed })}`,
          ),
        ]),
    ...(conditions.length === 0
      ? []
      : [
          captionBlock("approval-conditions-caption", text.conditions),
          tableBlock(
            "approval-conditions",
            [
              { label: text.conditions, width: 60 },
              { label: text.actionBy, width: 40 },
            ],
            conditions.map((one) => ({
              cells: [one.text, one.metBy === null ? text.open : fill(text.met, { by: one.metBy, date: formatDate(one.metAt) })],
            })),
          ),
        ]),
    captionBlock("approval-actions-caption", text.actions),
    tableBlock(
      "approval-actions",
      [
        { label: text.actionAt, width: 20 },
        { label: text.actionStep, width: 20 },
        { label: text.actionBy, width: 25 },
        { label: text.actionReason, width: 35 },
      ],
      paper.actions.map(({ at, kind, name, signature, reason, detail }) => ({
        cells: [
          formatDateTime(at),
          detail.word === undefined ? text.step[kind] : `${text.step[kind]}: ${text.word[detail.word]}`,
          `${name} · ${text.signature[signature]}`,
          reason,
        ],
      })),
    ),
    noteBlock("approval-signatures", isSigned ? text.print.signedNote : text.print.unsignedNote),
    ...head,
  ];
}
