import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A line to an office that is narrow, and that is cut every so often, whatever is on it. */
export type CuttingLine = { readonly url: string; readonly cuts: () => number };

/** Opens one on loopback; it ends with `closing`. What goes to the office takes its time; answers are small. */
export async function openCuttingLine(
  office: string,
  line: { readonly bytesPerSecond: number; readonly cutEveryMillis: number },
  closing: AsyncDisposableStack,
): Promise<CuttingLine> {
  const target = new URL(office);
  const sockets = new Set<Socket>();
  let cuts = 0;
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
    far.pipe(near);
    near.on("data", async (bytes: Buffer) => {
      near.pause();
      far.write(bytes);
      await pause((bytes.length / line.bytesPerSecond) * 1000);
      near.resume();
    });
    near.once("end", () => far.end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const timer = setInterval(() => {
    if (sockets.size > 0) cuts += 1;
    for (const socket of sockets) socket.destroy();
  }, line.cutEveryMillis);
  closing.defer(() => {
    clearInterval(timer);
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cuts: () => cuts };
}
