import type { Generated } from "kysely";

interface TaughtWordTable {
  id: Generated<number>;
  field: string;
  word: string;
  /** The word as cells are compared with it. */
  word_key: string;
  code: string;
  taught_by: string;
  taught_at: string;
}

interface SellerLayoutTable {
  id: Generated<number>;
  seller: string;
  /** Of the heads of its lists. */
  fingerprint: string;
  /** RememberedSheet[] as JSON. */
  sheets: string;
  currency: string | null;
  file_name: string;
  uses: number;
  used_at: string;
}

/** What the desk taught of sellers' words, and how their lists were mapped. */
export interface DictionaryTables {
  taught_word: TaughtWordTable;
  seller_layout: SellerLayoutTable;
}
