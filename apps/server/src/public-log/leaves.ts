import { randomBytes } from "node:crypto";
import { firstStops } from "@temwen/casework";
import { eventOf, foldMatter, toldOfStep } from "@temwen/casework/matters";
import { deadlinePolicy, periodOf } from "@temwen/mission-pack";
import { recordBytes } from "@temwen/office";
import { eventKey, type LogLeaf, type RecordedEvent } from "@temwen/record";
import { committedLeaf, coverLeaf, layOut, proofNumberOf, stopLeaf } from "@temwen/sealing/leaf";
import {
  canonicalBytes,
  type Instant,
  type Json,
  kindOfMatter,
  type MatterId,
  parseId,
  parseMatterId,
} from "@temwen/vocabulary";
import { readEvent } from "../casefile.ts";
import { digestOf, hmacOf } from "../digest.ts";
import { readMatterEvent } from "../matters/matter-file.ts";
import type { OfficeContext } from "../office-context.ts";
import { readBody } from "../stream-file.ts";

/** The leaves of one event, in the order of their parts: the event itself, then one for each clock that it is the first to stop. */
export async function leavesOf(event: RecordedEvent, office: OfficeContext): Promise<readonly LogLeaf[]> {
  if (parseId("case", event.stream).ok) return leavesOfCase(event, office);
  const matter = parseMatterId(event.stream);
  if (matter.ok) return [await leafOfMatter(matter.value, event, office)];
  return parseId("register", event.stream).ok ? leavesOfRegister(event, office) : leavesOfOffice(event, office);
}

/**
 * Of a step of a matter one leaf: in clear what everybody may know (docs/specs/streams.md), else a committed one that cannot be told from
 * those of cases and cover. Nobody has a label key of it, so the label is drawn.
 */
async function leafOfMatter(about: MatterId, event: RecordedEvent, office: OfficeContext): Promise<LogLeaf> {
  const stream = await office.record.readStream(about);
  const steps = stream.slice(0, event.index + 1).map(readMatterEvent);
  const matter = foldMatter(steps.map(eventOf));
  const fact = steps.at(-1);
  const told = matter.stage === "unknown" || !fact ? undefined : toldOfStep(matter, fact);
  if (told && fact) {
    const step = { matter: about, step: fact.type, at: event.at, sha256: digestOf(event.body) };
    return keyed(event, 0, publicLeaf({ type: `temwen.${kindOfMatter(about)}/1`, ...step, ...told }), undefined);
  }
  const salt = randomBytes(32);
  const labelKey = randomBytes(32);
  const period = periodOf(event.at, office.pack.zone);
  const leaf = committedLeaf({ period, labelKey, index: event.index, salt, record: recordBytes(event) }, hmacOf);
  return keyed(event, 0, leaf, salt);
}

async function leavesOfCase(event: RecordedEvent, office: OfficeContext): Promise<readonly LogLeaf[]> {
  const caseId = parseId("case", event.stream);
  const erasable = caseId.ok ? await office.record.readErasable(caseId.value) : undefined;
  const period = periodOf(event.at, office.pack.zone);
  // What was erased opens nothing any more: a leaf that cannot be told from a random one.
  if (!erasable) return [keyed(event, 0, drawnLeaf(period), undefined)];
  const record = recordBytes(event);
  const facts = { period, labelKey: erasable.labelKey, record };
  if (event.index === 0) {
    const leaf = committedLeaf({ ...facts, index: 0, salt: erasable.salt }, hmacOf);
    return [keyed(event, 0, leaf, undefined)];
  }
  const salt = randomBytes(32);
  const own = keyed(event, 0, committedLeaf({ ...facts, index: event.index, salt }, hmacOf), salt);
  const stopped = await stoppedBy(event, office);
  const stops = stopped.map((clock, n) => {
    const another = randomBytes(32);
    return keyed(event, n + 1, stopLeaf({ ...facts, clock, salt: another }, hmacOf), another);
  });
  return [own, ...stops];
}

/** The clocks whose stop label the event bears, in their order. */
async function stoppedBy(event: RecordedEvent, { record, pack }: OfficeContext): Promise<readonly string[]> {
  const events = await record.readStream(event.stream);
  return firstStops(events.slice(0, event.index + 1).map(readEvent), pack);
}

/**
 * What the roots signed is public; the leaf names it by its digest, and says where to read it. A directory with deadlines that the
 * one before had not brings them along: they are in the log as soon as anything can be filed under them.
 */
async function leavesOfOffice(event: RecordedEvent, { record, pack }: OfficeContext): Promise<readonly LogLeaf[]> {
  const said = bodyOf(event);
  const about = { at: event.at, sha256: digestOf(event.body) };
  if (event.type !== "office.directory-signed/1") {
    const leaf = publicLeaf({ type: "temwen.suspension/1", ...about, staff: said.staff ?? null });
    return [keyed(event, 0, leaf, undefined)];
  }
  const address = `/api/directory?epoch=${said.epoch}`;
  const leaf = publicLeaf({ type: "temwen.directory/1", ...about, address, epoch: said.epoch ?? null });
  const policy = canonicalBytes(deadlinePolicy(pack));
  const before = (await record.readStream(event.stream)).slice(0, event.index);
  const last = before.findLast(({ type }) => type === event.type);
  const isNew = last === undefined || policyOf(bodyOf(last)) !== policyOf(said);
  const isHere = isNew && policyOf(said) === digestOf(policy);
  return [keyed(event, 0, leaf, undefined), ...(isHere ? [keyed(event, 1, policy, undefined)] : [])];
}

/** Of an import one leaf, when it is whole; its root stands for every case that it brought (docs/specs/registers.md). */
async function leavesOfRegister(event: RecordedEvent, { record }: OfficeContext): Promise<readonly LogLeaf[]> {
  if (event.type !== "register.import-finished/1") return [];
  const {
    mapping = null,
    rows = null,
    refused = null,
    cases = null,
    flagged = null,
    root = null,
    ...said
  } = bodyOf(event);
  const begun = (await record.readStream(event.stream))[Number(said.import)];
  const declared = (begun && bodyOf(begun).mapping) as { readonly register?: Json } | undefined;
  const leaf = publicLeaf({
    type: "temwen.register/1",
    at: event.at,
    register: declared?.register ?? null,
    ...{ mapping, rows, refused, cases, flagged, root },
    sha256: digestOf(event.body),
  });
  return [keyed(event, 0, leaf, undefined)];
}

type Said = { readonly [member: string]: Json };

const bodyOf = (event: RecordedEvent): Said => readBody(event) as Said;

/** The digest of the deadlines that a directory names. */
const policyOf = ({ policy }: Said): Json | undefined => (policy as { readonly digest?: Json } | undefined)?.digest;

/** A public leaf: canonical bytes, so that they begin with "{" and are never taken for a committed one. */
export const publicLeaf = (value: Json): Uint8Array => canonicalBytes(value);

/** Something public that is no event of the record; its key says when it is the same again. */
export const publicEntry = (value: Json, key: string): LogLeaf => leafOf(publicLeaf(value), key, undefined);

/** A leaf that stands for nothing, so that nobody can count by the size of the log; its salt opens it as that. */
export function drawCover(at: Instant, zone: string): LogLeaf {
  const [label, salt] = [randomBytes(32), randomBytes(32)];
  return leafOf(coverLeaf({ period: periodOf(at, zone), label, salt }, hmacOf), undefined, salt);
}

const drawnLeaf = (period: number): Uint8Array => layOut(period, randomBytes(32), randomBytes(32));

const keyed = ({ position }: RecordedEvent, part: number, leaf: Uint8Array, salt: Uint8Array | undefined): LogLeaf =>
  leafOf(leaf, eventKey(position, part), salt);

const leafOf = (leaf: Uint8Array, key: string | undefined, salt: Uint8Array | undefined): LogLeaf => ({
  leaf,
  proofNumber: proofNumberOf(leaf),
  key,
  salt,
});
