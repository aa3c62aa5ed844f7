/** A text that a field could not read; it stands where its value would, so that it stays on show and no schema takes it. */
export interface Unread {
  readonly unread: string;
}

/** What a field holds: its value, nothing, or a text that it could not read. */
export type Entered<Value> = Value | Unread | null;

/** A record whose numbers are being typed. */
export type UnderEdit<T> = T extends number ? Entered<T> : T extends object ? { readonly [K in keyof T]: UnderEdit<T[K]> } : T;

export function isUnread(value: unknown): value is Unread {
  return typeof value === "object" && value !== null && "unread" in value;
}
