/** A part of the house and whom it may ask (rooms.ts). */
export interface Room {
  /** Rooms whose files it may import; `room/pattern` for a part of one, such as `main/deals/*-service.ts`. */
  readonly uses: readonly string[];
  /** Packages it may import; `*` stands for a part of a name, `**` for any rest behind a slash. */
  readonly packages: readonly string[];
  /** Why it holds more than 20 files. */
  readonly roomy?: string;
}
