import type { Vouching } from "@temwen/office";
import { type Parcel, parcelToForm } from "@temwen/sealing/parcel";
import {
  type CaseId,
  type Digest,
  fieldsOf,
  granted,
  type Instant,
  parsed,
  parseId,
  parseInstant,
  type Result,
  refused,
  textLike,
  textUpTo,
} from "@temwen/vocabulary";
import { type FetchDirectory, fetchDirectory } from "./directory.ts";
import { type OnArrived, sendEvidence } from "./evidence.ts";
import { type CallRefusal, type Line, type LineOptions, openLine, type ServerRefusal } from "./line.ts";
import { createMailboxCourier, type MailboxCourier } from "./mailbox-courier.ts";

/** What filing answers. */
export type FilingReceipt = {
  readonly case: CaseId;
  readonly at: Instant;
  readonly proofNumber: string;
  /** The office's word that this will stand in its public log. Nothing of it is believed before the signature is checked. */
  readonly promise?: ServedPromise;
};

export type ServedPromise = {
  readonly body: { readonly type: string; readonly office: string; readonly leaf: string; readonly by: Instant };
  readonly vouching: Vouching;
};

/** What filing needs of the API: the page that seals is weighed, and carries no more. */
export type FilingCourier = {
  readonly fetchDirectory: FetchDirectory;
  /** Without a worker the refusal `work-asked` comes back as it is. */
  readonly fileParcel: (parcel: Parcel, work?: DoWork) => Promise<Result<FilingReceipt, CallRefusal>>;
};

/** The person's side of the API. */
export type Courier = MailboxCourier &
  FilingCourier & {
    readonly sendEvidence: (
      caseId: CaseId,
      digest: Digest,
      sealed: Uint8Array,
      onArrived?: OnArrived,
    ) => Promise<Result<true, CallRefusal>>;
  };

const key = textUpTo(88);
const filingAnswer = fieldsOf(
  {
    case: parsed((value) => parseId("case", value)),
    at: parsed(parseInstant),
    proofNumber: textLike(/^\d{12}$/),
  },
  {
    promise: fieldsOf({
      body: fieldsOf({ type: textUpTo(40), office: textUpTo(40), leaf: textUpTo(44), by: parsed(parseInstant) }),
      vouching: fieldsOf({ key, signature: key }),
    }),
  },
);

/** Does the work that a server asks for in a flood; its value of `Temwen-Work`, or undefined when it asked for something else. */
export type DoWork = (refusal: ServerRefusal) => Promise<string | undefined>;

/** Opens the part of the API that filing needs. */
export function createFilingCourier(options: LineOptions): FilingCourier {
  const line = openLine(options);
  return {
    fetchDirectory: (epoch) => fetchDirectory(line, epoch),
    fileParcel: (parcel, work) => file(line, parcel, work),
  };
}

/** Opens the person's side of the API. */
export function createCourier(options: LineOptions): Courier {
  return {
    ...createMailboxCourier(options),
    ...createFilingCourier(options),
    sendEvidence: (caseId, digest, sealed, onArrived) => sendEvidence(options, { caseId, digest, sealed }, onArrived),
  };
}

/** While it works, a flood may have grown, and more may be asked. */
const mostRounds = 4;

async function file(line: Line, parcel: Parcel, work: DoWork | undefined): Promise<Result<FilingReceipt, CallRefusal>> {
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
