import { type SignedBody, type Signer, sessionMessage, type Vouching } from "@temwen/office";
import {
  bytesToBase64,
  type CaseId,
  type Digest,
  fieldsOf,
  granted,
  type Instant,
  type Json,
  listOf,
  type OfficeId,
  parseBase64,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  type Result,
  type Shape,
  type StaffId,
  tableOf,
  textLike,
  textUpTo,
  truth,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type CallRefusal, type Line, type LineOptions, openLine } from "./line.ts";
import { leafShape, type PlacedLeaf } from "./mailbox-courier.ts";
import { createMatterCalls, type MatterCalls } from "./matter-calls.ts";
import { type OpenedAnswer, type OpeningToSend, openedAnswer, openingBody } from "./opened-calls.ts";
import { type AskedOpening, openingsAnswer, toOpenings } from "./opening-calls.ts";
import { createRegisterCalls, type RegisterCalls } from "./register-calls.ts";
import { call, eventShape, type ServedEvent, toEvent } from "./served.ts";

export type { CallRefusal, LineOptions } from "./line.ts";
export type { PlacedLeaf } from "./mailbox-courier.ts";
export type { MatterAct, MatterCalls, ServedMatter } from "./matter-calls.ts";
export type { OpenedAnswer, OpeningToSend } from "./opened-calls.ts";
export type { AskedOpening } from "./opening-calls.ts";
export type { BroughtSoFar, RegisterCalls, ServedRegister } from "./register-calls.ts";
export type { ServedEvent } from "./served.ts";

/** A row of the queue: clear facts only. */
export type QueueEntry = {
  readonly caseId: CaseId;
  readonly version: number;
  readonly stage: string;
  readonly receivedAt: Instant;
  readonly clock?: { readonly id: string; readonly due: Instant };
  readonly facts: { readonly [name: string]: string | number | boolean };
};

export type QueueAnswer = {
  readonly rows: readonly QueueEntry[];
  readonly stages: { readonly [stage: string]: number };
  /** With the first page: how many late cases have become this role's to see to that its list does not show, by clock. */
  readonly passedOn?: { readonly [clock: string]: number };
  /** Where to go on. While it is there more may follow, also behind a page that is short or empty. */
  readonly next?: string;
};

/** `after` is the `next` of the page before. */
export type QueueQuestion = { readonly stage?: string; readonly limit?: number; readonly after?: string };

/** A case as the desk gets it: every event, and which sealed parts there are. */
export type ServedCase = {
  readonly events: readonly ServedEvent[];
  readonly parts: readonly {
    readonly name: string;
    readonly digest: Digest;
    readonly size: number;
    readonly grantee?: StaffId;
  }[];
  /** Evidence announced at filing whose bytes are there, by part name. */
  readonly arrived: readonly string[];
};

/** An act on its way: the order, the statements it led to here, and the sealed parts they name. */
export type StaffAct = {
  readonly expected: number;
  readonly command: Json;
  readonly statements: readonly { readonly body: Uint8Array; readonly vouching: Vouching }[];
  readonly sealed: { readonly [part: string]: Uint8Array };
};

/** The office's side of the API, signed in as one person. */
export type DeskCourier = {
  readonly readQueue: (question: QueueQuestion) => Promise<Result<QueueAnswer, CallRefusal>>;
  /** Cases whose number (without `cas_`) begins so, at most 20. */
  readonly findCases: (number: string) => Promise<Result<{ readonly rows: readonly QueueEntry[] }, CallRefusal>>;
  readonly readCase: (caseId: CaseId) => Promise<Result<ServedCase, CallRefusal>>;
  readonly readParts: (
    caseId: CaseId,
    names: readonly string[],
  ) => Promise<Result<{ readonly [part: string]: Uint8Array }, CallRefusal>>;
  readonly readEvidence: (caseId: CaseId, digest: Digest) => Promise<Result<Uint8Array, CallRefusal>>;
  /** Where the leaves of its events stand in the public log, and what opens them; none where no log is published. */
  readonly readLeaves: (caseId: CaseId) => Promise<Result<readonly PlacedLeaf[], CallRefusal>>;
  /** What asks for the shares that this person holds. */
  readonly readOpenings: () => Promise<Result<readonly AskedOpening[], CallRefusal>>;
  readonly sendAct: (caseId: CaseId, act: StaffAct) => Promise<Result<{ readonly version: number }, CallRefusal>>;
  /** Opens a case that nobody brought. */
  readonly openCase: (opening: OpeningToSend) => Promise<Result<OpenedAnswer, CallRefusal>>;
  /** What the office follows beside its cases. */
  readonly matters: MatterCalls;
  /** For the registrar. */
  readonly registers: RegisterCalls;
};

const staffId = parsed((value) => parseId("staff", value));
const digest = parsed(parseDigest);
const base64 = parsed(parseBase64);
const challengeAnswer = fieldsOf({ nonce: textUpTo(100), expires: parsed(parseInstant) });
const sessionAnswer = fieldsOf({ token: textUpTo(100), expires: parsed(parseInstant) });
const factShape: Shape<string | number | boolean> = (value) =>
  textUpTo(2000)(value) ?? truth(value) ?? (typeof value === "number" ? value : undefined);
const queueEntry = fieldsOf(
  {
    caseId: parsed((value) => parseId("case", value)),
    version: wholeUpTo(1e9),
    stage: textUpTo(40),
    receivedAt: parsed(parseInstant),
    facts: tableOf(/^[a-zA-Z]{1,30}$/, factShape, 40),
  },
  { clock: fieldsOf({ id: textUpTo(40), due: parsed(parseInstant) }) },
);
const foundAnswer = fieldsOf({ rows: listOf(queueEntry, 20) });
const queueAnswer = fieldsOf(
  {
    rows: listOf(queueEntry, 500),
    stages: tableOf(/^[a-z-]{1,40}$/, wholeUpTo(1e12), 100),
  },
  { next: textUpTo(300), passedOn: tableOf(/^[a-z][a-z-]{1,31}$/, wholeUpTo(1e6), 100) },
);
const caseAnswer = fieldsOf({
  events: listOf(eventShape, 100_000),
  parts: listOf(fieldsOf({ name: textUpTo(80), digest, size: wholeUpTo(1e9) }, { grantee: staffId }), 100_000),
  arrived: listOf(textUpTo(80), 1000),
});
const partsAnswer = fieldsOf({ parts: tableOf(/^[a-z0-9-]{1,64}$/, base64, 1000) });
const leavesAnswer = fieldsOf({ leaves: listOf(leafShape, 200_000) });
const actAnswer = fieldsOf({ version: wholeUpTo(1e9) });
const epochAnswer = fieldsOf({ epoch: wholeUpTo(1e9) });
const shortToken = textLike(/^[A-Za-z0-9_-]{20,100}$/);

/** A server may have much to check before it answers staff, as at the end of an import, in milliseconds. */
const staffSilence = 300_000;

/**
 * Opens the office's side of the API as one person. Signs in when first needed and again when the session has
 * ended: a session of 15 minutes is the server's guard, not the person's burden.
 */
export function createDeskCourier(
  options: LineOptions,
  me: { readonly office: OfficeId; readonly staff: StaffId; readonly signer: Signer },
): DeskCourier {
  const line = openLine({ silence: staffSilence, ...options });
  let token: string | undefined;

  const signIn = async (isSecond = false): Promise<Result<string, CallRefusal>> => {
    const challenge = await call(line.json("POST", "/api/desk/challenge", { staff: me.staff }), challengeAnswer);
    if (!challenge.ok) return challenge;
    const { nonce } = challenge.value;
    const signature = me.signer.sign(sessionMessage(me.office, me.staff, nonce));
    const session = await call(
      line.json("POST", "/api/desk/session", { staff: me.staff, nonce, signature }),
      sessionAnswer,
    );
    if (!session.ok) {
      // The answer to a good sign-in was lost and it was sent again, or the line took longer than the challenge lives.
      return session.refusal.code === "challenge-spent" && !isSecond ? signIn(true) : session;
    }
    token = shortToken(session.value.token) ?? "";
    return granted(token);
  };
  const withSession = async <T>(
    ask: (headers: Record<string, string>) => Promise<Result<T, CallRefusal>>,
  ): Promise<Result<T, CallRefusal>> => {
    for (let again = false; ; again = true) {
      const session = token ? granted(token) : await signIn();
      if (!session.ok) return session;
      const answer = await ask({ authorization: `Bearer ${session.value}` });
      if (answer.ok || again || answer.refusal.code !== "session-expired") return answer;
      token = undefined;
    }
  };
  const asked = <T>(method: string, path: string, body: unknown, shape: Shape<T>): Promise<Result<T, CallRefusal>> =>
    withSession((headers) => call(line.json(method, path, body, headers), shape));

  const registers = createRegisterCalls((method, path, body, shape) =>
    body instanceof Uint8Array
      ? withSession((headers) => call(sendBytes(line, path, body, headers), shape))
      : asked(method, path, body, shape),
  );

  return {
    registers,
    matters: createMatterCalls(asked),
    readQueue: (question) => asked("POST", "/api/desk/queue", questionBody(question), queueAnswer),
    findCases: (number) => asked("POST", "/api/desk/find", { number }, foundAnswer),
    readCase: async (caseId) => {
      const answer = await asked("GET", `/api/desk/cases/${caseId}`, undefined, caseAnswer);
      return answer.ok ? granted({ ...answer.value, events: answer.value.events.map(toEvent) }) : answer;
    },
    readParts: async (caseId, names) => {
      const answer = await asked("POST", `/api/desk/cases/${caseId}/parts`, { names }, partsAnswer);
      return answer.ok ? granted(answer.value.parts) : answer;
    },
    readEvidence: (caseId, digestOfPart) =>
      withSession(async (headers) => {
        const answer = await line.send("GET", `/api/desk/cases/${caseId}/evidence/${digestOfPart}`, undefined, headers);
        return answer.ok ? granted(new Uint8Array(await answer.value.arrayBuffer())) : answer;
      }),
    readLeaves: async (caseId) => {
      const answer = await asked("GET", `/api/desk/cases/${caseId}/leaves`, undefined, leavesAnswer);
      return answer.ok ? granted(answer.value.leaves) : answer;
    },
    readOpenings: async () => toOpenings(await asked("GET", "/api/desk/openings", undefined, openingsAnswer)),
    openCase: (opening) => asked("POST", "/api/desk/cases", openingBody(opening), openedAnswer),
    sendAct: (caseId, act) => asked("POST", `/api/desk/cases/${caseId}/acts`, actBody(act), actAnswer),
  };
}

async function sendBytes(
  line: Line,
  path: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Result<unknown, CallRefusal>> {
  const answer = await line.send("POST", path, body, { ...headers, "content-type": "application/x-ndjson" });
  return answer.ok ? granted(await answer.value.json().catch(() => undefined)) : answer;
}

/** Publishes what roots or staff have signed; no session is needed, the signatures speak for themselves. */
export function publishSigned(
  options: LineOptions,
  kind: "directory" | "suspension",
  signed: SignedBody,
): Promise<Result<{ readonly epoch: number }, CallRefusal>> {
  const body = { body: bytesToBase64(signed.body), vouchings: signed.vouchings };
  return call(openLine(options).json("POST", `/api/office/${kind}`, body), epochAnswer);
}

function questionBody({ stage, limit, after }: QueueQuestion): Json {
  return {
    ...(stage && { stage }),
    ...(limit && { limit }),
    ...(after && { after }),
  };
}

function actBody(act: StaffAct): Json {
  return {
    expected: act.expected,
    command: act.command,
    statements: act.statements.map(({ body, vouching }) => ({ body: bytesToBase64(body), vouching })),
    sealed: Object.fromEntries(Object.entries(act.sealed).map(([name, bytes]) => [name, bytesToBase64(bytes)])),
  };
}
