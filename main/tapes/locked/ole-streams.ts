/** What is used of the library; the types that it ships with are not found by way of its exports. */
interface ContainerLibrary {
  readonly CFB: {
    readonly read: (bytes: Uint8Array, options: { readonly type: "buffer" }) => unknown;
    readonly write: (container: unknown, options: { readonly type: "buffer" }) => Uint8Array;
    readonly find: (container: unknown, path: string) => { content: Uint8Array; size: number } | null;
  };
}

/** The streams of a file of Office 97 to 2003, or of a protected one of today: a container of its own, with directory and sectors. */
export interface OleStreams {
  /** The bytes of a stream; null where there is none. */
  stream(name: string): Buffer | null;
  /** The whole container with another content of one stream. */
  replaced(name: string, content: Buffer): Buffer;
}

/** Null where the container is damaged. The library reads it whole: whoever calls this does so in a bounded worker. */
export async function openOle(bytes: Buffer): Promise<OleStreams | null> {
  const { CFB }: ContainerLibrary = await import("@e965/xlsx");
  try {
    const container = CFB.read(bytes, { type: "buffer" });
    const found = (name: string) => CFB.find(container, `/${name}`);
    return {
      stream: (name) => {
        const content = found(name)?.content;
        return content === undefined ? null : Buffer.from(content);
      },
      replaced: (name, content) => {
        const entry = found(name);
        if (entry === null) throw new Error(`no stream ${name}`);
        entry.content = content;
        entry.size = content.length;
        return Buffer.from(CFB.write(container, { type: "buffer" }));
      },
    };
  } catch {
    return null;
  }
}
