import type { SignedBody, Vouching } from "@temwen/office";
import { type Parcel, parcelToForm } from "@temwen/sealing/parcel";
import {
  bytesToBase64,
  type CaseId,
  type Digest,
  fieldsOf,
  granted,
  type Instant,
  listOf,
  parseBase64,
  parsed,
  parseId,
  parseInstant,
  type Result,
  refused,
  tableOf,
  textLike,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type OnArrived, sendEvidence } from "./evidence.ts";
import { type CallRefusal, type Line, type LineOptions, openLine, type ServerRefusal } from "./line.ts";
import { call, eventShape, type ServedEvent, signedShape, toEvent, toSigned } from "./served.ts";

/** The directory as served: current, and the suspensions made under it. Nothing of it is believed before it is verified. */
export type ServedDirectory = { readonly directory: SignedBody; readonly suspensions: readonly SignedBody[] };

/** What filing answers. */
export type FilingReceipt = { readonly case: CaseId; readonly at: Instant; readonly proofNumber: string };

/** A mailbox: per case the events that are the person's to see, and the sealed messages by part name. */
export type Mailbox = readonly {
  readonly case: CaseId;
  readonly events: readonly ServedEvent[];
  readonly sealed: { readonly [part: string]: Uint8Array };
}[];

/**
 * Where a later message goes: the case's first event, to be checked with one's own key, the staff's event that gave the
 * case its newest key, if any did, to be checked by the directory, and the next number.
 */
export type MailboxAddress = {
  readonly received: ServedEvent;
  readonly rekeyed?: ServedEvent;
  readonly sequence: number;
};

export type PersonAct = {
  readonly mailbox: string;
  readonly body: Uint8Array;
  readonly vouching: Vouching;
  readonly sealed?: Uint8Array;
};

/** The person's side of the API. */
export type Courier = {
  readonly fetchDirectory: (epoch?: number) => Promise<Result<ServedDirectory, CallRefusal>>;
  readonly fileParcel: (parcel: Parcel) => Promise<Result<FilingReceipt, CallRefusal>>;
  readonly sendEvidence: (
    caseId: CaseId,
    digest: Digest,
    sealed: Uint8Array,
    onArrived?: OnArrived,
  ) => Promise<Result<true, CallRefusal>>;
  readonly readMailbox: (mailbox: string) => Promise<Result<Mailbox, CallRefusal>>;
  readonly findAddress: (mailbox: string) => Promise<Result<MailboxAddress, CallRefusal>>;
  readonly sendAct: (act: PersonAct) => Promise<Result<{ readonly at: Instant }, CallRefusal>>;
};

const base64 = parsed(parseBase64);
const directoryAnswer = fieldsOf({ directory: signedShape, suspensions: listOf(signedShape, 1000) });
const filingAnswer = fieldsOf({
  case: parsed((value) => parseId("case", value)),
  at: parsed(parseInstant),
  proofNumber: textLike(/^\d{12}$/),
});
const mailboxAnswer = fieldsOf({
  cases: listOf(
    fieldsOf({
      case: parsed((value) => parseId("case", value)),
      events: listOf(eventShape, 10_000),
      sealed: tableOf(/^[a-z0-9-]{1,64}$/, base64, 10_000),
    }),
    100,
  ),
});
const addressAnswer = fieldsOf({ received: eventShape, sequence: wholeUpTo(1e6) }, { rekeyed: eventShape });
const actAnswer = fieldsOf({ at: parsed(parseInstant) });

/** Does the work that a server asks for in a flood; its value of `Temwen-Work`, or undefined when it asked for something else. */
export type Worker = (refusal: ServerRefusal) => Promise<string | undefined>;

/**
 * Opens the person's side of the API. Without a worker the refusal `work-asked` comes back as it is: pages bring the code
 * for it only when it is asked for.
 */
export function createCourier(options: LineOptions, work?: Worker): Courier {
  const line = openLine(options);
  return {
    fetchDirectory: async (epoch) => {
      const path = epoch === undefined ? "/api/directory" : `/api/directory?epoch=${epoch}`;
      const answer = await call(line.json("GET", path), directoryAnswer);
      if (!answer.ok) return answer;
      const { directory, suspensions } = answer.value;
      return granted({ directory: toSigned(directory), suspensions: suspensions.map(toSigned) });
    },
    fileParcel: (parcel) => file(line, parcel, work),
    sendEvidence: (caseId, digest, sealed, onArrived) => sendEvidence(options, { caseId, digest, sealed }, onArrived),
    readMailbox: async (mailbox) => {
      const answer = await call(line.json("POST", "/api/mailbox", { mailbox }), mailboxAnswer);
      if (!answer.ok) return answer;
      return granted(answer.value.cases.map((entry) => ({ ...entry, events: entry.events.map(toEvent) })));
    },
    findAddress: async (mailbox) => {
      const answer = await call(line.json("POST", "/api/mailbox/address", { mailbox }), addressAnswer);
      if (!answer.ok) return answer;
      const { received, rekeyed, sequence } = answer.value;
      return granted({ received: toEvent(received), sequence, ...(rekeyed && { rekeyed: toEvent(rekeyed) }) });
    },
    sendAct: (act) => {
      const body = {
        mailbox: act.mailbox,
        body: bytesToBase64(act.body),
        vouching: act.vouching,
        ...(act.sealed && { sealed: bytesToBase64(act.sealed) }),
      };
      return call(line.json("POST", "/api/mailbox/acts", body), actAnswer);
    },
  };
}

/** While it works, a flood may have grown, and more may be asked. */
const mostRounds = 4;

async function file(line: Line, parcel: Parcel, work: Worker | undefined): Promise<Result<FilingReceipt, CallRefusal>> {
  let done: string | undefined;
  for (let round = 1; ; round++) {
    const headers: Record<string, string> = done === undefined ? {} : { "temwen-work": done };
    const answer = await line.send("POST", "/api/complaints", parcelToForm(parcel), headers);
    if (answer.ok) {
      const receipt = filingAnswer(await answer.value.json().catch(() => undefined));
      return receipt ? granted(receipt) : refused({ code: "cannot-tell" });
    }
    const { refusal } = answer;
    done = "status" in refusal && round < mostRounds ? await work?.(refusal) : undefined;
    if (done === undefined) return answer;
  }
}
