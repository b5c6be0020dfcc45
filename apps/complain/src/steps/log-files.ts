import type { ReadTile } from "@temwen/public-log/tiles";

/** A line that gives nothing for so long is a broken one; in milliseconds. */
const patience = 60_000;

/** What stands below /log/ could not be fetched: the line, or the server, and not the log. */
export class UnreachableFault extends Error {}

/**
 * Reads a file of the log that the page's own server shows. Nothing of it stays on the phone: which files were asked for
 * would tell whoever finds the phone where the case stands in the log. Throws `UnreachableFault`.
 */
export const readLogFile: ReadTile = async (path) => {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(`/log/${path}`, {
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      signal: stop.signal,
    });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new UnreachableFault();
    return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new UnreachableFault("", { cause });
  } finally {
    clearTimeout(late);
  }
};
