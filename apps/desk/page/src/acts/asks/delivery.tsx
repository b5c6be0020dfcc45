import { composeSections } from "@temwen/casework";
import { LongField } from "@temwen/ui";
import type { Digest } from "@temwen/vocabulary";
import { bearerName } from "../../panel/bearer-name.ts";
import { nameReason } from "../../panel/decision.ts";
import { wordFor, words } from "../../say.ts";
import { type Asked, type Asking, placeOf, textIn } from "../asked.ts";
import { choice } from "./choose.tsx";

const measureChoice = choice({
  label: "deliveryMeasure",
  ids: ({ panel }) => (panel?.measures ?? []).map(({ number }) => String(number)),
  called: (id, { panel }) => {
    const found = panel?.measures.find(({ number }) => String(number) === id);
    return found ? `${id}. ${wordFor("form", found.form)}, ${bearerName(found.bearer)}` : id;
  },
});

/** One of the measures that were ruled. */
export const measureNumber: Asked<number> = {
  ...measureChoice,
  read: (at) => {
    const id = measureChoice.read(at);
    return id === undefined ? undefined : Number(id);
  },
};

/** The digest of a reason that is published, where somebody wrote one. */
export const publishedReason: Asked<readonly Digest[]> = {
  starts: () => ({}),
  show: () => null,
  tell: () => undefined,
  read: ({ written }) => {
    const reason = textIn(written, "words.published");
    return reason.trim() === "" ? [] : [nameReason(reason)];
  },
};

/** What others refuse, or do in part, has a reason. */
const needsReason = ({ written }: Pick<Asking, "written">): boolean =>
  ["refused", "partly"].includes(textIn(written, "delivered"));

/** What shows that it was delivered, or that it was not; and the reason that is published, where there is one. */
export const wordsOfDelivery: Asked<string> = {
  starts: () => ({}),
  tell: () => undefined,
  read: ({ written, name }) => {
    const shown = textIn(written, `${name}.shown`).trim();
    const reason = textIn(written, `${name}.published`);
    if (shown === "" || (needsReason({ written }) && reason.trim() === "")) return undefined;
    return reason.trim() === "" ? shown : `${shown}\n\n${composeSections([{ name: "published", text: reason }])}`;
  },
  show: (at) => {
    const w = words();
    const shown = textIn(at.written, `${at.name}.shown`);
    const published = textIn(at.written, `${at.name}.published`);
    const isWhole = textIn(at.written, "delivered") === "delivered";
    return (
      <>
        <LongField
          id={placeOf(`${at.name}.shown`)}
          rows={4}
          label={w.shownBy}
          hint={w.deliveryHint}
          dir="auto"
          error={at.isTried && shown.trim() === "" && w.wordsMissing}
          value={shown}
          onInput={(event) => at.write({ [`${at.name}.shown`]: event.currentTarget.value })}
        />
        {!isWhole && (
          <LongField
            id={placeOf(`${at.name}.published`)}
            rows={3}
            label={w.published}
            hint={w.deliveryPublishedHint}
            dir="auto"
            error={at.isTried && needsReason(at) && published.trim() === "" && w.deliveryReasonMissing}
            value={published}
            onInput={(event) => at.write({ [`${at.name}.published`]: event.currentTarget.value })}
          />
        )}
      </>
    );
  },
};
