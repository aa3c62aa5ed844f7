import { z } from "zod";

/** What a schema asks of a number; null where an end is open. */
export interface NumberRange {
  readonly least: number | null;
  readonly most: number | null;
  /** False: the end itself is refused. */
  readonly isLeastIn: boolean;
  readonly isMostIn: boolean;
  readonly isWhole: boolean;
}

interface SchemaNode {
  readonly type?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly exclusiveMaximum?: number | undefined;
  readonly properties?: Readonly<Record<string, SchemaNode>> | undefined;
  readonly items?: SchemaNode | undefined;
  readonly anyOf?: readonly SchemaNode[] | undefined;
}

const described = new WeakMap<z.ZodType, SchemaNode>();

function describe(schema: z.ZodType): SchemaNode {
  const known = described.get(schema);
  if (known !== undefined) return known;
  // The part of a JSON schema that is read here.
  const node = z.toJSONSchema(schema, { unrepresentable: "any" }) as SchemaNode;
  described.set(schema, node);
  return node;
}

/** The range of the number at a path of a record, as its schema states it; null where no number stands there. */
export function rangeAt(schema: z.ZodType, path: readonly (string | number)[]): NumberRange | null {
  let node: SchemaNode | undefined = describe(schema);
  for (const step of path) node = typeof step === "number" ? node?.items : node?.properties?.[step];
  const number = [node, ...(node?.anyOf ?? [])].find((one) => one?.type === "number" || one?.type === "integer");
  if (number === undefined) return null;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, type } = number;
  const stated = (end: number | undefined) => (end === undefined || Math.abs(end) === Number.MAX_SAFE_INTEGER ? null : end);
  return {
    least: stated(exclusiveMinimum ?? minimum),
    most: stated(exclusiveMaximum ?? maximum),
    isLeastIn: exclusiveMinimum === undefined,
    isMostIn: exclusiveMaximum === undefined,
    isWhole: type === "integer",
  };
}

export function isWithin(value: number, { least, most, isLeastIn, isMostIn, isWhole }: NumberRange): boolean {
  if (least !== null && (isLeastIn ? value < least : value <= least)) return false;
  if (most !== null && (isMostIn ? value > most : value >= most)) return false;
  return !isWhole || Number.isInteger(value);
}
