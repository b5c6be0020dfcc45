import { formOf, type LaterOrder, laterOrders, laterWords, openingOrders, saidByCase } from "@temwen/casework";
import type { Choices } from "@temwen/desk";
import { childAnswers } from "@temwen/vocabulary";
import { UsageError } from "../exit.ts";

/** What `office act` can do, and what each act asks for. A word that no act knows is a mistake, not a wish. */
const asked = {
  acknowledge: { text: true, settings: [] },
  assess: { text: false, settings: ["right", "rights", "class", "force", "forces", "department", "month", "child"] },
  reply: { text: true, settings: [] },
  "propose-not-admitted": { text: true, settings: ["reason"] },
  confirm: { text: true, settings: [] },
  "keep-open": { text: true, settings: [] },
  grant: { text: false, settings: ["to", "reason"] },
  rekey: { text: false, settings: ["to"] },
  "let-in-panel": { text: false, settings: [] },
  "deal-escrow": { text: false, settings: [] },
  "propose-erasure": { text: false, settings: ["reason"] },
  "confirm-erasure": { text: true, settings: [] },
  "stop-erasure": { text: false, settings: [] },
} as const satisfies { readonly [act: string]: { readonly text: boolean; readonly settings: readonly string[] } };

export type ActName = keyof typeof asked | LaterOrder["type"];
/** Given by a verb of its own: it says something in two cases. */
const ofTwoCases: readonly string[] = ["link-case", "unlink-case"];
export const actNames = [...Object.keys(asked), ...laterOrders].filter(
  (name) => !ofTwoCases.includes(name),
) as readonly ActName[];

type Asked = { readonly text: boolean | "may"; readonly settings: readonly string[]; readonly files?: boolean };

/** What an act asks for; those from admission on say it themselves (docs/specs/inquiry.md). */
function askedBy(act: ActName): Asked {
  const form = formOf(act);
  const settings = Object.keys(form?.says ?? {}).filter((name) => !saidByCase(act).includes(name));
  if (form?.words === "dissent") return { text: "may", settings };
  if (form) return { text: form.words !== "none", settings, files: form.brings };
  return asked[act as keyof typeof asked];
}

/** The words of an act as they stand on the command line. */
export type ActWords = {
  readonly act: ActName;
  /** FILE, or `-` for standard input. */
  readonly text?: string;
  /** The same of what the person is told, where an act has both. */
  readonly tell?: string;
  readonly set: ReadonlyMap<string, string>;
  /** Evidence that the office takes in. */
  readonly files?: readonly string[];
};

type WordsBeside = {
  readonly tell?: string | undefined;
  readonly files?: readonly string[] | undefined;
  /** Nobody is told: a case that the office opened has nobody to tell. */
  readonly untold?: boolean | undefined;
};

/** Whether an act tells the person something, in words of its own or beside those for colleagues. */
const tellsIn = (act: ActName): "text" | "tell" | undefined => {
  const form = formOf(act);
  if (form?.tells) return "tell";
  return form?.words === "message" || ["acknowledge", "confirm", "confirm-erasure"].includes(act) ? "text" : undefined;
};

/** Reads which act it is and whether it says what that act asks for. Throws `UsageError`. */
export function readActWords(
  act: string,
  text: string | undefined,
  set: ReadonlyMap<string, string>,
  { tell, files = [], untold = false }: WordsBeside = {},
): ActWords {
  const name = actNames.find((one) => one === act);
  if (!name) throw new UsageError(`the act must be one of: ${actNames.join(", ")}`);
  const { text: isTextAsked, settings, files: areFilesAsked } = askedBy(name);
  const unknown = [...set.keys()].find((key) => !settings.includes(key));
  if (unknown !== undefined)
    throw new UsageError(`${name} has no --set ${unknown}=…${listOf("; it knows ", settings)}`);
  const telling = tellsIn(name);
  if (untold && (!telling || { text, tell }[telling] !== undefined))
    throw new UsageError(`${name} ${telling ? `takes no --${telling} where nobody is told` : "tells nobody anyway"}`);
  const isUntold = untold && telling === "text";
  if (isTextAsked === true && text === undefined && !isUntold) throw new UsageError(`${name} needs --text FILE|-`);
  if (!isTextAsked && text !== undefined) throw new UsageError(`${name} takes no --text`);
  const tells = telling === "tell";
  if (tells && tell === undefined && !untold)
    throw new UsageError(`${name} tells the person, and needs --tell FILE|- besides`);
  if (!tells && tell !== undefined) throw new UsageError(`${name} takes no --tell`);
  if (areFilesAsked && files.length === 0) throw new UsageError(`${name} needs --file FILE`);
  if (!areFilesAsked && files.length > 0) throw new UsageError(`${name} takes no --file`);
  const more = { ...(text !== undefined && { text }), ...(tell !== undefined && { tell }) };
  return { act: name, set, ...more, ...(files.length > 0 && { files }) };
}

const listOf = (before: string, words: readonly string[]): string =>
  words.length === 0 ? "" : `${before}${words.join(", ")}`;

/**
 * Compares every `--set` with what this office has to choose from; a wrong word is answered with the right ones.
 * Throws `UsageError`.
 */
export function checkSettings({ act, set }: ActWords, choices: Choices): void {
  for (const [key, value] of set) {
    const said = listed.includes(key) ? value.split(",").filter(Boolean) : [value];
    if (said.length === 0) throw new UsageError(`--set ${key}=… needs a word`);
    if (key === "month" && !/^(\d{4}-(0[1-9]|1[0-2])|unknown)$/.test(value)) {
      throw new UsageError("--set month=… must be YYYY-MM or unknown");
    }
    const words = wordsFor(act, key, choices);
    const wrong = words && said.find((word) => !words.includes(word));
    if (wrong !== undefined) throw new UsageError(`--set ${key}=${wrong} is none of: ${words?.join(", ")}`);
  }
}

/** Settings that may name several, with commas. */
const listed = ["right", "rights", "force", "forces", "asks"];

function wordsFor(act: ActName, key: string, choices: Choices): readonly string[] | undefined {
  // Openings have reasons of their own, which are read where they are said.
  if (openingOrders.includes(act)) return undefined;
  if (formOf(act) && Object.hasOwn(laterWords, key)) return laterWords[key as keyof typeof laterWords];
  switch (key) {
    case "right":
    case "rights":
      return choices.rights;
    case "class":
      return choices.classes;
    case "force":
    case "forces":
      return choices.forces.map(({ id }) => id);
    case "department":
      return choices.departments.map(({ id }) => id);
    case "child":
      return childAnswers;
    case "reason":
      if (act === "propose-erasure") return choices.erasureReasons;
      return act === "grant" ? choices.accessReasons : choices.nonAdmissionReasons;
    default:
      return undefined;
  }
}
