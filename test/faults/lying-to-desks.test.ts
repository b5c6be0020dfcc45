// A server that was taken over shows a desk another case than the one that was recorded.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import { recordBytes, vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { digestOf } from "@temwen/sealing/open";
import { sealTo } from "@temwen/sealing/seal";
import { bytesToBase64, canonicalBytes, millisToInstant } from "@temwen/vocabulary";
import {
  acknowledgement,
  assessment,
  doActs,
  type FiledCase,
  fileCase,
  findReader,
  view,
} from "../support/casework.ts";
import { type Lied, startLyingServer } from "../support/lying-server.ts";
import { file, postJson, sealParcel, withEvent } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
const lying = await startLyingServer(office.url);
after(async () => {
  await lying[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});
let mine: FiledCase;
let desk: Keeper;
before(async () => {
  mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["jam"] });
});
// A desk of its own for each test: one that has seen the truth knows more.
beforeEach(async () => {
  lying.tell();
  desk = await office.desk(mine.reader, { server: lying.url });
});

const lieAbout = (path: string, lie: (answer: Lied) => void): void =>
  lying.tell((asked, answer) => {
    if (asked !== path.replace("…", mine.caseId)) return undefined;
    lie(answer);
    return answer;
  });
const aboutEvents = (lie: (events: Lied[]) => void): void =>
  lieAbout("GET /api/desk/cases/…", (answer) => lie(answer.events));
const aboutParts = (lie: (parts: { [name: string]: string }) => void): void =>
  lieAbout("POST /api/desk/cases/…/parts", (answer) => lie(answer.parts));

/** The codes of what the desk says before anything else; a case it does not believe at all is one of them. */
async function alarmsOf(): Promise<readonly string[]> {
  const seen = await desk.readCase(mine.caseId);
  if (!seen.ok) return [seen.refusal.code];
  return seen.value.alarms.map(({ code }) => code);
}

/** With this lie in its ears the desk warns, and signs nothing. */
async function warns(expected: readonly string[]): Promise<void> {
  assert.deepEqual(await alarmsOf(), expected);
  const done = await desk.act(mine.caseId, { act: "reply", text: "Kontinye pale." });
  assert.equal(done.ok ? "" : done.refusal.code, "case-not-trusted");
}

test("the truth raises no alarm, also after a lie", async () => {
  assert.deepEqual(await alarmsOf(), []);
  aboutEvents((events) => events.splice(3, 1));
  assert.notDeepEqual(await alarmsOf(), []);
  lying.tell();
  assert.deepEqual(await alarmsOf(), []);
});

test("an event that is left out raises an alarm", async () => {
  // Of received, acknowledged, consent-given, message-sent, assessed.
  // An act of which a part is missing is none, and what followed upon it rests on nothing.
  aboutEvents((events) => events.splice(3, 1));
  await warns(["event-not-vouched-for", "unlawful-step"]);
  aboutEvents((events) => events.splice(2, 2));
  await warns(["event-not-vouched-for", "unlawful-step"]);
  aboutEvents((events) => {
    events.splice(3, 1);
    events[3].index = 3;
  });
  await warns(["chain-broken", "unlawful-step"]);
  aboutEvents((events) => events.splice(0, 1));
  await warns(["case-not-trusted"]);
});

test("the last events, once seen, cannot be left out or exchanged", async () => {
  assert.deepEqual(await alarmsOf(), []);
  aboutEvents((events) => events.splice(4, 1));
  await warns(["chain-broken"]);
  aboutEvents((events) => events.splice(1, 4));
  await warns(["chain-broken"]);
});

test("events in another order raise alarms", async () => {
  aboutEvents((events) => events.splice(2, 2, events[3], events[2]));
  assert.deepEqual(new Set(await alarmsOf()), new Set(["event-not-vouched-for", "chain-broken", "unlawful-step"]));
  aboutEvents((events) => {
    [events[2], events[3]] = [
      { ...events[3], index: 2 },
      { ...events[2], index: 3 },
    ];
  });
  await warns(["chain-broken", "chain-broken", "chain-broken", "unlawful-step"]);
});

test("an act under another hour than its signer's raises an alarm", async () => {
  aboutEvents((events) => {
    events[4].at = "2026-01-01T00:00:00.000Z";
  });
  await warns(["event-not-vouched-for"]);
  // The hour of the complaint itself is the server's; what was signed after it holds it fast.
  aboutEvents((events) => {
    events[0].at = "2026-01-01T00:00:00.000Z";
  });
  assert.deepEqual(
    await alarmsOf().then((codes) => codes.includes("chain-broken") || codes.includes("case-not-trusted")),
    true,
  );
});

test("an event that the server invents or changes raises an alarm, whoever it names", async () => {
  const stranger = createNodeSigner(drawSeed());
  const forged = (event: Lied, by: string): Lied => {
    const body = { ...event.body, by, index: 5, class: "minor-misconduct" };
    return { ...event, index: 5, body, vouchings: [vouchFor(canonicalBytes(body), stranger)] };
  };
  for (const name of ["asha", mine.reader, "petra"]) {
    aboutEvents((events) => events.push(forged(events[4], office.person(name).id)));
    await warns(["event-not-vouched-for"]);
  }
  aboutEvents((events) => {
    events[4].body.class = "minor-misconduct";
  });
  await warns(["event-not-vouched-for"]);
  aboutEvents((events) => {
    events[4].vouchings.push(events[4].vouchings[0]);
  });
  await warns(["event-not-vouched-for"]);
});

test("a missed clock that the server's clock key did not sign raises an alarm", async () => {
  aboutEvents((events) => {
    const due = "2026-01-01T00:00:00.000Z";
    const body = {
      type: "case.clock-missed/1",
      case: mine.caseId,
      office: office.trust.office,
      clock: "feedback",
      due,
    };
    const vouchings = [vouchFor(canonicalBytes(body), office.person("asha").signer)];
    events.push({ at: due, index: 5, body, vouchings });
  });
  await warns(["event-not-vouched-for"]);
});

test("a sealed part in the place of another raises an alarm, and is not shown", async () => {
  const other = await sealParcel(office.directory());
  const { storyRecipient } = mine.parcel.manifest.event;
  const same = bytesToBase64(await sealTo(storyRecipient, new Uint8Array(4096)));
  const foreign = bytesToBase64(other.parcel.parts.get("story") ?? new Uint8Array());
  for (const swapped of [same, foreign, ""]) {
    aboutParts((parts) => {
      if (parts.story) parts.story = swapped;
    });
    const seen = await view(desk, mine.caseId);
    assert.deepEqual(seen.alarms, [{ code: "part-differs", part: "story" }]);
    assert.equal(seen.story, undefined);
  }
  aboutParts((parts) => {
    if (parts["message-copy-1"]) parts["message-copy-1"] = same;
  });
  const seen = await view(desk, mine.caseId);
  assert.deepEqual(seen.alarms, [{ code: "part-differs", part: "message-copy-1" }]);
  assert.deepEqual(
    seen.messages.map(({ text }) => text),
    [undefined],
  );
});

test("another grant in the place of one's own is not opened", async () => {
  aboutParts((parts) => {
    for (let n = 1; n <= 8; n++) parts[`grant-${n}`] = parts["grant-1"] ?? "";
  });
  const seen = await view(desk, mine.caseId);
  assert.ok(seen.alarms.length >= 7 && seen.alarms.every(({ code }) => code === "part-differs"));
});

test("another case in the place of the one that was asked for is refused", async () => {
  const other = await fileCase(office);
  const { events } = (await (await fetchCase(other)).json()) as Lied;
  aboutEvents((served) => served.splice(0, served.length, ...events));
  await warns(["case-not-trusted"]);
});

test("a manifest that names another reply recipient than the sealed story raises an alarm before anybody answers", async () => {
  // As a page or server would have it that wants to read the answers: everything is signed, and the story tells.
  const sealed = await sealParcel(office.directory());
  const spy = (await sealParcel(office.directory())).keys;
  const forged = withEvent(sealed, { replyRecipient: spy.replyRecipient });
  assert.equal((await file(office, forged)).status, 200);
  const { desk: reader } = await findReader(office, sealed.keys.caseId);
  const seen = await view(reader, sealed.keys.caseId);
  assert.deepEqual(seen.alarms, [{ code: "manifest-differs-from-story" }]);
  const done = await reader.act(sealed.keys.caseId, acknowledgement);
  assert.deepEqual(done, { ok: false, refusal: { code: "manifest-differs-from-story" } });
});

test("an act signed by who was suspended before raises an alarm, though the server took it", async () => {
  const traitor = office.person("esther");
  const { body, vouchings } = office.signSuspension("esther", office.roots[0]!);
  const suspension = { body: bytesToBase64(body), vouchings };
  assert.equal((await postJson(office, "/api/office/suspension", suspension)).status, 200);
  const forge = (events: Lied[]): void => {
    const { at: signedAt, index, body: last, vouchings: vouched } = events[4];
    const previous = digestOf(recordBytes({ at: signedAt, body: last, index, vouchings: vouched }));
    const at = millisToInstant(Date.now() + 1000);
    const said = { ...last, by: traitor.id, at, index: 5, previous, class: "minor-misconduct" };
    events.push({ at, index: 5, body: said, vouchings: [vouchFor(canonicalBytes(said), traitor.signer)] });
  };
  aboutEvents(forge);
  await warns(["event-not-vouched-for"]);
  // The same when the server no longer mentions the suspension.
  lying.tell((asked, answer) => {
    if (asked === "GET /api/directory") return { ...answer, suspensions: [] };
    if (asked === `GET /api/desk/cases/${mine.caseId}`) forge(answer.events);
    return answer;
  });
  await warns(["event-not-vouched-for"]);
});

test("who left with a key cannot act again under the directory that listed them", async () => {
  const leaver = office.person("dario").id === office.person(mine.reader).id ? "carla" : "dario";
  await office.publish({ staff: office.directory().staff.filter(({ id }) => id !== office.person(leaver).id) });
  await doActs(mine.desk, mine.caseId, { ...assessment, forces: ["jam"] });
  assert.deepEqual(await alarmsOf(), ["sealed-with-old-directory"]);
  aboutEvents((events) => {
    const { at, index, body: last, vouchings } = events[5];
    const previous = digestOf(recordBytes({ at, body: last, index, vouchings }));
    const said = { ...last, by: office.person(leaver).id, epoch: 1, index: 6, previous, class: "minor-misconduct" };
    events.push({
      at,
      index: 6,
      body: said,
      vouchings: [vouchFor(canonicalBytes(said), office.person(leaver).signer)],
    });
  });
  assert.deepEqual(await alarmsOf(), ["chain-broken", "sealed-with-old-directory"]);
});

test("an older directory, or one the roots did not sign, is refused at the desk", async () => {
  const older = (await (await fetch(`${office.url}/api/directory`)).json()) as Lied;
  await office.publish({ staff: office.directory().staff.filter(({ id }) => id !== office.person("omar").id) });
  const forged = structuredClone(older);
  forged.directory.body.staff = forged.directory.body.staff.map((member: Lied) => ({ ...member, role: "intake" }));
  const trust = { ...office.trust, minimumEpoch: office.directory().epoch };
  for (const [served, code] of [
    [older, "directory-too-old"],
    [forged, "directory-not-trusted"],
    [{ directory: { body: {}, vouchings: [] }, suspensions: [] }, "malformed-directory"],
  ] as const) {
    lying.tell((asked) => (asked === "GET /api/directory" ? served : undefined));
    await assert.rejects(office.desk(mine.reader, { server: lying.url, trust }), new RegExp(code));
  }
  // A desk that has seen a newer one does not go back to an older.
  lying.tell();
  const seeing = await office.desk(mine.reader, { server: lying.url });
  await view(seeing, mine.caseId);
  lying.tell((asked) => (asked === "GET /api/directory" ? older : undefined));
  const seen = await seeing.readCase(mine.caseId);
  assert.equal(seen.ok ? "" : seen.refusal.code, "directory-too-old");
});

async function fetchCase({ caseId, reader }: FiledCase): Promise<Response> {
  let token = "";
  const plain = await office.desk(reader, {
    fetch: (input, init) => {
      token = new Headers(init?.headers).get("authorization") ?? token;
      return fetch(input, init);
    },
  });
  await view(plain, caseId);
  return fetch(`${office.url}/api/desk/cases/${caseId}`, { headers: { authorization: token } });
}
