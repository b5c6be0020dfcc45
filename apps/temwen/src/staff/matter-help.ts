import { formOfMatter, type MatterOrder, matterWords, openingOf, ordersOf, reasonsOf } from "@temwen/casework/matters";
import { type MatterKind, prefixOfMatters } from "@temwen/vocabulary";

/** The kinds by what the command calls them. */
export const matterVerbs = { rec: "recommendation", visit: "visit", paternity: "paternity" } as const;
export type MatterVerb = keyof typeof matterVerbs;

export const isMatterVerb = (word: string | undefined): word is MatterVerb =>
  word !== undefined && Object.hasOwn(matterVerbs, word);

const intro: { readonly [V in MatterVerb]: string } = {
  rec: `Recommendations: made from a case, a pattern or a visit; handed to whoever is to follow them; answered, or not;
followed; and that looked at by somebody other than who says so. What it comes of is sealed: --text, and the case's number in it.`,
  visit: `Monitoring visits, announced or not: planned, made or called off, reported to everybody, answered.`,
  paternity: `Claims of paternity and child support: consent and custody of samples, the State asked and what it answers,
recognition, payments. Open until the child is of age. Nothing of them is public, and only who was let in sees that they are there.`,
};

const example: { readonly [V in MatterVerb]: string } = {
  rec: `  temwen office rec make-recommendation --set basis=pattern --set to=contributing-state:ken --set subject=training \\
    --set forces=ken --with stf_…,stf_… --text why.txt …
  temwen office rec hand-over-recommendation --matter rec_… --set answerDue=2027-01-31 …
  temwen office rec publish-recommendation --matter rec_… --public ht=piblik.txt --set declares=reveals-nobody …
  temwen office rec record-recommendation-answer --matter rec_… --set answer=none --text note.txt …
  temwen office rec list …`,
  visit: `  temwen office visit plan-visit --set announced=unannounced --set site=detention --set department=ht01 \\
    --set day=2027-01-15 --set forces=ken --with stf_… --text why.txt …
  temwen office visit record-visit --matter vis_… --set day=2027-01-15 --set entry=refused --text seen.txt …
  temwen office visit report-visit --matter vis_… --set to=mission --set answerDue=2027-02-28 \\
    --set declares=reveals-nobody --public ht=piblik.txt …`,
  paternity: `  temwen office paternity make-claim --set claimant=mother --set majority=2043-05 --set declares=wanted \\
    --set forces=ken --with stf_…,stf_… --text claim.txt …
  temwen office paternity record-sample-consent --matter pat_… --set of=child --set given=yes --text who-said-it.txt …
  temwen office paternity record-sample --matter pat_… --set number=1 --set of=child --set custody=taken \\
    --set holder=office --text how.txt …
  temwen office paternity ask-state --matter pat_… --set to=contributing-state:ken --set answerDue=2027-03-31 …
  temwen office paternity propose-claim-erasure --matter pat_… --set reason=person-asked --set declares=told …
  temwen office paternity record-payment --matter pat_… --set month=2027-04 --set paid=missed --text note.txt …`,
};

/** What `temwen office rec --help` and `temwen office visit --help` print. */
export function matterHelp(verb: MatterVerb): string {
  const kind = matterVerbs[verb];
  const opening = openingOf(kind);
  const id = `${prefixOfMatters(kind)}…`;
  return [
    `temwen office ${verb} list | read --matter ${id}
temwen office ${verb} ACT [--matter ${id}] [--set KEY=VALUE]… [--text FILE|-] [--with stf_…,…] [--public LANG=FILE]…
                         [--expected N]
each with --server URL --key FILE --passphrase-file FILE --roots FILE [--json]\n`,
    fill(intro[verb], ""),
    fill(
      `${opening} opens one, and --with names who gets the key to its words, one of the panel at least. Only they act in it. ` +
        "When one of them has left, rekey-matter seals what comes next to another key, for those of --with, or for all others who have it. " +
        "Words for everybody (--public) are in clear, in Creole at least; --text is sealed to those who were let in.",
      "",
    ),
    "",
    ...ordersOf(kind).map((order) => `${order.padEnd(29)} ${asks(order)}`.trimEnd()),
    "",
    "to: mission, host-state, office, united-nations, or contributing-state: and the id of a force",
    ...Object.entries(matterWords)
      .filter(([name]) => asksFor(kind, name))
      .map(([name, words]) => fill(`${name}: ${words.join(", ")}`)),
    ...Object.entries(reasonsOf)
      .filter(([order]) => ordersOf(kind).some((one) => one === order))
      .map(([order, words]) => fill(`reason of ${order}: ${words.join(", ")}`)),
    "",
    example[verb],
  ].join("\n");
}

function asks(order: MatterOrder["type"]): string {
  const form = formOfMatter(order);
  if (!form) return "";
  const settings = Object.keys(form.says).filter((name) => name !== "text");
  const said = settings.length > 0 ? [`--set ${settings.map((name) => `${name}=…`).join(" ")}`] : [];
  const more = [form.says.text && "--public ht=FILE", form.words && "--text", form.letsIn && "--with"];
  return [...said, ...more.filter(Boolean)].join("  ");
}

const asksFor = (kind: MatterKind, name: string): boolean =>
  ordersOf(kind).some((order) => formOfMatter(order)?.says[name] !== undefined);

/** Words on lines that fit a terminal. */
function fill(text: string, indent = "   "): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > 116) {
      lines.push(line);
      line = indent + word;
    } else line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
