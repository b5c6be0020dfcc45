import pino, { type Logger } from "pino";

/** What a line may say beside its sentence: the name of a fault, its place in the code, the pattern of a route. */
const saidFields = ["fault", "at", "route"] as const;

/**
 * The server's log: what happened to the process, never who asked or what for. Whoever logs may hand over any object; only
 * these fields are written, and of an error handed over as it is not even its message.
 */
export function createLog(destination?: pino.DestinationStream): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: sayOnly },
      hooks: {
        logMethod([first, ...rest], method) {
          // Pino would take the message of an error for the line's sentence.
          if ((first as unknown) instanceof Error) return method.call(this, {}, "fault");
          return method.apply(this, [first, ...rest]);
        },
      },
    },
    destination ?? pino.destination(2),
  );
}

/** All that is said of a fault: its name, never its message; and whoever threw it may have written anything into that. */
export const nameOfFault = (fault: unknown): string =>
  fault instanceof Error && /^[A-Za-z]{1,40}$/.test(fault.name) ? fault.name : "unknown";

const sayOnly = (said: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(saidFields.flatMap((name) => (typeof said[name] === "string" ? [[name, said[name]]] : [])));
