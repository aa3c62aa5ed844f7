import { z } from "zod";

/** What a person may do (岗位): hand in, re-perform, look at risk and compliance, vote, chair, bid, read, look after persons and rules. */
export const roles = ["maker", "checker", "risk", "compliance", "member", "chair", "bidder", "reader", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Each guess takes a fraction of a second and 64 MB; short enough to be typed. */
export const leastPassphrase = 8;
/** Long enough without the blanks around it. */
export const isLongEnough = (passphrase: string): boolean => passphrase.trim().length >= leastPassphrase;
export const passphraseSchema = z.string().max(200).refine(isLongEnough);
export const personNameSchema = z.string().trim().min(1).max(60);
export const personRolesSchema = z.array(z.enum(roles)).min(1).max(roles.length);

const personSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  /** SHA-256 of the public key, its first 16 hexadecimal signs. */
  fingerprint: z.string(),
  addedAt: z.string(),
  retiredAt: z.string().nullable(),
});
export type Person = z.infer<typeof personSchema>;
export const peopleSchema = z.array(personSchema);

/** Whose signing key is open; null: nobody's. */
export const sessionSchema = z
  .object({
    personId: z.number().int(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    /** When it locks by itself unless somebody works. */
    locksAt: z.string(),
  })
  .nullable();
export type PersonSession = z.infer<typeof sessionSchema>;
