import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to an office that breaks in the middle of something large, as mobile lines do. */
export type BadLine = {
  readonly url: string;
  /** How often it broke so far. */
  readonly breaks: () => number;
  /**
   * Breaks the next `times` uploads of more than `largerThan` bytes: `before` while the office still waits for the rest of
   * it, `after` when the office has all of it and its answer is on the way. `stuck` breaks nothing: nothing goes on.
   */
  readonly breakUploads: (when: "before" | "after" | "stuck", times: number, largerThan?: number) => void;
  readonly close: () => Promise<void>;
};

/** More than any question the page asks, less than any sealed complaint. */
const large = 16_384;

/** Opens a line on loopback that passes everything on, until it is told to break. */
export async function openBadLine(office: string): Promise<BadLine> {
  const target = new URL(office);
  const sockets = new Set<Socket>();
  let when: "before" | "after" | "stuck" = "before";
  let tooLarge = large;
  let left = 0;
  let broken = 0;

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    const cut = (): void => {
      left--;
      broken++;
      near.destroy();
    };
    let sent = 0;
    near.on("data", (bytes) => {
      sent += bytes.length;
      const isLarge = sent > tooLarge && left > 0;
      if (isLarge && when === "before") cut();
      else if (!(isLarge && when === "stuck")) far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (sent > tooLarge && left > 0 && when === "after") cut();
      else near.write(bytes);
      // The next question on the same connection is counted anew.
      sent = 0;
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breaks: () => broken,
    breakUploads: (next, times, largerThan = large) => {
      when = next;
      left = times;
      tooLarge = largerThan;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
