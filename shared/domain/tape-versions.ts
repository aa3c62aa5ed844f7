/** Of a version of a deal's tape: the package of its deal, kept beside it, or come after it and not decided yet. */
export const tapeStandings = ["priced", "beside", "waiting"] as const;
export type TapeStanding = (typeof tapeStandings)[number];

/** Facts on which two loans agree that may be one. */
export const agreeingFacts = ["contract", "debtorId", "debtorName", "principal", "drawdownDate", "maturityDate", "collateral"] as const;
export type AgreeingFact = (typeof agreeingFacts)[number];

/**
 * What becomes of an edit of an older version in a newer one. `carried`: the seller states what it had stated. `settled`: the
 * seller states now what the desk had typed. `conflict`: the seller changed it too, to something else. `lost`: its row is gone.
 */
export const editOutcomes = ["conflict", "carried", "settled", "lost"] as const;
export type EditOutcome = (typeof editOutcomes)[number];

/** What an edit did to a row. */
export const editDeeds = ["typed", "added", "removed"] as const;
export type EditDeed = (typeof editDeeds)[number];

/** Whose value a conflict ends with. */
export const choiceSides = ["desk", "seller"] as const;
export type ChoiceSide = (typeof choiceSides)[number];

/** Lists of a comparison. */
export const versionLists = ["changed", "added", "dropped", "doubtful", "edits"] as const;
export type VersionList = (typeof versionLists)[number];
