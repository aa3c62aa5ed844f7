/** Parties of a sale of ours in the market file, where the ledger names none: in both languages, as built-in names are. */
export const saleParties = { us: "本公司 Our company", rival: "其他受让方 Another buyer" } as const;

export const isSaleParty = (name: string): boolean => Object.values<string>(saleParties).includes(name);
