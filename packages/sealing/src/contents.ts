import {
  type CaseId,
  type Channel,
  type ChildAnswer,
  type ConsentChoice,
  channels,
  childAnswers,
  consentChoices,
  type Digest,
  fieldsOf,
  type Language,
  languages,
  listOf,
  oneOf,
  type PressureAnswer,
  parseDigest,
  parsed,
  parseId,
  pressureAnswers,
  type Shape,
  type SupportNeed,
  supportNeeds,
  type TreatmentAnswer,
  type TreatmentQuestion,
  textLike,
  textUpTo,
  treatmentAnswers,
  wholeUpTo,
} from "@temwen/vocabulary";

/** A piece of evidence as the story describes it; the file's own name and kind stand only here. */
export type EvidenceNote = {
  readonly part: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes before padding. */
  readonly size: number;
  /** Of the untouched original. */
  readonly sha256: Digest;
};

/** What the sealed part `story` holds. Repeats the receipt's keys, so that staff can compare them with the manifest. */
export type Story = {
  readonly type: "temwen.story/1";
  readonly case: CaseId;
  readonly text: string;
  readonly language: Language;
  readonly force: string;
  readonly consent: ConsentChoice;
  readonly child: ChildAnswer;
  readonly channel: Channel;
  readonly receiptKey: string;
  readonly replyRecipient: string;
  readonly place?: string;
  readonly evidence?: readonly EvidenceNote[];
};

/** What the part `story` holds of a case that the office opened itself: written by whoever opened it, with nobody's keys. */
export type OpeningStory = {
  readonly type: "temwen.opening/1";
  readonly case: CaseId;
  readonly text: string;
  readonly language: Language;
  /** Where it was read, or under what number the body that hands it over has it. */
  readonly reference?: string;
};

/** What the sealed part `identity` holds; present and of the same size even when nothing was said. */
export type Identity = {
  readonly type: "temwen.identity/1";
  readonly case: CaseId;
  readonly name?: string;
  readonly contact?: string;
  readonly safeContact?: string;
};

/** What the sealed part `support` holds. */
export type Support = {
  readonly type: "temwen.support/1";
  readonly case: CaseId;
  readonly needs: readonly SupportNeed[];
  readonly words?: string;
};

/** A later message of the person, sealed to the story's recipient. */
export type PersonMessage = {
  readonly type: "temwen.message/1";
  readonly case: CaseId;
  readonly sequence: number;
  readonly text: string;
};

/** Whether somebody presses the person to withdraw. It travels as a message, and from outside looks like any other. */
export type PressureTold = {
  readonly type: "temwen.pressure/1";
  readonly case: CaseId;
  readonly sequence: number;
  readonly pressed: PressureAnswer;
  /** In the person's own words; may be empty. */
  readonly text: string;
};

/** How the office treated a person, as they say when their case has ended. */
export type TreatmentTold = {
  readonly type: "temwen.treatment/1";
  readonly case: CaseId;
  readonly sequence: number;
  readonly answers: { readonly [Q in TreatmentQuestion]: TreatmentAnswer };
  /** In the person's own words; may be empty. */
  readonly text: string;
};

/** A piece of evidence that came later, with the key that opens it. */
export type AddedNote = EvidenceNote & { readonly key: string };

/** What came later is, sealed to the words' recipient: whoever may read what the person says may open it. */
export type Added = {
  readonly type: "temwen.added/1";
  readonly case: CaseId;
  readonly sequence: number;
  readonly evidence: readonly AddedNote[];
};

/** What the office took in, sealed by whoever did; as an addition is, counted apart from what the person sends. */
export type Taken = {
  readonly type: "temwen.taken/1";
  readonly case: CaseId;
  readonly number: number;
  readonly evidence: readonly AddedNote[];
};

/** The reasons of an act, sealed to the story's recipient. */
export type Explanation = { readonly type: "temwen.explanation/1"; readonly case: CaseId; readonly text: string };

const caseId = parsed((value) => parseId("case", value));
// The padded sizes are the limits that count: a shape must never refuse what the page agreed to seal.
const words = textUpTo(40_000);
const line = textUpTo(2000);

export const storyShape: Shape<Story> = fieldsOf(
  {
    type: oneOf("temwen.story/1"),
    case: caseId,
    text: words,
    language: oneOf(...languages),
    force: textLike(/^[a-z][a-z0-9-]{1,23}$/),
    consent: oneOf(...consentChoices),
    child: oneOf(...childAnswers),
    channel: oneOf(...channels),
    receiptKey: textUpTo(44),
    replyRecipient: textUpTo(2000),
  },
  {
    place: words,
    evidence: listOf(
      fieldsOf({
        part: textLike(/^evidence-[1-8]$/),
        name: words,
        mediaType: words,
        size: wholeUpTo(2 ** 40),
        sha256: parsed(parseDigest),
      }),
      8,
    ),
  },
);

export const openingStoryShape: Shape<OpeningStory> = fieldsOf(
  { type: oneOf("temwen.opening/1"), case: caseId, text: words, language: oneOf(...languages) },
  { reference: line },
);

export const identityShape: Shape<Identity> = fieldsOf(
  { type: oneOf("temwen.identity/1"), case: caseId },
  { name: line, contact: line, safeContact: line },
);

export const supportShape: Shape<Support> = fieldsOf(
  { type: oneOf("temwen.support/1"), case: caseId, needs: listOf(oneOf(...supportNeeds), 8) },
  { words: line },
);

const personMessageShape: Shape<PersonMessage> = fieldsOf({
  type: oneOf("temwen.message/1"),
  case: caseId,
  sequence: wholeUpTo(1e6),
  text: words,
});

const pressureToldShape: Shape<PressureTold> = fieldsOf({
  type: oneOf("temwen.pressure/1"),
  case: caseId,
  sequence: wholeUpTo(1e6),
  pressed: oneOf(...pressureAnswers),
  text: words,
});

const answered = oneOf(...treatmentAnswers);

export const treatmentToldShape: Shape<TreatmentTold> = fieldsOf({
  type: oneOf("temwen.treatment/1"),
  case: caseId,
  sequence: wholeUpTo(1e6),
  answers: fieldsOf({ heard: answered, respected: answered, told: answered, safe: answered }),
  text: words,
});

/** What the sealed part of a message may hold. */
export const messageContentShape: Shape<PersonMessage | PressureTold> = (value) =>
  personMessageShape(value) ?? pressureToldShape(value);

const notesOf = (part: RegExp): Shape<readonly AddedNote[]> =>
  listOf(
    fieldsOf({
      part: textLike(part),
      name: words,
      mediaType: words,
      size: wholeUpTo(2 ** 40),
      sha256: parsed(parseDigest),
      key: textLike(/^AGE-SECRET-KEY-PQ-1[0-9A-Z]{40,100}$/),
    }),
    8,
  );

export const addedShape: Shape<Added> = fieldsOf({
  type: oneOf("temwen.added/1"),
  case: caseId,
  sequence: wholeUpTo(1e6),
  evidence: notesOf(/^added-\d{1,7}-[1-8]$/),
});

export const takenShape: Shape<Taken> = fieldsOf({
  type: oneOf("temwen.taken/1"),
  case: caseId,
  number: wholeUpTo(1000),
  evidence: notesOf(/^taken-\d{1,4}-[1-8]$/),
});

export const explanationShape: Shape<Explanation> = fieldsOf({
  type: oneOf("temwen.explanation/1"),
  case: caseId,
  text: words,
});
