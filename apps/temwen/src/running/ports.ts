import { createServer, type Server } from "node:net";
import { codeOf } from "./error-codes.ts";

/** An address that this process cannot listen on, for a reason a person can mend. */
export class PortFault extends Error {
  readonly code = "port-not-free";

  constructor(message: string) {
    super(message);
    this.name = "PortFault";
  }
}

/** A place to listen on, and what it is for as it stands in a sentence (`port 8081 for the desk is taken`). */
export type Place = {
  readonly host: string;
  readonly port: number;
  readonly purpose: "" | " for the desk" | " for metrics";
};

/** Tries all places together and lets them go again; throws `PortFault` for the first that cannot be had. */
export async function tryPorts(places: readonly Place[]): Promise<void> {
  const taken: Server[] = [];
  try {
    for (const place of places) taken.push(await listen(place));
  } finally {
    await Promise.all(taken.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

function listen({ host, port, purpose }: Place): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => reject(toFault(error, { host, port, purpose })));
    server.listen(port, host, () => resolve(server));
  });
}

function toFault(error: Error, { host, port, purpose }: Place): Error {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return new PortFault(`port ${port}${purpose} is taken`);
    case "EACCES":
      return new PortFault(`port ${port}${purpose} needs more rights`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new PortFault(`this machine has no address ${host}`);
    default:
      return error;
  }
}
