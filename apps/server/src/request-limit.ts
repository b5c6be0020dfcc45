import type { IncomingMessage, ServerResponse } from "node:http";

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

const tooSlow = "HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

/**
 * Cuts a request off that is not here whole after so many milliseconds: whoever sends a byte now and then does not hold a
 * connection for ever. Node's own `requestTimeout` does the same, but knows no exception for one address.
 */
export function limitRequest(request: IncomingMessage, response: ServerResponse, millis: number): void {
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent) request.socket.write(tooSlow);
    request.socket.destroySoon();
  }, millis).unref();
  timers.set(request, timer);
  response.once("close", () => clearTimeout(timer));
}

/** For a body that is watched in another way. */
export const liftLimit = (request: IncomingMessage): void => clearTimeout(timers.get(request));
