import { type Exit, exits } from "../exit.ts";
import type { Finding } from "../log/speak.ts";
import type { Terminal } from "../terminal.ts";

/** Says why a complaint that has arrived is not proved to be in the public log. */
export function sayUnproved({ code, by }: Finding, terminal: Terminal): void {
  const said = sentences[code] ?? `refused: ${code}`;
  terminal.progress(`temwen: the complaint has arrived; ${said}${by === undefined ? "" : ` (${by})`}`);
}

/** What is to be said of a filing for which one waited in vain: only that it is not in the log, which was read, speaks against the office. */
export const codeBehindHour = (code: string): string => (code === "not-yet" ? "promise-broken" : code);

/** What speaks against the office is a refusal; else nobody can tell, and `temwen proof` asks again. */
export const exitOfUnproved = (code: string): Exit => (isAgainstOffice(code) ? exits.refused : exits.cannotTell);

const isAgainstOffice = (code: string): boolean =>
  !["no-promise", "no-public-log", "unreachable", "not-yet", "malformed-policy", "stopped", "quorum-missing"].includes(
    code,
  );

const sentences: { readonly [code: string]: string } = {
  "no-promise": "this office publishes no log, and promised nothing",
  "no-public-log": "this office shows no public log",
  "promise-malformed": "what the office promised cannot be read",
  "promise-not-signed": "the promise is not signed by the office's key",
  "promise-of-another-leaf": "the office promised something else than what was filed",
  "promise-broken":
    "and the office broke its promise: it is not in the public log by the hour it named; keep the promise",
  "another-leaf": "the public log holds something else than what was filed, where the office says it stands",
  stopped: "the waiting was stopped; `temwen proof` asks again",
  unreachable: "the public log cannot be reached; `temwen proof` asks again",
  "quorum-missing": "not enough witnesses had cosigned the public log by the promised hour; `temwen proof` asks again",
};
