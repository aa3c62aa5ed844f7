import { expect, it } from "vitest";
import { type DebtorFacts, debtorTypeOf } from "../../../main/packages/debtor-type.ts";

const unknown: DebtorFacts = { dealKind: "corporateBulk", debtorType: null, debtorId: null };

it("the tape's own word goes first", () => {
  expect(debtorTypeOf({ ...unknown, debtorType: "individual", debtorId: "91415870JB8PC4QR6L" })).toEqual({ type: "individual", isFilled: false });
});

it.each([
  ["91415870JB8PC4QR6L", "company"],
  ["９１４１５８７０jb8pc4qr6l", "company"],
  ["914103021234567890", "company"],
  ["41031119940519744X", "individual"],
  ["41031119940519744x", "individual"],
])("the identifier %s is that of a %s in any deal", (debtorId, type) => {
  for (const dealKind of ["corporateBulk", "retailBulk"] as const) expect(debtorTypeOf({ ...unknown, dealKind, debtorId })).toEqual({ type, isFilled: false });
});

it.each([null, "", "41030219801301001X", "12345", "9141587OJB8PC4QR6L", "C-000001"])(
  "without a telling identifier (%j) the kind of deal fills it",
  (debtorId) => {
    expect(debtorTypeOf({ ...unknown, debtorId })).toEqual({ type: "company", isFilled: true });
    expect(debtorTypeOf({ ...unknown, debtorId, dealKind: "retailBulk" })).toEqual({ type: "individual", isFilled: true });
  },
);
