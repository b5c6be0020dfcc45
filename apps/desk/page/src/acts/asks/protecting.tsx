import { type Protection, protectionAnswers, protections } from "@temwen/casework";
import { Choices, Select } from "@temwen/ui";
import { wordFor, words } from "../../say.ts";
import { type Asked, type Asking, placeOf, textIn } from "../asked.ts";

/** What protects, each with what was answered; what nobody asked for is left out. */
export const protecting: Asked<readonly Protection[]> = {
  // Writing down how to reach somebody safely gives that much protection by itself.
  starts: ({ name }) => ({ [`${name}.safe-contact`]: "given" }),
  read: protectionsIn,
  tell: (at) => ({
    key: at.name,
    name: words()["ask.protecting"],
    value: protectionsIn(at)
      .map(({ kind, answer }) => `${wordFor("protection", kind)}: ${wordFor("protected", answer)}`)
      .join("; "),
  }),
  show: (at) => (
    <Choices id={placeOf(at.name)} legend={words()["ask.protecting"]}>
      {protections.map((kind) => (
        <Select
          key={kind}
          id={placeOf(`${at.name}.${kind}`)}
          label={wordFor("protection", kind)}
          options={[
            { value: "", text: words()["protected.not-asked"] },
            ...protectionAnswers.map((answer) => ({ value: answer, text: wordFor("protected", answer) })),
          ]}
          value={textIn(at.written, `${at.name}.${kind}`)}
          onChoose={(answer) => at.write({ [`${at.name}.${kind}`]: answer })}
        />
      ))}
    </Choices>
  ),
};

function protectionsIn({ written, name }: Asking): readonly Protection[] {
  return protections.flatMap((kind) => {
    const answer = protectionAnswers.find((one) => one === textIn(written, `${name}.${kind}`));
    return answer === undefined ? [] : [{ kind, answer }];
  });
}
