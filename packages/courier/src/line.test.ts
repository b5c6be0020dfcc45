import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { refused } from "@temwen/vocabulary";
import { openLine } from "./line.ts";

const unreachable = refused({ code: "unreachable" });

/** Lets everything that waits for nothing but its turn have it. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

/** A line that takes every request and never says anything. */
function openStuckLine() {
  const asked: string[] = [];
  const fetch = (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    asked.push(String(url));
    return new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(new TypeError("dropped"))));
  };
  return { asked, fetch };
}

/** What is told of one request by a clock that the test moves; `undefined` while nothing is. */
async function askedOver(t: TestContext, body?: BodyInit) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { asked, fetch } = openStuckLine();
  let told: unknown;
  void openLine({ base: "", fetch })
    .send("POST", "/words", body)
    .then((answer) => {
      told = answer;
    });
  await settle();
  const after = async (millis: number): Promise<unknown> => {
    t.mock.timers.tick(millis);
    await settle();
    return told;
  };
  return { asked, after };
}

test("a line on which nothing moves is given up after half a minute, and not tried again and again", async (t) => {
  const { asked, after } = await askedOver(t);
  assert.equal(await after(29_999), undefined);
  assert.deepEqual(await after(1), unreachable);
  assert.deepEqual(asked, ["/words"]);
});

test("a stuck line that somebody between cuts in the end is not waited for a second time", async () => {
  let asked = 0;
  const fetch = async (): Promise<Response> => {
    asked++;
    throw await new Promise((resolve) => setTimeout(resolve, 20, new TypeError("cut")));
  };
  assert.deepEqual(await openLine({ base: "", fetch, silence: 1, waits: [0, 0] }).send("GET", "/"), unreachable);
  assert.equal(asked, 1);
});

test("words on their way up a slow line have the time that 8 kbit/s need, besides", async (t) => {
  const form = new FormData();
  form.append("manifest", "x".repeat(10_000));
  form.append("story", new Blob([new Uint8Array(40_000)]));
  const size = (await new Response(form).arrayBuffer()).byteLength;
  const { after } = await askedOver(t, form);
  assert.equal(await after(29_999 + size), undefined);
  assert.deepEqual(await after(1), unreachable);
});

test("an answer that goes on coming is waited for, one that stops in the middle is not", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let bring: ReadableStreamDefaultController<Uint8Array> | undefined;
  const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        bring = controller;
        init?.signal?.addEventListener("abort", () => controller.error(new TypeError("dropped")));
      },
    });
    return new Response(body);
  };
  const ask = () => openLine({ base: "", fetch, waits: [] }).json("GET", "/answer");

  const whole = ask();
  await settle();
  for (const piece of ["[1,", "2,", "3]"]) {
    bring?.enqueue(new TextEncoder().encode(piece));
    await settle();
    t.mock.timers.tick(29_000);
    await settle();
  }
  bring?.close();
  assert.deepEqual(await whole, { ok: true, value: [1, 2, 3] });

  const half = ask();
  await settle();
  bring?.enqueue(new TextEncoder().encode("[1,"));
  await settle();
  t.mock.timers.tick(30_000);
  assert.deepEqual(await half, unreachable);
});

test("where the phone says that it has a line again, the stuck one is dropped and the same is sent on the new one", async (t) => {
  // What a browser has and Node has not.
  const phone = new EventTarget();
  for (const name of ["addEventListener", "removeEventListener"] as const) {
    Object.defineProperty(globalThis, name, { value: phone[name].bind(phone), configurable: true });
    t.after(() => Reflect.deleteProperty(globalThis, name));
  }
  const stuck = openStuckLine();
  let isBack = false;
  const fetch: typeof globalThis.fetch = (url, init) =>
    isBack ? Promise.resolve(new Response("{}")) : stuck.fetch(url, init);
  const sent = openLine({ base: "", fetch, waits: [0] }).send("POST", "/words");
  await settle();
  isBack = true;
  phone.dispatchEvent(new Event("online"));
  assert.equal((await sent).ok, true);
  assert.deepEqual(stuck.asked, ["/words"]);
});

test("a request that somebody drops ends, and is not sent again", async () => {
  const { asked, fetch } = openStuckLine();
  const stop = new AbortController();
  const sent = openLine({ base: "", fetch, waits: [], signal: stop.signal }).send("GET", "/");
  await settle();
  stop.abort();
  assert.deepEqual(await sent, unreachable);
  assert.equal(asked.length, 1);
});
