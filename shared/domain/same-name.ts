const bare = (name: string): string => name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

/** Whether two names are one to a reader: spaces, full-width letters and capitals make no other person. */
export const isSameName = (one: string, other: string): boolean => bare(one) === bare(other);
