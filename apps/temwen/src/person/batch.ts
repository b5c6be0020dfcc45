import { createHash } from "node:crypto";
import { appendFile, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createCourier } from "@temwen/courier";
import { deriveReceiptKeys, drawReceipt, parseReceipt, type Receipt } from "@temwen/sealing/receipt";
import {
  childAnswers,
  consentChoices,
  fieldsOf,
  languages,
  oneOf,
  textLike,
  textUpTo,
  utf8ToText,
} from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { giveBackNote, takeNote } from "../running/process-note.ts";
import { sayRefusal, type Terminal, toJsonLine } from "../terminal.ts";
import { type ComplainOptions, createDraft, fileDraft } from "./complain.ts";
import { findOffice } from "./find-office.ts";
import { doSmallWork } from "./small-work.ts";

/** What stands in `receipts.ndjson`: one line before a file is sent, one when it is safe. */
type Line = {
  readonly file: string;
  readonly sha256: string;
  readonly receipt: Receipt;
  readonly case?: string;
  readonly proofNumber?: string;
};

const detailsShape = fieldsOf(
  {},
  {
    force: textLike(/^[a-z][a-z0-9-]{1,23}$/),
    language: oneOf(...languages),
    consent: oneOf(...consentChoices),
    child: oneOf(...childAnswers),
    place: textUpTo(2000),
  },
);

/**
 * Files every `*.txt` of a folder as one complaint each; `NAME.json` beside it may say force, language, consent,
 * child and place. Receipts go to `receipts.ndjson` in the folder, the receipt before anything is sent: run again
 * after a stop, a file that had arrived is not filed twice, because its receipt, and so its case, is the same.
 */
export async function complainBatch(
  folder: string,
  options: Omit<ComplainOptions, "text" | "attach" | "unsent" | "proofFolder">,
  terminal: Terminal,
): Promise<Exit> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
  if (files.length === 0) return sayRefusal(terminal, { code: "no-texts" });
  const book = join(folder, "receipts.ndjson");
  // Two at once would each draw receipts for the same texts, and every text would become two complaints.
  const note = `${book}.running`;
  const holder = await takeNote(note);
  if (holder !== undefined) return sayRefusal(terminal, { code: "batch-running", process: holder });
  try {
    return await fileAll({ folder, files, book }, options, terminal);
  } finally {
    await giveBackNote(note);
  }
}

async function fileAll(
  { folder, files, book }: { readonly folder: string; readonly files: readonly string[]; readonly book: string },
  options: Omit<ComplainOptions, "text" | "attach" | "unsent" | "proofFolder">,
  terminal: Terminal,
): Promise<Exit> {
  const known = await readBook(book);
  const courier = createCourier({
    base: options.server,
    onRetry: (tried) => terminal.progress(`trying again (${tried})`),
  });
  const office = await findOffice(courier, options.server, options.roots, terminal);
  if (!office.ok) return sayRefusal(terminal, office.refusal);

  const way = { courier, office: office.value, work: doSmallWork(terminal) };
  let failed = 0;
  for (const [i, file] of files.entries()) {
    const place = `${i + 1} of ${files.length}`;
    // A folder of that name, a link to nothing: it must not keep those behind it from being filed.
    const bytes = await readFile(join(folder, file)).catch(() => undefined);
    if (!bytes) {
      failed++;
      terminal.entry({ file, refused: "cannot-be-read" }, `${place}  ${file}  cannot be read`);
      continue;
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const before = known.get(`${file} ${sha256}`);
    if (before?.case) {
      terminal.entry(before, `${place}  ${file}  already filed`);
      continue;
    }
    const text = utf8ToText(bytes);
    const details = await readDetails(folder, file);
    if (!text.ok || !details) {
      failed++;
      terminal.entry(
        { file, refused: text.ok ? "malformed-details" : "malformed-utf8" },
        `${place}  ${file}  cannot be read`,
      );
      continue;
    }
    const receipt = before?.receipt ?? drawReceipt();
    if (!before) await write(book, { file, sha256, receipt });
    const draft = createDraft(text.value, { ...options, ...details }, [], "partner");
    const filed = await fileDraft(draft, receipt, way);
    if (filed.ok) {
      const line = { file, sha256, receipt, case: filed.value.case, proofNumber: filed.value.proofNumber };
      await write(book, line);
      terminal.entry(line, `${place}  ${file}  filed`);
    } else if (filed.refusal.code === "another-digest") {
      // The same receipt, sealed anew: what was sent before the stop had arrived.
      const { caseId } = await deriveReceiptKeys(receipt, office.value.directory.receiptSalt);
      const line = { file, sha256, receipt, case: caseId };
      await write(book, line);
      terminal.entry(line, `${place}  ${file}  had arrived before`);
    } else if (filed.refusal.code === "unreachable" || filed.refusal.code === "cannot-tell") {
      terminal.progress(`stopped at ${file}; run the same command again to go on`);
      return sayRefusal(terminal, filed.refusal);
    } else {
      failed++;
      terminal.entry({ file, refused: filed.refusal.code }, `${place}  ${file}  refused: ${filed.refusal.code}`);
    }
  }
  terminal.progress(`${files.length - failed} filed, ${failed} refused; receipts stand in ${book}: keep them safe`);
  return failed === 0 ? exits.done : exits.refused;
}

async function readBook(book: string): Promise<ReadonlyMap<string, Line>> {
  const text = await readFile(book, "utf8").catch(unlessMissing(""));
  // What a stop cut short ends its line here, or the next entry would be lost with it.
  if (text !== "" && !text.endsWith("\n")) await appendFile(book, "\n", { flush: true });
  const known = new Map<string, Line>();
  for (const line of text.split("\n").filter(Boolean)) {
    const entry = readLine(line);
    if (entry) known.set(`${entry.file} ${entry.sha256}`, entry);
  }
  return known;
}

/** A line cut short by a stop is no entry: its receipt was never used, because it is flushed before sending. */
function readLine(line: string): Line | undefined {
  try {
    const entry = JSON.parse(line) as Line;
    return parseReceipt(entry.receipt).ok ? entry : undefined;
  } catch {
    return undefined;
  }
}

async function readDetails(folder: string, file: string): Promise<ReturnType<typeof detailsShape>> {
  const place = join(folder, file.replace(/\.txt$/, ".json"));
  try {
    return detailsShape(JSON.parse(await readFile(place, "utf8").catch(unlessMissing("{}"))));
  } catch {
    return undefined;
  }
}

/** A file that is not there says nothing; one that cannot be read must not be passed over. */
const unlessMissing =
  (instead: string) =>
  (error: unknown): string => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
    throw error;
  };

const write = (book: string, line: Line): Promise<void> =>
  appendFile(book, `${toJsonLine(line)}\n`, { mode: 0o600, flush: true });
