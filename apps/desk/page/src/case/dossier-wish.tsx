import { referralAsks } from "@temwen/casework";
import { Choice, Choices, Field, LongField, Select } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { Known } from "../acts/asks/which-forum.tsx";
import { findForum, forumName, forums } from "../referrals/forums.ts";
import { wordFor, words } from "../say.ts";
import { silentWithNext } from "./next-forums.tsx";

/** What somebody wants of a dossier, as far as they have said it. */
export type DossierWish = {
  readonly forum: string;
  readonly asks: readonly string[];
  readonly parts: readonly string[];
  readonly to: (typeof receivers)[number];
  /** The passphrase, or recipients. Never part of a draft. */
  readonly key: string;
};
const receivers = ["passphrase", "recipients"] as const;

/** Where a forum stayed silent, the one that was named for that, asked for the same. */
export function firstWish(view: CaseView): DossierWish {
  const [silent] = silentWithNext(view);
  return {
    forum: silent?.next ?? "",
    asks: silent?.one.asks ?? ["investigate", "answer"],
    parts: arrivedIn(view).map(({ part }) => part),
    to: "passphrase",
    key: "",
  };
}

/** Whether enough is said to make one. */
export const isWhole = ({ forum, asks, key }: DossierWish): boolean =>
  findForum(forum) !== undefined && asks.length > 0 && key.trim() !== "";

/** What the desk's own process is asked for. */
export function wishToAsk({ forum, asks, parts, to, key }: DossierWish, view: CaseView) {
  const override = view.referrals?.overrides.find((one) => one.forum === forum && one.isConfirmed);
  return {
    ...{ forum, asks, language: findForum(forum)?.language ?? "fr" },
    leaveOut: view.evidence.map(({ part }) => part).filter((part) => !parts.includes(part)),
    ...(override && { beyond: override.beyond }),
    to: to === "passphrase" ? { passphrase: key } : { recipients: key },
  };
}

const arrivedIn = ({ evidence }: CaseView) => evidence.filter(({ arrived }) => arrived);

type Fields = {
  readonly wish: DossierWish;
  readonly change: (part: Partial<DossierWish>) => void;
  readonly isTried: boolean;
};

/** To whom, what is asked, and which evidence goes along. */
export function WishFields({ wish, change, isTried, view }: Fields & { readonly view: CaseView }) {
  const w = words();
  const arrived = arrivedIn(view);
  const staysBehind = view.referrals?.along[wish.forum]?.includes("evidence") === false;
  const toggle = (list: readonly string[], id: string, isOn: boolean): readonly string[] =>
    isOn ? [...list, id] : list.filter((other) => other !== id);
  return (
    <>
      <Select
        id="dossier-forum"
        label={w["ask.forum"]}
        hint={<Known id={wish.forum} />}
        error={isTried && !findForum(wish.forum) && w.chooseOne}
        options={[
          { value: "", text: w.chooseForum },
          ...forums().map(({ id }) => ({ value: id, text: forumName(id) })),
        ]}
        value={wish.forum}
        onChoose={(forum) => change({ forum })}
      />
      <Choices id="dossier-asks" legend={w["ask.asks"]} error={isTried && wish.asks.length === 0 && w.chooseOne}>
        {referralAsks.map((ask) => (
          <Choice
            key={ask}
            several
            name="dossier-ask"
            value={ask}
            label={wordFor("asks", ask)}
            checked={wish.asks.includes(ask)}
            onChange={(event) => change({ asks: toggle(wish.asks, ask, event.currentTarget.checked) })}
          />
        ))}
      </Choices>
      {arrived.length > 0 && staysBehind && <p class="hint">{w.dossierNoEvidence}</p>}
      {arrived.length > 0 && !staysBehind && (
        <Choices id="dossier-parts" legend={w.dossierWith}>
          {arrived.map(({ part, name }) => (
            <Choice
              key={part}
              several
              name="dossier-part"
              value={part}
              label={name}
              checked={wish.parts.includes(part)}
              onChange={(event) => change({ parts: toggle(wish.parts, part, event.currentTarget.checked) })}
            />
          ))}
        </Choices>
      )}
    </>
  );
}

/** Who can open it: whoever knows a passphrase, or holds a key. */
export function ReceiverFields({ wish, change, isTried }: Fields) {
  const w = words();
  const label = wish.to === "passphrase" ? w.dossierPassphrase : w.dossierRecipient;
  const error = isTried && wish.key.trim() === "" && label;
  return (
    <>
      <Choices id="dossier-to" legend={w.dossierTo}>
        {receivers.map((one) => (
          <Choice
            key={one}
            name="dossier-to"
            value={one}
            label={wordFor("dossierTo", one)}
            checked={wish.to === one}
            onChange={() => change({ to: one, key: "" })}
          />
        ))}
      </Choices>
      {wish.to === "passphrase" ? (
        <Field
          id="dossier-key"
          type="password"
          label={label}
          hint={w.dossierPassphraseHint}
          error={error}
          value={wish.key}
          onInput={(event) => change({ key: event.currentTarget.value })}
        />
      ) : (
        <LongField
          id="dossier-key"
          rows={3}
          label={label}
          error={error}
          value={wish.key}
          onInput={(event) => change({ key: event.currentTarget.value })}
        />
      )}
    </>
  );
}
