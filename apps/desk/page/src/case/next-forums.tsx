import { nextForum } from "@temwen/casework";
import { Button, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import type { Act } from "../acts/act-names.ts";
import { isLawful } from "../acts/act-names.ts";
import { prefill } from "../acts/prefill.ts";
import { findForum, forumName } from "../referrals/forums.ts";
import { dayName, words } from "../say.ts";
import { hasWords } from "./has-words.ts";

type Listed = NonNullable<CaseView["referrals"]>["referrals"][number];

/** The referrals that are silent and for whose silence another forum was named, to which the case did not go yet. */
export const silentWithNext = ({
  referrals,
}: Pick<CaseView, "referrals">): readonly { readonly one: Listed; readonly next: string }[] => {
  const all = referrals?.referrals ?? [];
  return all.flatMap((one) => {
    const next = nextForum(one, all);
    return next === undefined ? [] : [{ one, next }];
  });
};

type Props = { readonly view: CaseView; readonly onOpen: (act: Act) => void };

/** Where a forum stayed silent: who was named for that, and the referral to them with what is known filled in. Nothing happens by itself. */
export function NextForums({ view, onOpen }: Props) {
  const w = words();
  const canRefer = hasWords(view) && isLawful(view, "refer-case");
  const refer = ({ asks }: Listed, forum: string) => {
    prefill("refer-case", view, { forum, asks, language: findForum(forum)?.language ?? "fr" });
    onOpen("refer-case");
  };
  return (
    <>
      {silentWithNext(view).map(({ one, next }) => (
        <Notice key={one.number}>
          <p>
            {forumName(one.forum)}: {w.silentNext({ due: dayName(one.due), forum: forumName(next) })}
          </p>
          {canRefer && (
            <div class="row">
              <Button icon="next" onClick={() => refer(one, next)}>
                {w.referNext({ forum: forumName(next) })}
              </Button>
            </div>
          )}
        </Notice>
      ))}
    </>
  );
}
