import { spellReceipt } from "@temwen/sealing/receipt";
import { type ConsentChoice, consentChoices, type Language, type Result, refused } from "@temwen/vocabulary";
import { nameIn } from "@temwen/words/names";
import type { OfficeContext } from "../../office-context.ts";
import type { Slots } from "../../portal/fill-template.ts";
import type { PageFile, Pages } from "../../portal/pages.ts";
import { type Asked, type FilledPage, type FormPage, fillPage, statusOf } from "./filled-page.ts";
import { createFormTokens, type FormTokens } from "./form-token.ts";
import { createOneByOne, type OneByOne } from "./one-by-one.ts";
import { type FormRefusal, readForm } from "./read-form.ts";
import { type Said, type Taken, type TakeRefusal, takeWords } from "./take-words.ts";

type Refusal =
  | FormRefusal
  | { readonly code: TakeRefusal["code"] }
  | { readonly code: "form-too-old" | "too-many-requests" };

/** What was filled in, as it goes back into the form when it is refused. */
type Filled = { readonly token: string; readonly text: string; readonly force: string; readonly wish: string };

const nothing: Filled = { token: "", text: "", force: "", wish: "" };

/** Codes that the built form has a sentence for; everything else is told as a fault of the system. */
const told = [
  "empty",
  "too-long",
  "unknown-force",
  "broken-text",
  "too-few-recipients",
  "too-many-requests",
  "no-space",
  "cannot-tell",
  "form-too-old",
  "too-large",
];
/** What the browser sent cannot be words. */
const unreadable = ["wrong-charset", "malformed-form"];

type Parts = {
  readonly office: OfficeContext;
  readonly tokens: FormTokens;
  readonly oneByOne: OneByOne;
  /** What is being sealed at this moment: a form that is sent again meanwhile gets the same answer. */
  readonly underWay: Map<string, Promise<Result<Taken, TakeRefusal> | undefined>>;
};

/** `/complain/plain` in one language, or nothing where the pages are not built. */
export function createComplaintForm(office: OfficeContext, pages: Pages): (language: Language) => FormPage | undefined {
  const tokens = createFormTokens(office);
  const parts: Parts = { office, tokens, oneByOne: createOneByOne(), underWay: new Map() };
  return (language) => {
    const form = pages.get(`plain.${language}.html`);
    const sent = pages.get(`sent.${language}.html`);
    if (!form || !sent) return undefined;
    const draw = (filled: Filled, refusal?: string) => drawForm({ form, language, filled, refusal }, parts);
    return {
      show: () => draw(nothing),
      answer: async (asked) => {
        const filled = readFilled(asked);
        if (!filled.ok) return draw(nothing, filled.refusal.code);
        try {
          const taken = await take(filled.value, language, parts);
          return taken.ok ? drawSent(sent, taken.value) : await draw(filled.value, taken.refusal.code);
        } catch (error) {
          // Whoever must send again shall not have to write again.
          return { ...(await draw(filled.value, "cannot-tell")), fault: error };
        }
      },
      refuse: (code) => draw(nothing, code),
    };
  };
}

function readFilled(asked: Asked): Result<Filled, FormRefusal> {
  const form = readForm(asked.body, asked.contentType);
  if (!form.ok) return form;
  const field = (name: string): string => form.value.get(name) ?? "";
  // A browser sends every line end as two signs, whatever was typed (WHATWG HTML, form submission).
  const text = field("text").replaceAll("\r\n", "\n");
  return { ok: true, value: { token: field("token"), text, force: field("force"), wish: field("wish") } };
}

async function take(filled: Filled, language: Language, parts: Parts): Promise<Result<Taken, Refusal>> {
  const { office, tokens, oneByOne, underWay } = parts;
  const { token, text, force, wish } = filled;
  if (!(await tokens.isOpen(token))) return refused({ code: "form-too-old" });
  const consent = wish === "" ? "keep-words" : consentChoices.find((choice) => choice === wish);
  if (consent === undefined) return refused({ code: "malformed-form" });
  const said: Said = { text, force: force === "" ? "unknown" : force, consent, language };
  const receipt = await tokens.drawReceiptOf(token, said);
  const known = underWay.get(receipt);
  const taking = known ?? oneByOne(() => takeWords(said, receipt, office));
  if (!known) {
    underWay.set(receipt, taking);
    const forget = (): void => void underWay.delete(receipt);
    taking.then(forget, forget);
  }
  return (await taking) ?? refused({ code: "too-many-requests" });
}

type Drawing = {
  readonly form: PageFile;
  readonly language: Language;
  readonly filled: Filled;
  readonly refusal: string | undefined;
};

/** The form, empty or as it was filled in, under a number that is still good. */
async function drawForm({ form, language, filled, refusal }: Drawing, { office, tokens }: Parts): Promise<FilledPage> {
  const directory = (await office.registry.read())?.standing.directory;
  const forces = (directory?.forces ?? []).map(
    ({ id, names }): Slots => ({
      id,
      name: nameIn(names, language),
      chosen: id === filled.force,
    }),
  );
  const slots: Slots = {
    token: (await tokens.isOpen(filled.token)) ? filled.token : await tokens.give(),
    text: filled.text,
    force: forces,
    "force-unknown": filled.force === "unknown",
    ...Object.fromEntries(consentChoices.map((choice: ConsentChoice) => [choice, choice === filled.wish])),
    ...(refusal !== undefined && { refused: true, [sentenceFor(refusal)]: true }),
  };
  return fillPage(form, slots, refusal === undefined ? 200 : statusOf(refusal));
}

function sentenceFor(refusal: string): string {
  if (unreadable.includes(refusal)) return "unreadable";
  return told.includes(refusal) ? refusal : "server-fault";
}

function drawSent(page: PageFile, { receipt, proofNumber }: Taken): FilledPage {
  const groups = spellReceipt(receipt)
    .split(" ")
    .map((group): Slots => ({ group, spoken: [...group].join(" ") }));
  return fillPage(page, {
    group: groups,
    proof: proofNumber ?? "",
    proven: proofNumber !== undefined,
    already: proofNumber === undefined,
  });
}
