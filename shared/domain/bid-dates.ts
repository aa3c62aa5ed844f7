/** What falls due in a sale: data room (尽调期), questions, deposit (保证金), deadline, opening of bids, a round, deposit back, payment, signing. */
const dateKinds = ["dataRoom", "questions", "deposit", "deadline", "opening", "round", "depositBack", "payment", "signing", "other"] as const;
export type DateKind = (typeof dateKinds)[number];
