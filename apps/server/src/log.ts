import pino, { type Logger } from "pino";

/**
 * The server's log: what happened to the process, never who asked or what for. No address, no header, no body, no
 * query ever reaches it, so there is nothing to redact; the list below is for the day somebody forgets.
 */
export function createLog(destination?: pino.DestinationStream): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ["req", "res", "headers", "body", "err.message", "remoteAddress"], remove: true },
    },
    destination ?? pino.destination(2),
  );
}
