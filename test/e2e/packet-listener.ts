import { createSocket } from "node:dgram";
import { once } from "node:events";

export interface PacketListener {
  readonly port: number;
  /** Settles when a packet arrives. */
  arrival(): Promise<unknown>;
  /** What has arrived up to now: a packet of our own, sent last, is through. */
  received(): Promise<readonly string[]>;
  close(): void;
}

/** Listens for UDP on the loopback, as somebody outside would. */
export async function listenForPackets(): Promise<PacketListener> {
  const socket = createSocket("udp4");
  const packets: string[] = [];
  const lastWord = "end of this round";
  socket.on("message", (packet) => {
    packets.push(packet.toString("latin1"));
    if (packet.toString("latin1") === lastWord) socket.emit("through");
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  return {
    port,
    arrival: () => once(socket, "message"),
    received: async () => {
      const isThrough = once(socket, "through");
      const sender = createSocket("udp4");
      sender.send(lastWord, port, "127.0.0.1", () => sender.close());
      await isThrough;
      return packets.splice(0).filter((packet) => packet !== lastWord);
    },
    close: () => socket.close(),
  };
}
