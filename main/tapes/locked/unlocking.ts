/** What came of trying passwords: the bytes, or that none fits, or that the lock is of a kind that isn't known. */
export type Unlocked = { readonly kind: "open"; readonly bytes: Buffer } | { readonly kind: "noneFits" | "unknownLock" | "damaged" };

/** With this Excel protects what anybody may open: it never asks for it. */
const openToAnybody = "VelvetSweatshop";

/** Passwords in the order in which they are tried. */
export const triedPasswords = (passwords: readonly string[]): readonly string[] => [...passwords, openToAnybody];

/** A password as Office hashes it: at most 255 characters of 16 bits, the lower byte first. */
export const passwordBytes = (password: string): Buffer => Buffer.from(password.slice(0, 255), "utf16le");

/** A number of 32 bits, the lower byte first. */
export function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
