/** Texts as the locale files hold them: nested as deep as they like. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** The same shape as `T` with any text in place of each text: what the other language must have, no more and no less. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** Keys of the texts as they are asked for: "nav.deals". */
export type FlatKeys<T, Prefix extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : FlatKeys<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** `{ nav: { deals: "…" } }` → `{ "nav.deals": "…" }`. */
export function flattenTexts(texts: Texts, prefix = ""): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === "string") flat[prefix + key] = text;
    else Object.assign(flat, flattenTexts(text, `${prefix}${key}.`));
  }
  return flat;
}
