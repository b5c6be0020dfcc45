import { prepareAddition } from "@temwen/complain/adding";
import { asRead, type Entry, nameOfChoice, type Shown, sentenceOf } from "@temwen/complain/entries";
import { type Opened, openMailbox, readEntries } from "@temwen/complain/mailbox";
import { createActSender, createMessenger, sendConsent, sendReview } from "@temwen/complain/person-acts";
import { type ToldPressure, withdraw } from "@temwen/complain/withdrawal";
import { type Courier, createCourier } from "@temwen/courier";
import { parseReceipt } from "@temwen/sealing/receipt";
import { type ConsentChoice, granted, type Result, refused, utf8ToText } from "@temwen/vocabulary";
import type { Language } from "@temwen/words";
import { fill } from "@temwen/words/fill";
import { replyWords } from "@temwen/words/pages";
import { type Exit, exits, UsageError } from "../exit.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";
import { type Added, addEvidence } from "./add-evidence.ts";
import { type BelievedOffice, findOffice } from "./find-office.ts";
import { describeOwed, hasOwed, type OwedOptions, readTreatment, signOwed, tellOwed } from "./owed.ts";
import { askPressure, findAsker, readPressure } from "./pressure.ts";
import { readEvidence } from "./read-evidence.ts";

export type ReplyOptions = OwedOptions & {
  readonly server: string;
  readonly receipt: string;
  readonly send?: string;
  /** Asks other people to look again at how the case ended. */
  readonly review: boolean;
  readonly withdraw: boolean;
  /** Where the answer stands to whether somebody presses the person to withdraw; else it is asked. */
  readonly pressed?: string;
  /** What the office may do from now on. */
  readonly consent?: ConsentChoice;
  readonly attach: readonly string[];
  /** Where attached files wait, sealed, until they have arrived. */
  readonly unsent: string;
  readonly language: Language;
  readonly roots?: string;
};

/** Opens the mailbox of a receipt; writes, allows more or less, adds evidence or asks to withdraw, when told to. */
export async function reply(options: ReplyOptions, terminal: Terminal): Promise<Exit> {
  // What stands on a command line is seen by everybody on the machine, and kept by the shell.
  if (parseReceipt(options.receipt).ok) {
    throw new UsageError("a receipt is read from a file or from standard input (-), never from the command line");
  }
  const askToWithdraw = options.withdraw ? await openPressure(options, terminal) : undefined;
  const treatment = options.treatment === undefined ? undefined : await readTreatment(terminal, options.treatment);
  const spelled = utf8ToText(await readInput(terminal, options.receipt));
  const receipt = parseReceipt(spelled.ok ? spelled.value : "");
  if (!receipt.ok) return sayRefusal(terminal, receipt.refusal);
  const courier = createCourier({
    base: options.server,
    onRetry: (tried) => terminal.progress(`trying again (${tried})`),
  });
  const office = await findOffice(courier, options.server, options.roots, terminal);
  if (!office.ok) return sayRefusal(terminal, office.refusal);
  const opened = await openMailbox(courier, office.value, receipt.value);
  if (!opened.ok) return sayRefusal(terminal, opened.refusal);
  const { keys, before } = opened.value;
  const told = await askToWithdraw?.(opened.value);
  if (told?.ok === false) return sayRefusal(terminal, told.refusal);

  if (options.send !== undefined) {
    const text = utf8ToText(await readInput(terminal, options.send));
    if (!text.ok) return sayRefusal(terminal, { code: "malformed-utf8" });
    const sent = await createMessenger(courier)(office.value, keys, text.value);
    if (!sent.ok) return sayRefusal(terminal, sent.refusal);
    terminal.progress("sent");
  }
  if (options.consent !== undefined) {
    const changed = await sendConsent(courier, office.value, keys, options.consent);
    if (!changed.ok) return sayRefusal(terminal, changed.refusal);
    terminal.progress(`from now on: ${options.consent}; who has read already keeps what they read`);
  }
  if (options.review) {
    const asked = await sendReview(courier, office.value, keys);
    if (!asked.ok) return sayRefusal(terminal, asked.refusal);
    terminal.progress("review asked: other people look at how the case ended");
  }
  const mailbox = { courier, office: office.value, keys };
  const against = await signOwed({ ...options, treatment }, opened.value, mailbox, terminal);
  if (against) return sayRefusal(terminal, against);
  const added = await attach(options, opened.value, { courier, office: office.value, terminal });
  if (!added.done) return added.exit;
  if (told) {
    const asked = await withdraw(mailbox, createActSender(courier), told.value);
    if (!asked.ok) return sayRefusal(terminal, asked.refusal);
    terminal.progress("withdrawal asked: a person of the office reads it");
  }
  // What was just sent is part of what is shown. If it cannot be read again, it has arrived all the same.
  const again = hasActed(options) ? await readEntries(courier, office.value, keys) : opened;
  if (!again.ok)
    terminal.progress("temwen: it arrived, but the mailbox could not be read again; shown is what was before");
  const shown = again.ok ? again.value : opened.value;
  const { entries, stage } = shown;
  const messages = entries.flatMap((entry) => (entry.kind === "office" ? [{ at: entry.at, text: entry.text }] : []));
  const count = (kind: Entry["kind"]): number => entries.filter((entry) => entry.kind === kind).length;
  const [unverified, unlawful] = [count("unverified"), count("unlawful")];
  if (unverified > 0) terminal.progress(`temwen: ${unverified} entries are not signed by the office and are not shown`);
  if (unlawful > 0) terminal.progress(`temwen: ${unlawful} entries break the rules of the office and are not shown`);
  const timeline = entries.map(withoutWords);
  const left = added.unsent.length > 0;
  terminal.result(
    {
      case: keys.caseId,
      stage,
      messages,
      timeline,
      unverified,
      unlawful,
      ...tellOwed(entries),
      ...(before && { openedBefore: before }),
      ...(left && { unsent: added.unsent }),
    },
    describe(shown, options.language),
  );
  return left ? exits.cannotTell : exits.done;
}

const hasActed = ({ send, consent, attach: files, review, withdraw, ...owed }: ReplyOptions): boolean =>
  send !== undefined || consent !== undefined || files.length > 0 || review || withdraw || hasOwed(owed);

/**
 * How the answer is come by that goes before a withdrawal: what is wrong with a file is said, and that nobody can be asked,
 * before anything else is done. Throws `UsageError`.
 */
async function openPressure(
  options: ReplyOptions,
  terminal: Terminal,
): Promise<(opened: Opened) => Promise<Result<ToldPressure, { readonly code: string }>>> {
  const written = options.pressed === undefined ? undefined : await readPressure(terminal, options.pressed);
  const ask = written ? undefined : findAsker(options, terminal);
  return async ({ entries }) => {
    const isAsked = entries.some((entry) => entry.kind === "step" && entry.step === "withdrawn");
    if (isAsked) return refused({ code: "already-withdrawn" });
    const told = written ?? (ask && (await askPressure(ask, options.language)));
    return told ? granted(told) : refused({ code: "broken-off" });
  };
}

type Sending = { readonly courier: Courier; readonly office: BelievedOffice; readonly terminal: Terminal };

/** Adds the files that were named, if any were. */
async function attach(
  { attach: places, server, unsent }: ReplyOptions,
  { keys }: Opened,
  { courier, office, terminal }: Sending,
): Promise<Added> {
  if (places.length === 0) return { done: true, unsent: [] };
  const files = await Promise.all(places.map(readEvidence));
  terminal.progress("sealing");
  const prepared = await prepareAddition({ courier, office, keys }, files);
  if (!prepared.ok) return { done: false, exit: sayRefusal(terminal, prepared.refusal) };
  return addEvidence(prepared.value, { server, unsent, caseId: keys.caseId }, courier, terminal);
}

function withoutWords(entry: { readonly kind: string; readonly at: string; readonly text?: string }): object {
  const { text: _, ...rest } = entry;
  return rest;
}

/** The day that a line is about, where it is about one. */
function dayIn(entry: Shown["entries"][number]): string {
  if (entry.kind === "late") return entry.due.slice(0, 10);
  return entry.kind === "moreTime" ? entry.until.slice(0, 10) : "";
}

/** Where the case stands, and everything that happened, in the words of the page. */
function describe({ entries, stage }: Shown, language: Language): string {
  const words = replyWords[language];
  if (stage === "unknown" && entries.length === 0) return `${words.nothing} ${words.nothingHint}`;
  const newest = entries.findLast((entry) => entry.kind === "step" && entry.step.startsWith("step"));
  const lines = entries.map((entry) => {
    const values = {
      date: dayIn(entry),
      choice: entry.kind === "choice" ? words[nameOfChoice(entry.choice)] : "",
      n: entry.kind === "added" ? entry.count : "",
    };
    const said = entry.kind === "office" ? `\n${asRead(entry.text)}\n` : "";
    return `${entry.at}  ${fill(words[sentenceOf(entry)], values)}${said}`;
  });
  const head = newest ? [words[sentenceOf(newest)], ""] : [];
  return [...head, ...lines, ...describeOwed(entries, language)].join("\n");
}
