import type { Directory, NamedForce } from "@temwen/office";
import type { ComplaintDraft } from "@temwen/sealing/seal";
import { childAnswers, consentChoices, languages, supportNeeds } from "@temwen/vocabulary";
import type { Shown } from "../evidence/host.ts";
import { byId, inputOf } from "../page/dom.ts";
import { languageInUse } from "../page/words.ts";

/** Bytes of a story as it will be sealed; the rest of the largest bucket is for what else a story holds. */
export const roomForWords = 30_000;

export const wordsTyped = (): string => byId<HTMLTextAreaElement>("text").value;

/** The answer chosen for a question, or nothing where it was skipped. */
export function chosen(name: string): string | undefined {
  return document.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value;
}

export function chosenNeeds(): readonly (typeof supportNeeds)[number][] {
  return supportNeeds.filter((need) => document.querySelector(`[name="need"][value="${need}"]:checked`));
}

/** The text of a line, without the spaces around it. */
export const line = (id: string): string => inputOf(id).value.trim();

/** Takes back the answers of one question. */
export function clearAnswers(question: Element): void {
  for (const input of question.querySelectorAll("input")) {
    if (input.type === "text") input.value = "";
    else input.checked = false;
  }
}

/**
 * What the person says, as it is sealed. Every question but the first may be skipped; who does not say what may be
 * done has allowed the least: that the words are kept.
 */
export function readDraft(directory: Directory, evidence: readonly Shown[]): ComplaintDraft {
  const identity = { name: line("name"), contact: line("way"), safeContact: line("safe") };
  const support = { needs: chosenNeeds(), words: line("help-words") };
  const place = line("place");
  return {
    text: wordsTyped(),
    language: oneOf(languages, languageInUse(), "ht"),
    force: namedForce(directory),
    consent: oneOf(consentChoices, chosen("wish"), "keep-words"),
    child: oneOf(childAnswers, chosen("child"), "unsaid"),
    channel: "page",
    ...(place && { place }),
    ...(evidence.length > 0 && { evidence }),
    identity: withoutEmpty(identity),
    support: { needs: support.needs, ...(support.words && { words: support.words }) },
  };
}

function namedForce(directory: Directory): NamedForce {
  const named = chosen("force");
  return directory.forces.find(({ id }) => id === named)?.id ?? "unknown";
}

function oneOf<T extends string>(words: readonly T[], word: string | undefined, otherwise: T): T {
  return words.find((known) => known === word) ?? otherwise;
}

function withoutEmpty<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "")) as Partial<T>;
}
