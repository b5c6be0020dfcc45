// Says whether our code still writes the bytes in vectors/. `--write` writes what is missing or different: for a format
// that is not released yet. `--seal` seals the parcel anew. Released vectors change only with a new version of a format.
import { partialDeepStrictEqual } from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { canonicalText, type Json } from "@temwen/vocabulary";
import {
  caseStreamVectors,
  deskSteps,
  erasureSteps,
  erasureWantedSteps,
  firstSteps,
  floodSteps,
  personSteps,
  recordTestCase,
  recordVectors,
  refusalSteps,
} from "./vectors/case-vectors.ts";
import { clockSteps } from "./vectors/clock-steps.ts";
import { clockVectors } from "./vectors/clock-vectors.ts";
import { companionSteps } from "./vectors/companion-steps.ts";
import { deadlineVectors } from "./vectors/deadline-vectors.ts";
import { escrowSteps } from "./vectors/escrow-steps.ts";
import { forceSteps } from "./vectors/force-steps.ts";
import { openingVectors } from "./vectors/handed-share.ts";
import {
  deliveredSteps,
  fairnessSteps,
  inquirySteps,
  notCarriedSteps,
  protectionSteps,
  reviewSteps,
  sentBackSteps,
  sittingSteps,
} from "./vectors/inquiry-steps.ts";
import { jointSteps } from "./vectors/joint-steps.ts";
import { leafVectors } from "./vectors/leaf-vectors.ts";
import { logVectors, sayOfLog } from "./vectors/log-vectors.ts";
import { matterVectors } from "./vectors/matter-vectors.ts";
import { directoryVectors } from "./vectors/office-vectors.ts";
import { openedGolden, openedVectors } from "./vectors/opened-vectors.ts";
import { linkSteps, takenSteps, transferSteps } from "./vectors/opening-steps.ts";
import { consentSteps, reopeningSteps, withdrawalSteps } from "./vectors/owed-steps.ts";
import { canonicalVectors, eventVectors, idVectors, stopLabelVectors } from "./vectors/plain-vectors.ts";
import { receiptVectors } from "./vectors/receipt-vectors.ts";
import { overrideSteps, referralSteps } from "./vectors/referral-steps.ts";
import { interestsSteps, respondentSteps } from "./vectors/respondent-steps.ts";
import { openVectors, type SealedVectors, sealVectors } from "./vectors/sealed-vectors.ts";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "vectors");
const { values: flags } = parseArgs({
  options: { write: { type: "boolean", default: false }, seal: { type: "boolean", default: false } },
});

const sealed = flags.seal ? await sealVectors() : (JSON.parse(readVector("sealed.json") ?? "null") as SealedVectors);
if (sealed === null) throw new Error("vectors/sealed.json is missing; it is made once, with --seal --write");

/** Orders whose facts have later numbers, as golden files hold them together: the second numbers, and the third. */
const first = ["admit-case", "record-interview", "notify-respondent"] as const;
const second = [...first, "propose-decision/2", "record-delivery/2"] as const;
const third = ["propose-decision", "record-delivery"] as const;

const different: string[] = [];
for (const [name, value] of await writeVectors(sealed)) {
  const known = readVector(name);
  if (known !== null && isSame(name, JSON.parse(known) as Json, value)) continue;
  different.push(name);
  if (flags.write) writeVector(name, spellVector(value));
}
for (const name of different)
  process.stdout.write(`vectors/${name}: ${flags.write ? "written" : "our code says otherwise"}\n`);
if (different.length > 0 && !flags.write) process.exitCode = 1;

async function writeVectors(parcel: SealedVectors): Promise<ReadonlyMap<string, Json>> {
  const stream = await recordTestCase(parcel);
  const vectors = new Map<string, Json>([
    ["ids.json", idVectors()],
    ["canonical.json", canonicalVectors()],
    ["events.json", eventVectors()],
    ["stop-labels.json", stopLabelVectors()],
    ["deadlines.json", deadlineVectors()],
    ["clocks.json", clockVectors()],
    ["receipts.json", await receiptVectors()],
    ["directory.json", await directoryVectors()],
    ["sealed.json", { ...parcel, opened: await openVectors(parcel) }],
    ["escrow-opening.json", openingVectors()],
    ["opened-case.json", openedVectors(parcel)],
    ["case-streams/case.opened-1.json", openedGolden(parcel)],
    ["records.json", recordVectors(stream)],
    ["leaves.json", leafVectors(parcel, stream)],
  ]);
  // What is of the first release comes last: its streams stay as they were.
  const later = [
    notCarriedSteps,
    sentBackSteps,
    forceSteps,
    jointSteps,
    interestsSteps,
    respondentSteps,
    transferSteps,
    reopeningSteps,
    withdrawalSteps,
    consentSteps,
    referralSteps,
    takenSteps,
    clockSteps,
    escrowSteps,
    linkSteps,
    reviewSteps,
    protectionSteps,
    sittingSteps,
    fairnessSteps,
    inquirySteps,
    refusalSteps,
    erasureSteps,
    floodSteps,
    deskSteps,
    personSteps,
  ].map((steps) => recordTestCase(parcel, steps));
  // Before them only what has a number of its own since.
  const renumbered = [
    recordTestCase(parcel, firstSteps, ["assess-case"]),
    recordTestCase(parcel, companionSteps, first),
    recordTestCase(parcel, inquirySteps, ["assign-case"]),
    recordTestCase(parcel, inquirySteps, ["request-evidence", "record-answer"]),
    recordTestCase(parcel, erasureWantedSteps, ["propose-erasure/2"]),
    recordTestCase(parcel, erasureWantedSteps, ["propose-erasure"]),
    recordTestCase(parcel, clockSteps, ["review-retaliation"]),
    recordTestCase(parcel, protectionSteps, ["report-retaliation"]),
    recordTestCase(parcel, transferSteps, ["propose-transfer"]),
    recordTestCase(parcel, referralSteps, ["refer-case"]),
    recordTestCase(parcel, overrideSteps, ["propose-override"]),
    recordTestCase(parcel, inquirySteps, ["state-allegation"]),
    recordTestCase(parcel, withdrawalSteps, ["accept-withdrawal"]),
    recordTestCase(parcel, firstSteps, ["assess-case/2", "propose-non-admission"]),
    recordTestCase(parcel, deliveredSteps, third),
    recordTestCase(parcel, sittingSteps, second),
  ];
  const streams = [...(await Promise.all([...renumbered, ...later])), stream].flatMap((one) => [
    ...caseStreamVectors(one),
  ]);
  for (const [type, golden] of streams) {
    vectors.set(`case-streams/${type.replace("/", "-")}.json`, golden);
  }
  for (const [type, golden] of await matterVectors())
    vectors.set(`matter-streams/${type.replace("/", "-")}.json`, golden);
  const readLogVector = async (path: string) => {
    const file = join(folder, "log", path);
    return existsSync(file) ? readFileSync(file) : null;
  };
  for (const [name, said] of await logVectors(readLogVector, primitivesOnNode)) vectors.set(`log/${name}`, said);
  const whole = ["log-1", "log-257"].map(
    async (name) => [name, await sayOfLog(readLogVector, primitivesOnNode, name)] as const,
  );
  vectors.set("log/logs.json", Object.fromEntries(await Promise.all(whole)));
  return vectors;
}

/** Readable, and in ASCII: a vector may hold characters that editors hide. */
function spellVector(value: Json): string {
  const text = JSON.stringify(value, null, 1);
  return `${text.replaceAll(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

/** Of a case more may be known by now than when its golden file was written; then what was known is still so. */
function isSame(name: string, known: Json, value: Json): boolean {
  if (!name.startsWith("case-streams/")) return canonicalText(known) === canonicalText(value);
  try {
    partialDeepStrictEqual(JSON.parse(JSON.stringify(value)), known);
    return true;
  } catch {
    return false;
  }
}

function readVector(name: string): string | null {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return null;
  }
}

function writeVector(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
