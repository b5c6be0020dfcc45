import { setTimeout as pause } from "node:timers/promises";
import { deriveReceiptKeys, parseReceipt } from "@temwen/sealing/receipt";
import type { Instant, Language } from "@temwen/vocabulary";
import { dayText, languageFacts } from "@temwen/words";
import type { OfficeContext } from "../../office-context.ts";
import type { Slots } from "../../portal/fill-template.ts";
import type { PageFile, Pages } from "../../portal/pages.ts";
import { type Asked, type FilledPage, type FormPage, fillPage, statusOf } from "./filled-page.ts";
import { createOneByOne } from "./one-by-one.ts";
import { readForm } from "./read-form.ts";
import { readSteps, type Step } from "./status.ts";
import type { StepKind } from "./told-steps.ts";

/**
 * As at the mailbox: a case that exists takes a moment longer to read, and nobody is answered before this has passed since
 * the record was asked. It begins behind the derivation of the keys, which is longer and would swallow it.
 */
const beatMillis = 50;

/** Codes that the built page has a sentence for. */
const told = ["malformed-receipt", "wrong-check-digits", "too-many-requests", "malformed-form"];

/** `/reply/plain` in one language: the steps of a case and no word of it. Nothing where the pages are not built. */
export function createStatusForm(office: OfficeContext, pages: Pages): (language: Language) => FormPage | undefined {
  const oneByOne = createOneByOne();
  const answer = async (asked: Asked): Promise<readonly Step[] | string> => {
    const form = readForm(asked.body, asked.contentType);
    if (!form.ok) return "malformed-form";
    const receipt = parseReceipt(form.value.get("digits"));
    if (!receipt.ok) return receipt.refusal.code;
    const salt = (await office.registry.read())?.standing.directory.receiptSalt;
    if (salt === undefined) return "server-fault";
    const read = oneByOne(async () => {
      const keys = await deriveReceiptKeys(receipt.value, salt);
      const beat = pause(beatMillis);
      const steps = await readSteps(office, keys);
      await beat;
      return steps;
    });
    return (await read) ?? "too-many-requests";
  };
  return (language) => {
    const page = pages.get(`status.${language}.html`);
    if (!page) return undefined;
    const refuse = async (code: string): Promise<FilledPage> => drawRefusal(page, code);
    return {
      show: async () => fillPage(page, { asking: true, step: [] }),
      answer: async (asked) => {
        const answered = await answer(asked);
        if (typeof answered === "string") return refuse(answered);
        const rows = answered.map((step) => spellStep(step, language, office.pack.zone));
        return fillPage(page, { step: rows, [rows.length === 0 ? "nothing" : "steps"]: true });
      },
      refuse: () => refuse("server-fault"),
    };
  };
}

const drawRefusal = (page: PageFile, code: string): FilledPage =>
  fillPage(
    page,
    { asking: true, refused: true, step: [], [told.includes(code) ? code : "server-fault"]: true },
    statusOf(code),
  );

const spellStep = ({ kind, at, day, count }: Step, language: Language, zone: string): Slots => {
  const spell = (hour: Instant): string => dayText(languageFacts[language], hour, zone);
  return {
    [kind]: true,
    who: lookOf(kind),
    date: spell(at),
    day: day === undefined ? "" : spell(day),
    count: count === undefined ? "" : String(count),
  };
};

/** What the person did themselves, beside saying anew what is allowed. */
const ownKinds: readonly StepKind[] = [
  "received",
  "yours",
  "added",
  "withdrawn",
  "taken-back",
  "summary-answered",
  "treatment-told",
  "review-asked",
];

function lookOf(kind: StepKind): "alarm" | "person" | "office" {
  if (kind === "late") return "alarm";
  return ownKinds.includes(kind) || kind.startsWith("choice-") ? "person" : "office";
}
