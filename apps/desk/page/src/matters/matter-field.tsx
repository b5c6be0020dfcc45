import { matterWords as lists, type MatterOrder, reasonsOf } from "@temwen/casework/matters";
import { privateCompany } from "@temwen/office";
import { Choice, Choices, LongField, Select } from "@temwen/ui";
import type { Json } from "@temwen/vocabulary";
import { languageFacts, languages } from "@temwen/words";
import { DayLists } from "../acts/day-lists.tsx";
import { mission } from "../desk-state.ts";
import { departmentName, forceName } from "../say.ts";
import { addresseeName, matterWord, matterWords } from "./say-matter.ts";

type FieldProps = {
  readonly order: MatterOrder["type"];
  readonly name: string;
  readonly value: Json | undefined;
  readonly isWrong: boolean;
  readonly onWrite: (value: Json) => void;
};

/** One field of an act's form, by what the rules call it. */
export function MatterField(props: FieldProps) {
  const { order, name } = props;
  const w = matterWords();
  if (isDayField(name) || name === "majority" || name === "month") return <WhenField {...props} />;
  if (name === "number") return <NumberField {...props} />;
  if (name === "forces") return <Forces {...props} />;
  if (name === "text") return <PublicWords {...props} />;
  if (name === "declares") return <Declares {...props} />;
  if (name === "department") {
    const departments = [...(mission.value?.departments ?? []).map(({ id }) => id), "unknown"];
    return <OneOfMany {...props} words={departments} say={departmentName} />;
  }
  if (name === "to") return <OneOfMany {...props} words={addressees()} say={addresseeName} />;
  const listed: readonly string[] =
    name === "reason" ? reasonsOf[order as keyof typeof reasonsOf] : lists[name as keyof typeof lists];
  if (listed.length > 6) return <OneOfMany {...props} words={listed} say={(word) => matterWord(name, word)} />;
  return (
    <Choices id={`matter-${name}`} legend={matterWord("field", name)} error={props.isWrong && w.needed}>
      {listed.map((word) => (
        <Choice
          key={word}
          name={`matter-${name}`}
          value={word}
          label={matterWord(name, word)}
          checked={props.value === word}
          onChange={() => props.onWrite(word)}
        />
      ))}
    </Choices>
  );
}

/** Whether a field is a day of the calendar, and must be one that there is. */
export const isDayField = (name: string): boolean => name === "answerDue" || name === "day";

/** A day, or a month; a child's coming of age may be many years ahead, and a payment was due a while ago. */
function WhenField({ name, value, isWrong, onWrite }: FieldProps) {
  const w = matterWords();
  const lastYear = new Date().getFullYear() - 1;
  return (
    <DayLists
      id={`matter-${name}`}
      label={matterWord("field", name)}
      value={typeof value === "string" ? value : ""}
      isMonth={!isDayField(name)}
      startsEmpty
      years={{ from: lastYear, count: isDayField(name) ? 4 : 21 }}
      error={isWrong && w.needed}
      onWrite={onWrite}
    />
  );
}

const addressees = (): readonly string[] => [
  ...["mission", "host-state", "office", "united-nations"],
  ...(mission.value?.forces ?? []).map(({ id }) => `contributing-state:${id}`),
];

type ManyProps = FieldProps & { readonly words: readonly string[]; readonly say: (word: string) => string };

function OneOfMany({ name, value, isWrong, onWrite, words, say }: ManyProps) {
  const w = matterWords();
  return (
    <Select
      id={`matter-${name}`}
      label={matterWord("field", name)}
      error={isWrong && w.needed}
      options={[{ value: "", text: w.choose }, ...words.map((word) => ({ value: word, text: say(word) }))]}
      value={typeof value === "string" ? value : ""}
      onChoose={onWrite}
    />
  );
}

/** Several may be chosen; that nobody knows stands alone. */
function Forces({ value, isWrong, onWrite }: FieldProps) {
  const w = matterWords();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const toggle = (id: string) => {
    const without = chosen.filter((one) => one !== id && (one === "unknown") === (id === "unknown"));
    onWrite(chosen.includes(id) ? without : [...without, id]);
  };
  return (
    <Choices id="matter-forces" legend={w["field.forces"]} hint={w["field.forcesHint"]} error={isWrong && w.needed}>
      {[...(mission.value?.forces ?? []).map(({ id }) => id), privateCompany, "unknown"].map((id) => (
        <Choice
          key={id}
          several
          name="matter-forces"
          value={id}
          label={forceName(id)}
          checked={chosen.includes(id)}
          onChange={() => toggle(id)}
        />
      ))}
    </Choices>
  );
}

/** Words for everybody, a field for each language; Creole is the one that may not be missing. */
function PublicWords({ value, isWrong, onWrite }: FieldProps) {
  const w = matterWords();
  const said = (value ?? {}) as { readonly [language: string]: string | undefined };
  const write = (code: string, text: string) => {
    const others = Object.entries(said).filter(([one, words]) => one !== code && words !== undefined);
    onWrite(Object.fromEntries(text.trim() === "" ? others : [...others, [code, text]]) as Json);
  };
  return (
    <>
      {languages.map((code) => (
        <LongField
          key={code}
          id={`matter-public-${code}`}
          lang={code}
          rows={3}
          label={w.publicWords.replace("{language}", languageFacts[code].name)}
          hint={code === "ht" ? w.publicHint : undefined}
          error={code === "ht" && isWrong && w.needed}
          value={said[code] ?? ""}
          onInput={(event) => write(code, event.currentTarget.value)}
        />
      ))}
    </>
  );
}

/** A sample's number, from 1. */
function NumberField({ name, value, isWrong, onWrite }: FieldProps) {
  const w = matterWords();
  const numbers = Array.from({ length: 20 }, (_, n) => ({ value: String(n + 1), text: String(n + 1) }));
  return (
    <Select
      id={`matter-${name}`}
      label={matterWord("field", name)}
      error={isWrong && w.needed}
      options={[{ value: "", text: w.choose }, ...numbers]}
      value={typeof value === "number" ? String(value) : ""}
      onChoose={(chosen) => onWrite(chosen === "" ? "" : Number(chosen))}
    />
  );
}

/** What is signed with an act, besides what it says, by the act. */
const declared: {
  readonly [order: string]: readonly [word: string, says: "declaresWanted" | "declaresPressure" | "declaresTold"];
} = {
  "make-claim": ["wanted", "declaresWanted"],
  "propose-claim-erasure": ["told", "declaresTold"],
  "record-claim-withdrawal": ["asked-about-pressure", "declaresPressure"],
};

function Declares({ order, value, isWrong, onWrite }: FieldProps) {
  const w = matterWords();
  const [word, says] = declared[order] ?? (["reveals-nobody", "declares"] as const);
  return (
    <Choices id="matter-declares" legend={w.sign} error={isWrong && w.needed}>
      <Choice
        several
        name="matter-declares"
        value={word}
        label={w[says]}
        checked={value === word}
        onChange={(event) => onWrite(event.currentTarget.checked ? word : "")}
      />
    </Choices>
  );
}
