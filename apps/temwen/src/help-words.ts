import {
  accessReasons,
  erasureReasons,
  laterWords,
  missionClasses,
  nonAdmissionReasons,
  queueStages,
  rights,
} from "@temwen/casework";
import { asks, beyondReasons } from "@temwen/dossier";
import { privateCompany, roles } from "@temwen/office";
import { childAnswers, consentChoices, languages } from "@temwen/vocabulary";
import { readPack } from "./running/pack-files.ts";
import { actNames } from "./staff/act-words.ts";

const width = 120;

/** The words that a verb's flags and settings choose from, one paragraph each; nothing where there are none. */
export async function wordsToChooseFrom(verb: string): Promise<string> {
  const listed = await listsOf(verb);
  return listed.length === 0 ? "" : `\n\n${listed.map(([name, words]) => paragraph(name, words)).join("\n")}`;
}

type List = readonly [name: string, words: readonly string[]];

async function listsOf(verb: string): Promise<readonly List[]> {
  switch (verb) {
    case "complain":
      return [
        ["force", await forces()],
        ["lang", languages],
        ["consent", consentChoices.map((one) => (one === "keep-words" ? `${one} (if not said)` : one))],
        ["child", childAnswers],
      ];
    case "office":
      return [
        ["ACT", actNames],
        ["STAGE", queueStages("intake")],
        ["right", rights],
        ["class", missionClasses],
        ["force", [...(await forces()), `${privateCompany} (any: which one is for sealed words)`]],
        ["department", await departments()],
        ["child", childAnswers],
        ["reason", [`of propose-not-admitted: ${nonAdmissionReasons.join(", ")}`]],
        ["reason", [`of grant: ${accessReasons.join(", ")}`]],
        ["reason", [`of propose-erasure: ${erasureReasons.join(", ")}`]],
        ...Object.entries(laterWords).map(([name, words]): List => {
          return name === "reason" ? [name, [`of recuse: ${words.join(", ")}`]] : [name, words];
        }),
        ["WISH", asks.map((one) => (one === "investigate" || one === "answer" ? `${one} (if not said)` : one))],
        ["REASON", beyondReasons],
      ];
    case "init":
    case "directory":
      return [
        [verb === "init" ? "role" : "ROLE", roles],
        ["ties", [...(await forces()).filter((force) => force !== "unknown"), `${privateCompany} (any)`]],
      ];
    default:
      return [];
  }
}

/** As the pack lists them; the directory in force decides, and a wrong word is answered with its own list. */
async function forces(): Promise<readonly string[]> {
  const pack = await readPack("haiti");
  return [...pack.forces.map(({ id, names }) => `${id} (${names.en})`), "unknown"];
}

async function departments(): Promise<readonly string[]> {
  const pack = await readPack("haiti");
  return [...pack.departments.map(({ id, names }) => `${id} (${names.fr})`), "unknown"];
}

/** A name and its words, broken between words and indented below the first. */
function paragraph(name: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = name.padEnd(12);
  for (const [i, word] of words.join(", ").split(" ").entries()) {
    if (i > 0 && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(12) + word;
    } else line += i === 0 ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
