// Recommendations and visits as the record keeps them: bodies, signatures, digests, how each stands after every event, and what of it is told.
import {
  decideMatter,
  evolveMatter,
  type Matter,
  type MatterOrder,
  type MatterServerFact,
  openingOf,
  placeMatterFact,
  toldOfStep,
} from "@temwen/casework/matters";
import { answerDay } from "@temwen/mission-pack";
import { recordBytes, vouchFor } from "@temwen/office";
import {
  bytesToDigest,
  canonicalBytes,
  createMatterId,
  type Instant,
  instantToMillis,
  type Json,
  type MatterKind,
  matterKinds,
  millisToInstant,
} from "@temwen/vocabulary";
import { createTestDirectory, staffIdOf, testOffice } from "./office-vectors.ts";
import { sha256, testBytes, testDigest, testKeyPair, testSigner } from "./test-keys.ts";

const begun = "2026-11-03T15:04:05.678Z" as Instant;
const part = (name: string) => ({ part: name, digest: testDigest(`part ${name}`) });
const words = (place: number) => ({ explanation: part(`words-${place}`) });
const keysTo = (place: number, ...names: readonly string[]) =>
  names.map((name, n) => ({ to: staffIdOf(name), grant: part(`key-${place}-${n + 1}`) }));

type Step = readonly [by: string, order: MatterOrder, at?: Instant];
type Claiming = Extract<MatterOrder, { readonly type: "make-claim" }>;
type Steps = readonly [Step, ...(Step | Passed)[]];
/** What the server says by itself, at that hour. */
type Passed = { readonly clock?: string; readonly due: Instant; readonly at: Instant };

const planned = {
  announced: "unannounced",
  site: "detention",
  department: "dep01",
  day: "2026-12-01",
} as const;
const reporting = {
  type: "report-visit",
  to: "mission",
  answerDue: "2027-01-31",
  text: { ht: "Yo pa kite nou antre." },
  declares: "reveals-nobody",
} as const;
const over = "2027-02-02T00:00:00.000Z" as Instant;

async function streams(): Promise<readonly Steps[]> {
  const { recipient } = await testKeyPair("matter");
  const later = await testKeyPair("matter-words-1");
  const opening = { recipient, ...words(0), grants: keysTo(0, "investigator-1", "panel-1", "child-protection-1") };
  const claiming = { recipient, ...words(0), grants: keysTo(0, "support-1", "panel-1") };
  const planVisit: Step = ["investigator-1", { type: "plan-visit", ...planned, forces: ["alfa"], ...opening }];
  return [
    [
      [
        "investigator-1",
        {
          type: "make-recommendation",
          basis: "pattern",
          to: "contributing-state:alfa",
          subject: "training",
          forces: ["alfa"],
          ...opening,
        },
      ],
      ["panel-1", { type: "hand-over-recommendation", answerDue: "2027-01-31" }],
      [
        "panel-1",
        {
          type: "publish-recommendation",
          text: { ht: "Fòs la dwe anseye.", en: "The force must be taught." },
          declares: "reveals-nobody",
        },
      ],
      ["investigator-1", { type: "let-in", grants: keysTo(3, "intake-1", "panel-2") }],
      ["intake-1", { type: "record-claim", ...words(4) }],
      ["child-protection-1", { type: "check-change", outcome: "not-changed", ...words(5) }],
      ["panel-2", { type: "record-recommendation-answer", answer: "none", ...words(6) }, over],
      ["panel-2", { type: "step-back", reason: "family" }, millisToInstant(instantToMillis(over) + 1)],
      [
        "panel-1",
        { type: "close-recommendation", reason: "no-answer", ...words(8) },
        millisToInstant(instantToMillis(over) + 2),
      ],
    ],
    [
      planVisit,
      ["child-protection-1", { type: "record-visit", day: "2026-12-01", entry: "refused", ...words(1) }],
      ["panel-1", reporting],
      ["investigator-1", { type: "record-visit-answer", answer: "partly", ...words(3) }],
    ],
    [planVisit, ["panel-1", { type: "call-off-visit", reason: "danger", ...words(1) }]],
    [
      [
        "support-1",
        {
          type: "make-claim",
          claimant: "mother",
          majority: "2043-05",
          declares: "wanted",
          forces: ["alfa"],
          ...claiming,
        },
      ],
      ["support-1", { type: "record-sample-consent", of: "child", given: "yes", ...words(1) }],
      ["support-1", { type: "record-sample", number: 1, of: "child", custody: "taken", holder: "office", ...words(2) }],
      ["panel-1", { type: "ask-state", to: "contributing-state:alfa", answerDue: "2027-01-31" }],
      ["support-1", { type: "record-state-answer", answer: "accepted", ...words(4) }],
      ["panel-1", { type: "record-recognition", recognised: "recognised", ...words(5) }],
      ["support-1", { type: "record-payment", month: "2027-02", paid: "missed", ...words(6) }],
      ["support-1", { type: "record-claim-withdrawal", declares: "asked-about-pressure", ...words(7) }],
      ["panel-1", { type: "close-claim", reason: "withdrawn", ...words(8) }],
    ],
    [
      planVisit,
      ["panel-1", { type: "rekey-matter", recipient: later.recipient, grants: keysTo(1, "panel-1", "intake-1") }],
    ],
    [
      planVisit,
      ["child-protection-1", { type: "record-visit", day: "2026-12-01", entry: "full", ...words(1) }],
      ["panel-1", reporting],
      { clock: answerDay, due: "2027-02-01T12:00:00.000Z" as Instant, at: over },
      [
        "investigator-1",
        { type: "record-visit-answer", answer: "none", ...words(4) },
        millisToInstant(instantToMillis(over) + 1),
      ],
    ],
    erasedClaim(claiming),
  ];
}

/** A claim that its family took back, and that is erased at the second attempt. */
function erasedClaim(claiming: Pick<Claiming, "recipient" | "explanation" | "grants">): Steps {
  return [
    [
      "support-1",
      {
        type: "make-claim",
        claimant: "child",
        majority: "2043-05",
        declares: "wanted",
        forces: ["alfa"],
        ...claiming,
      },
    ],
    ["support-1", { type: "record-claim-withdrawal", declares: "asked-about-pressure", ...words(1) }],
    ["panel-1", { type: "close-claim", reason: "withdrawn", ...words(2) }],
    ["support-1", { type: "propose-claim-erasure", reason: "person-asked", declares: "told" }],
    ["support-1", { type: "stop-claim-erasure" }],
    ["support-1", { type: "propose-claim-erasure", reason: "person-asked", declares: "told" }],
    ["panel-1", { type: "confirm-claim-erasure", days: 14 }],
    { due: "2026-11-17T21:04:05.678Z" as Instant, at: "2026-11-17T22:00:00.000Z" as Instant },
  ];
}

/** A claim in which paternity was ruled out; somebody else closes it than who wrote that down. */
async function disprovedClaim(): Promise<Steps> {
  const { recipient } = await testKeyPair("matter");
  const claiming = { recipient, ...words(0), grants: keysTo(0, "support-1", "panel-1", "panel-2") };
  const said = { claimant: "mother", majority: "2043-05", declares: "wanted", forces: ["alfa"] } as const;
  return [
    ["support-1", { type: "make-claim", ...said, ...claiming }],
    ["panel-1", { type: "record-recognition", recognised: "disproved", ...words(1) }],
    ["panel-2", { type: "close-claim", reason: "disproved", ...words(2) }],
  ];
}

const kindOf = ([, { type }]: Step): MatterKind =>
  matterKinds.find((one) => openingOf(one) === type) ?? "recommendation";

/** One golden file for each fact: the stream up to it, each event with what the public log tells of it, and the matter it gives. */
export async function matterVectors(): Promise<ReadonlyMap<string, Json>> {
  const directory = await createTestDirectory();
  const office = {
    staff: directory.staff,
    forces: directory.forces.map(({ id }) => id),
    departments: ["dep01"],
    erasureDays: 14,
  };
  const golden = new Map<string, Json>();
  const keep = (type: string, events: readonly Json[], matter: Matter): void => {
    const stands = JSON.parse(JSON.stringify(matter)) as Json;
    if (!golden.has(type))
      golden.set(type, { spec: "docs/specs/streams.md", type, events: [...events], matter: stands });
  };
  // Those of the first release stand under their earlier numbers; behind them, what has a later one.
  const first = (await streams()).map((steps) => ({ steps, formerly: true }));
  for (const [n, { steps, formerly }] of [...first, { steps: await disprovedClaim(), formerly: false }].entries()) {
    const kind = kindOf(steps[0]);
    const about = createMatterId(kind, testBytes(`matter ${n}`).subarray(0, 16));
    let matter: Matter = { stage: "unknown" };
    let last: { readonly index: number; readonly digest: ReturnType<typeof testDigest> } | undefined;
    const events: Json[] = [];
    for (const [i, step] of steps.entries()) {
      if ("due" in step) {
        const { at, due, ...said } = step;
        const type = "clock" in step ? "matter.clock-missed/1" : "paternity.erased/1";
        const fact = { type, matter: about, office: testOffice, due, ...said } as MatterServerFact;
        const vouchings = [vouchFor(canonicalBytes(fact as Json), testSigner("clock"))];
        const digest = bytesToDigest(sha256(recordBytes({ at, body: fact as Json, index: i, vouchings })));
        last = { index: i, digest };
        matter = evolveMatter(matter, { fact, at });
        events.push({ at, body: fact as Json, vouchings, digest, told: toldOfStep(matter, fact) ?? null });
        keep(fact.type, events, matter);
        continue;
      }
      const [name, order, hour] = step;
      const at = hour ?? millisToInstant(instantToMillis(begun) + i * 3_600_000);
      const actor = directory.staff.find(({ id }) => id === staffIdOf(name));
      if (!actor) throw new Error(`${name} is not in the test directory`);
      const decided = decideMatter(matter, order, { about, actor, office, at, formerly });
      if (!decided.ok) throw new Error(`${order.type} was refused: ${decided.refusal.code}`);
      const header = { matter: about, office: testOffice, epoch: directory.epoch, by: actor.id, at };
      const tools = {
        vouch: (body: Uint8Array) => vouchFor(body, testSigner(name)),
        digest: (bytes: Uint8Array) => bytesToDigest(sha256(bytes)),
      };
      const { statement, vouching, digest } = placeMatterFact(decided.value, header, last, tools);
      last = { index: i, digest };
      matter = evolveMatter(matter, { fact: statement, at, by: actor.id });
      const told = toldOfStep(matter, statement) ?? null;
      events.push({ at, body: statement as unknown as Json, vouchings: [vouching], digest, told });
      keep(statement.type, events, matter);
    }
  }
  return golden;
}
