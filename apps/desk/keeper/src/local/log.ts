/** One line of what the local desk did: ids and codes, never a word that anybody wrote. */
export type LocalLine = { readonly event: string; readonly [more: string]: string | number };
export type LocalLog = (line: LocalLine) => void;

/** A fault by its kind and place. Its message is left out: it may quote what was being read. */
export function faultLine(fault: unknown): LocalLine {
  if (!(fault instanceof Error)) return { event: "fault", kind: typeof fault };
  const frames = (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    event: "fault",
    kind: fault.name,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(" | "),
  };
}
