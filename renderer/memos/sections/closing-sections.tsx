import { flowBlock, type MemoBlock, sectionBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

const limitKeys = ["guarantors", "sharedCollateral", "legal"] as const;

export function limitsBlocks({ words: { limits } }: MemoContext): MemoBlock[] {
  return [
    sectionBlock("limits-heading", limits.heading),
    flowBlock(
      "limits",
      <div className="memo-limits">
        <p>{limits.intro}</p>
        <ul>
          {limitKeys.map((key) => (
            <li key={key}>{limits[key]}</li>
          ))}
        </ul>
      </div>,
    ),
  ];
}

export function signatureBlocks({
  memo,
  words: {
    signatures,
    provenance,
    value: { contentHash },
  },
}: MemoContext): MemoBlock[] {
  return [
    sectionBlock("signatures-heading", signatures.heading),
    flowBlock(
      "signatures",
      <div className="memo-signatures">
        {[signatures.prepared, signatures.reviewed, signatures.approved].map((role) => (
          <div key={role}>
            <h3>{role}</h3>
            {[signatures.name, signatures.signature, signatures.date].map((line) => (
              <p key={line}>
                <span>{line}</span>
              </p>
            ))}
          </div>
        ))}
      </div>,
      true,
    ),
    ...(memo.run.contentHash === null
      ? []
      : [flowBlock("content-hash", <p className="memo-note memo-hash">{fill(contentHash, { hash: memo.run.contentHash })}</p>)]),
    flowBlock("provenance", <p className="memo-note memo-hash">{fill(provenance, { engine: memo.run.engineVersion, inputs: memo.run.inputsHash })}</p>),
  ];
}
