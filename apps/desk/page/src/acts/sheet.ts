import type { LaterOrder } from "@temwen/casework";
import type { IconName } from "@temwen/ui";
import type { StaffId } from "@temwen/vocabulary";
import type { FunctionComponent } from "preact";
import type { CaseView } from "../../../keeper/src/views.ts";
import type { Asked, Asking, PlainWord } from "./asked.ts";
import type { PatternName } from "./patterns.ts";

type OrderNamed<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;

/** What an order says in clear: without what is sealed, and without the keys it hands out. */
type Clear<T extends LaterOrder["type"]> = Omit<
  OrderNamed<T>,
  "type" | "explanation" | "dissent" | "message" | "copy" | "grants" | "summary" | SaidByCase<T>
>;

/** What an order says of the opening that stands: the keeper reads it from the case. */
type SaidByCase<T extends LaterOrder["type"]> = T extends "open-escrow"
  ? "opening" | "terms" | "because"
  : T extends "propose-opening" | "confirm-danger" | "stop-opening"
    ? "opening" | "terms"
    : never;

/** The words that are sealed with an order: asked for where it has some, and nowhere else. */
type SealedWords<O> = O extends { readonly explanation: unknown }
  ? { readonly text: TextAsked | TextMade } & (O extends { readonly message: unknown }
      ? { readonly told: ToldAsked }
      : unknown)
  : O extends { readonly message: unknown }
    ? { readonly text?: TextAsked; readonly pattern?: PatternOf; readonly fills?: Fills }
    : O extends { readonly dissent: unknown }
      ? { readonly text: TextAsked & { readonly isOptional: true } }
      : { readonly text?: never };

/** Whom an order lets in: chosen apart where it hands out keys without naming anybody. */
type LetIn<O> = O extends { readonly grants: unknown }
  ? O extends { readonly to: StaffId }
    ? { readonly lets?: never }
    : { readonly lets: Asked<readonly StaffId[]> }
  : { readonly lets?: never };

/** What is asked for beside the words of an act, and sealed with them as one text. */
export type Beside = { readonly ask: Asked<string>; readonly join: (text: string, beside: string) => string };

/** Words that are asked for piece by piece and sealed as one text. */
type TextMade = { readonly made: Asked<string> };

/** What a message begins with, where that is not the same in every case, by the case. */
type PatternOf = PatternName | ((view: CaseView) => PatternName | undefined);

/** What the case knows already of a pattern's lines in brackets, in their order. */
type Fills = (view: CaseView) => readonly string[];

type TextAsked = {
  readonly label: PlainWord;
  readonly hint?: PlainWord;
  readonly isOptional?: boolean;
  readonly beside?: Beside;
};

/** What the person is told, where colleagues get words of their own; suggested until somebody writes it otherwise. */
export type ToldAsked = TextAsked & { readonly suggest: (at: Asking) => string };

/** Where an act stands among those that are possible. */
export const actGroups = ["case", "inquiry", "fairness", "panel", "protection", "referral"] as const;
export type ActGroup = (typeof actGroups)[number];

/**
 * The sheet of one order from admission on. It asks for everything that the order says, in the order of its members here;
 * the compiler knows what that is.
 */
export type Sheet<T extends LaterOrder["type"]> = {
  readonly group: ActGroup;
  readonly icon: IconName;
  readonly asks: { readonly [N in keyof Clear<T>]: Asked<Clear<T>[N]> };
  /** What stands above the questions. */
  readonly opening?: FunctionComponent<Asking>;
  /** Whether it would lead anywhere, besides being lawful. */
  readonly isOffered?: (view: CaseView) => boolean;
  /** For what cannot be taken back: asked a second time. */
  readonly twice?: { readonly question: PlainWord; readonly consequence: PlainWord };
  /** Whoever signs it has no part in the case any more, and the screen leaves it. */
  readonly isLast?: true;
} & SealedWords<OrderNamed<T>> &
  LetIn<OrderNamed<T>>;

/** An order that this page gives no sheet, and where it is given instead. */
export type NoSheet = { readonly elsewhere: string };

/** The sheets of some orders; every one has a sheet, or a reason for none. */
export type SheetsOf<T extends LaterOrder["type"]> = { readonly [O in T]: Sheet<O> | NoSheet };

/** A sheet of whichever order, for what shows them all. */
export type AnySheet = {
  readonly group: ActGroup;
  readonly icon: IconName;
  readonly asks: { readonly [name: string]: Asked<unknown> };
  readonly text?: TextAsked | TextMade;
  /** What the message begins with. */
  readonly pattern?: PatternOf;
  readonly fills?: Fills;
  readonly told?: ToldAsked;
  readonly lets?: Asked<readonly StaffId[]>;
} & Pick<Sheet<"take-case">, "opening" | "isOffered" | "twice" | "isLast">;
