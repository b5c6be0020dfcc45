import { handedOverBases, openedBecause, openingSaid } from "@temwen/casework";
import { type Language, languages, utf8ToText } from "@temwen/vocabulary";
import { choose, flag, need, readServer, readWords, text } from "../command-words.ts";
import { type Exit, exits, UsageError } from "../exit.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";
import { signInFrom } from "./sign-in.ts";

const options = {
  ...{ server: text, key: text, "passphrase-file": text, roots: text, pack: text, json: flag },
  ...{ because: text, forces: text, matter: text, from: text, basis: text, text, reference: text, lang: text },
} as const;

/** `office open-case`: a case that nobody brought, or that another body hands over (docs/specs/opened-cases.md). */
export async function runOpenCase(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values } = readWords(args, options);
  const because = choose(need(values.because, "--because"), openedBecause, "--because");
  const basis = choose(values.basis ?? "none", handedOverBases, "--basis");
  const forces = openingSaid.forces(need(values.forces, "--forces").split(",").filter(Boolean));
  if (!forces) throw new UsageError("--forces needs ids of forces with commas between them, or unknown");
  const matter = openingSaid.matter(values.matter === undefined ? [] : [values.matter]);
  if (!matter) throw new UsageError("--matter needs the id of a recommendation or of a visit (rec_…, vis_…)");
  const from = openingSaid.from(values.from ?? "none");
  if (from === undefined) throw new UsageError("--from needs the id of a body, as `temwen office forums` lists them");
  const language: Language = choose(values.lang ?? "ht", languages, "--lang");
  const words = await readText(need(values.text, "--text"), terminal);
  const reference = values.reference === undefined ? "" : (await readText(values.reference, terminal)).trim();
  const keeper = await signInFrom(
    {
      server: readServer(values.server),
      key: need(values.key, "--key"),
      passphraseFile: need(values["passphrase-file"], "--passphrase-file"),
      roots: need(values.roots, "--roots"),
      pack: values.pack ?? "haiti",
    },
    terminal,
  );
  if (!keeper.ok) return sayRefusal(terminal, keeper.refusal);
  try {
    terminal.progress("sealing, deciding, signing");
    const says = { because, forces, matter, from, basis };
    const opened = await keeper.value.openCase({ says, text: words, language, reference });
    if (!opened.ok) return sayRefusal(terminal, opened.refusal);
    terminal.result(opened.value, `opened: ${opened.value.case}\nfour colleagues got its key; you have none`);
    return exits.done;
  } finally {
    keeper.value.close();
  }
}

async function readText(place: string, terminal: Terminal): Promise<string> {
  const read = utf8ToText(await readInput(terminal, place));
  if (!read.ok) throw new UsageError(`${place} is not UTF-8`);
  return read.value;
}
