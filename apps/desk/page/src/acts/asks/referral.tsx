import { laterWords } from "@temwen/casework";
import { type ForumObstacle, forumLanguages, forumObstacles } from "@temwen/mission-pack/words";
import { type Digest, parseDigest } from "@temwen/vocabulary";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { findForum, forumName, forumWord } from "../../referrals/forums.ts";
import { wordFor, words } from "../../say.ts";
import { type Asked, type Asking, listIn, type PlainWord, textIn } from "../asked.ts";
import { choice } from "./choose.tsx";
import { either, known } from "./known.tsx";

type Listed = NonNullable<CaseView["referrals"]>["referrals"][number];

const chosen = ({ view, written }: Pick<Asking, "view" | "written">): Listed | undefined =>
  view.referrals?.referrals.find(({ number }) => number === Number(textIn(written, "referral")));

/** One of the case's referrals that it makes sense for. */
export function whichReferral(fits: (one: Listed) => boolean = () => true): Asked<number> {
  const asked = choice({
    label: "ask.whichReferral",
    ids: (view) => (view.referrals?.referrals ?? []).filter(fits).map(({ number }) => String(number)),
    called: (id, view) => {
      const found = view.referrals?.referrals.find(({ number }) => number === Number(id));
      return `${id}. ${forumName(found?.forum ?? "")}`;
    },
  });
  return {
    ...asked,
    read: (at) => {
      const id = asked.read(at);
      return id === undefined ? undefined : Number(id);
    },
  };
}

/** What came over the receipt page and is recorded by this; nothing where it came another way. */
export const received: Asked<readonly Digest[]> = either<readonly Digest[]>(
  known(() => []),
  ({ view, written }) => {
    const waiting =
      view.referrals?.waiting.filter(({ referral }) => referral === chosen({ view, written })?.number) ?? [];
    const asked = choice({
      label: "ask.received",
      ids: () => [...waiting.map((one) => one.received as string), "none"],
      called: (id) => {
        const answer = waiting.find((one) => one.received === id)?.answered;
        return id === "none"
          ? words().receivedNone
          : `${answer ? wordFor("answered", answer) : ""} · ${id.slice(0, 8)}`;
      },
    });
    const read = (at: Asking): readonly Digest[] | undefined => {
      const id = asked.read(at);
      if (id === undefined) return undefined;
      const digest = parseDigest(id);
      return digest.ok ? [digest.value] : [];
    };
    return waiting.length === 0 ? known<readonly Digest[]>(() => []) : { ...asked, read };
  },
);

/** On which way it came: what is named above came over the page, and nothing else did. */
export const cameBy = either<(typeof laterWords.cameBy)[number]>(
  choice({ label: "ask.cameBy", ids: ["letter", "other"], called: "cameBy" }),
  ({ written }) =>
    parseDigest(textIn(written, "received")).ok
      ? known(() => "receipt-page" as const, { label: "ask.cameBy", called: (id) => wordFor("cameBy", id) })
      : choice({ label: "ask.cameBy", ids: ["letter", "other"], called: "cameBy" }),
);

/** Which obstacle an answer is about; none where it is about none. */
export const whichObstacle: Asked<readonly ForumObstacle[]> = either<readonly ForumObstacle[]>(
  known(() => []),
  ({ written }) => {
    const answered = textIn(written, "answered");
    if (answered !== "obstacle-raised" && answered !== "obstacle-challenged")
      return known<readonly ForumObstacle[]>(() => []);
    const asked = choice({
      label: "ask.whichObstacle",
      ids: forumObstacles,
      called: (id) => forumWord("obstacle", id),
    });
    return {
      ...asked,
      read: (at) => {
        const id = asked.read(at);
        return id === undefined ? undefined : [id];
      },
    };
  },
);

/** Why a military forum; `none` for every other one. */
export const military = either<(typeof laterWords.military)[number]>(
  known(() => "none"),
  ({ written }) =>
    findForum(textIn(written, "forum"))?.kind === "military-justice"
      ? choice({
          label: "ask.military",
          ids: laterWords.military.filter((id) => id !== "none"),
          called: "military",
        })
      : known<(typeof laterWords.military)[number]>(() => "none"),
);

/** Whether immunity is asked to be waived: said once, by what is asked for. */
export const waiver = known<(typeof laterWords.waiver)[number]>(
  ({ written }) => (listIn(written, "asks").includes("waive-immunity") ? "asked" : "none"),
  { label: "ask.waiver", called: (id) => wordFor("waiver", id) },
);

/** In which language the letter is; the forum's own until somebody says another. */
export const letterLanguage: Asked<(typeof forumLanguages)[number]> = {
  ...choice({ label: "ask.letterLanguage", ids: forumLanguages, called: "language" }),
  starts: ({ name }) => ({ [name]: "fr" }),
};

/** The word that two people went beyond the person's choice by, for the forum that was chosen; `none` where nobody has to. */
const beyondAsked = known(
  ({ view, written }) => {
    const found = view.referrals?.overrides.find((one) => one.forum === textIn(written, "forum") && one.isConfirmed);
    const said = view.referrals?.said[textIn(written, "forum")] ?? view.consent === "court";
    const isAllowed = said && !view.withdrawalAsked;
    return laterWords.beyond.find((id) => !isAllowed && id === found?.beyond) ?? ("none" as const);
  },
  { label: "ask.beyondWhy", called: (id) => wordFor("beyond", id) },
);

/** The same, shown only where two people went beyond it. */
export const beyond: typeof beyondAsked = {
  ...beyondAsked,
  show: (at) => (beyondAsked.read(at) === "none" ? null : beyondAsked.show(at)),
};

/** A digest that preparing the dossier left in the draft; none where none was prepared. */
export const preparedDigest = (label?: PlainWord): Asked<readonly Digest[]> => ({
  ...known(
    ({ written, name }): readonly Digest[] =>
      listIn(written, name).flatMap((one) => {
        const digest = parseDigest(one);
        return digest.ok ? [digest.value] : [];
      }),
    label && { label, called: ([digest]) => digest ?? words().noDossier },
  ),
  starts: ({ name }) => ({ [name]: [] }),
});
