/** The system's own store of keys: DPAPI, Keychain, libsecret, KWallet. */
export interface KeyStore {
  readonly name: string;
  seal(key: Uint8Array): string;
  /** Null where this user or computer can't open it. */
  open(sealed: string): Uint8Array | null;
}
