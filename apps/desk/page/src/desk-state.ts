import { computed, signal } from "@preact/signals";
import type { Forum } from "@temwen/mission-pack";
import type { CaseId, MatterId, MatterKind, StaffId } from "@temwen/vocabulary";
import { findLanguage, type Language } from "@temwen/words";
import type { Choices, Me } from "../../keeper/src/views.ts";
import type { BoardName } from "./boards/board-names.ts";
import {
  type Answer,
  ask,
  forgetSession,
  hasSession,
  type Refusal,
  rememberSession,
  takeLaunchToken,
} from "./desk-line.ts";
import { forgetDrafts, keepDraftsOf, warnBeforeLosing } from "./drafts.ts";
import { eraseKept, fetchKept, isPageAlone, keepWhatIsTyped, tellKeeper } from "./kept-drafts.ts";
import { readSingleKeys } from "./keys/shortcuts.ts";

export type Person = { readonly me: Me; readonly choices: Choices };
export type ListedPerson = {
  readonly id: StaffId;
  readonly label: string;
  readonly role: string;
  readonly ties: readonly string[];
};
type Names = { readonly ht: string; readonly fr: string; readonly en?: string };
export type ClockSource = {
  readonly id: string;
  readonly source: string;
  readonly basis: "found" | "memory" | "platform-default";
};
/** The mission as the page needs it: its zone, its names, and where each deadline comes from. */
export type Mission = {
  readonly zone: string;
  /** How many days an erasure waits after the second signature. */
  readonly erasureDays: number;
  readonly forces: readonly { readonly id: string; readonly names: Names }[];
  readonly departments: readonly { readonly id: string; readonly names: Names }[];
  readonly clocks: readonly ClockSource[];
  /** To whom a case may be referred, and how many days they have to answer where nothing else is said. */
  readonly forums: readonly Forum[];
  readonly answerDays?: number;
};
export type Place =
  | { readonly at: "queue" }
  | { readonly at: "case" | "hearing"; readonly caseId: CaseId }
  | { readonly at: "board"; readonly board: BoardName }
  | { readonly at: "referrals" | "open-case" }
  | { readonly at: "matters"; readonly kind: MatterKind }
  | { readonly at: "matter"; readonly matter: MatterId };

export const language = signal<Language>("ht");
export const person = signal<Person | undefined>(undefined);
/** Who signed in while the office was out of reach: only their unsent words are here. */
export const waiting = signal<StaffId | undefined>(undefined);
/** Whoever sits here, with the office in reach or without. */
export const seated = computed(() => person.value?.me.id ?? waiting.value);
export const mission = signal<Mission | undefined>(undefined);
/** Everybody of a demonstration, by name; an office of its own lists nobody. */
export const knownPeople = signal<readonly ListedPerson[]>([]);
/** Who is offered at the sign-in. */
export const listedPeople = computed(() => knownPeople.value.filter(({ role }) => workingRoles.includes(role)));
/** How many late cases whoever is signed in must act on, as the list last told. */
export const lateForMe = signal(0);
export const place = signal<Place>({ at: "queue" });
/** What stands above the sign-in: why one is here again. */
export const signInNote = signal<Refusal | undefined>(undefined);
export const isStarting = signal(true);

const languageName = "temwen-language";
/** Who has work at this desk so far; anybody else signs in with their file. */
const workingRoles: readonly string[] = [
  "intake",
  "panel",
  "investigator",
  "support",
  "child-protection",
  "escrow-holder",
];
const quarterOfAnHour = 15 * 60_000;
const aMinute = 60_000;

/** Wakes the page: token, language, the last place, and who is signed in if this tab was only loaded anew. */
export function startDesk(): void {
  takeLaunchToken();
  speak(findLanguage(sessionStorage.getItem(languageName)) ?? guessLanguage());
  addEventListener("popstate", (event) => goTo(readPlace(event.state), "remembered"));
  place.value = readPlace(history.state);
  watchForIdleness();
  warnBeforeLosing(isPageAlone);
  keepWhatIsTyped();
  readSingleKeys();
  void findWhereWeAre();
}

export function speak(chosen: Language): void {
  language.value = chosen;
  sessionStorage.setItem(languageName, chosen);
  document.documentElement.lang = chosen;
}

/** Goes somewhere. The address never changes: a case's number is nobody's business in a browser's history. */
export function goTo(next: Place, how: "new" | "remembered" = "new"): void {
  if (how === "new") history.pushState(next, "");
  place.value = next;
  scrollTo(0, 0);
}

export async function signIn(body: {
  readonly passphrase: string;
  readonly key?: string;
  readonly person?: string;
}): Promise<Answer<unknown>> {
  const answer = await ask<SignedIn>("POST", "/api/sign-in", body);
  if (!answer.ok) return answer;
  rememberSession(answer.value.session);
  const staff = "me" in answer.value ? answer.value.me.id : answer.value.waits;
  keepDraftsOf(staff);
  await fetchKept(staff);
  signInNote.value = undefined;
  if ("me" in answer.value) person.value = { me: answer.value.me, choices: answer.value.choices };
  else waiting.value = staff;
  return answer;
}

type SignedIn = { readonly session: string } & (Person | { readonly waits: StaffId });

/** Asks whether the office can be reached again; the desk opens when it can. */
export async function tryOffice(): Promise<Answer<unknown>> {
  const me = await ask<Person>("GET", "/api/me");
  if (me.ok) {
    person.value = me.value;
    waiting.value = undefined;
  } else if (me.refusal.code !== "unreachable") leave(me.refusal);
  return me;
}

/** Signs out by choice: the key is forgotten, and unsent words are too, or stay on this machine, sealed. */
export async function signOut(unsent: "erase" | "keep"): Promise<void> {
  await (unsent === "erase" ? eraseKept() : tellKeeper());
  forgetDrafts();
  lateForMe.value = 0;
  await ask("POST", "/api/sign-out", {});
  leave(undefined);
  goTo({ at: "queue" }, "remembered");
}

/** Notes a refusal that means: nobody is signed in any more. Answers whether it was one. */
export function isSignedOut(refusal: Refusal): boolean {
  if (refusal.code !== "signed-out" && refusal.code !== "not-launched") return false;
  leave(refusal);
  return true;
}

/** What is on screen goes. Unsent words stay in memory for the same person. */
function leave(note: Refusal | undefined): void {
  forgetSession();
  signInNote.value = note;
  person.value = undefined;
  waiting.value = undefined;
}

async function findWhereWeAre(): Promise<void> {
  const about = await ask<{ readonly people: readonly ListedPerson[]; readonly mission: Mission }>("GET", "/api/desk");
  if (about.ok) {
    mission.value = about.value.mission;
    knownPeople.value = about.value.people;
    const me = hasSession() ? await ask<Person>("GET", "/api/me") : undefined;
    if (me?.ok) {
      await fetchKept(me.value.me.id);
      person.value = me.value;
    } else if (me?.refusal.code === "unreachable") await sitAndWait();
    else if (me) leave(me.refusal);
  } else signInNote.value = about.refusal;
  isStarting.value = false;
}

/** Loaded anew while the office is out of reach. */
async function sitAndWait(): Promise<void> {
  const seat = await ask<{ readonly staff: StaffId }>("GET", "/api/seat");
  if (!seat.ok) return leave(seat.refusal);
  await fetchKept(seat.value.staff);
  waiting.value = seat.value.staff;
}

/** Whoever types or moves keeps the keeper awake; after a quarter of an hour without, it forgets the keys. */
function watchForIdleness(): void {
  let seen = Date.now();
  let told = 0;
  const onSign = () => {
    seen = Date.now();
    if (!seated.value || seen - told < aMinute) return;
    told = seen;
    void ask("POST", "/api/awake", {}).then((answer) => !answer.ok && isSignedOut(answer.refusal));
  };
  for (const sign of ["keydown", "pointerdown", "pointermove", "wheel"])
    addEventListener(sign, onSign, { passive: true });
  setInterval(() => {
    if (!seated.value || Date.now() - seen < quarterOfAnHour) return;
    void ask("POST", "/api/sign-out", {});
    leave({ code: "signed-out" });
  }, aMinute / 4);
}

function readPlace(state: unknown): Place {
  const remembered = state as Place | null;
  return remembered ?? { at: "queue" };
}

function guessLanguage(): Language {
  for (const wanted of navigator.languages) {
    const found = findLanguage(wanted.slice(0, 2));
    if (found) return found;
  }
  return "ht";
}
