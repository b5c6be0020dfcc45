import { useSignal } from "@preact/signals";
import { Button, Doing, Field, Notice, Select } from "@temwen/ui";
import type { Refusal } from "../desk-line.ts";
import { type ListedPerson, listedPeople, signIn, signInNote } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { forceName, nameWithRole, tellRefusal, words } from "../say.ts";

/** Key file and passphrase, nothing else. In a demonstration the people are listed and their key files lie ready. */
export function SignIn() {
  const w = words();
  const listed = listedPeople.value;
  const chosen = useSignal(listed.length > 0 ? "" : "file");
  const file = useSignal<File | undefined>(undefined);
  const passphrase = useSignal("");
  const isWorking = useSignal(false);
  const wrong = useSignal<Refusal | undefined>(undefined);

  const enter = async (event: Event) => {
    event.preventDefault();
    wrong.value = missing(chosen.value, file.value, passphrase.value);
    if (wrong.value) return;
    isWorking.value = true;
    const who = chosen.value === "file" ? { key: await readBase64(file.value) } : { person: chosen.value };
    const answer = await signIn({ ...who, passphrase: passphrase.value });
    isWorking.value = false;
    if (!answer.ok) wrong.value = answer.refusal;
  };
  const errorFor = (...codes: readonly string[]) =>
    wrong.value && codes.includes(wrong.value.code) ? tellRefusal(wrong.value) : undefined;
  const elsewhere = wrong.value && !fieldCodes.includes(wrong.value.code) ? wrong.value : signInNote.value;

  return (
    <form class="sign-in" onSubmit={enter} noValidate>
      <Heading>{w.signIn}</Heading>
      <p class="hint">{w.signInHint}</p>
      {elsewhere && (
        <Notice kind={elsewhere.code === "signed-out" ? "plain" : "alarm"} role="alert">
          <p>{tellRefusal(elsewhere)}</p>
        </Notice>
      )}
      {listed.length > 0 && (
        <PeoplePicker
          listed={listed}
          chosen={chosen.value}
          error={errorFor("nobody-chosen")}
          onChoose={(who) => (chosen.value = who)}
        />
      )}
      {chosen.value === "file" && (
        <Field
          id="key"
          type="file"
          label={w.signInKey}
          hint={w.signInKeyHint}
          error={errorFor("no-key-file", "malformed-key-file", "not-in-directory")}
          onChange={(event) => (file.value = event.currentTarget.files?.[0])}
        />
      )}
      <Field
        id="passphrase"
        type="password"
        label={w.signInPassphrase}
        error={errorFor("no-passphrase", "wrong-passphrase")}
        value={passphrase.value}
        onInput={(event) => (passphrase.value = event.currentTarget.value)}
      />
      {isWorking.value ? (
        <Doing stages={[{ state: "now", text: w.signInWorking }]} />
      ) : (
        <div class="row">
          <Button look="primary" icon="key" type="submit">
            {w.signIn}
          </Button>
        </div>
      )}
    </form>
  );
}

type PickerProps = {
  readonly listed: readonly ListedPerson[];
  readonly chosen: string;
  readonly error: string | undefined;
  readonly onChoose: (who: string) => void;
};

function PeoplePicker({ listed, chosen, error, onChoose }: PickerProps) {
  const w = words();
  const nameOf = (one: ListedPerson): string => {
    const tied = one.ties.length === 0 ? "" : `, ${w.ties({ ties: one.ties.map(forceName).join(", ") })}`;
    return nameWithRole(one) + tied;
  };
  return (
    <>
      <Notice icon="people">
        <p>{w.signInDemo}</p>
      </Notice>
      <Select
        id="who"
        label={w.signInWho}
        options={[
          { value: "", text: w.signInChoose },
          ...listed.map((one) => ({ value: one.id as string, text: nameOf(one) })),
          { value: "file", text: w.signInOther },
        ]}
        value={chosen}
        error={error}
        onChoose={onChoose}
      />
    </>
  );
}

const fieldCodes = [
  "nobody-chosen",
  "no-key-file",
  "malformed-key-file",
  "not-in-directory",
  "no-passphrase",
  "wrong-passphrase",
];

function missing(chosen: string, file: File | undefined, passphrase: string): Refusal | undefined {
  if (chosen === "") return { code: "nobody-chosen" };
  if (chosen === "file" && !file) return { code: "no-key-file" };
  return passphrase === "" ? { code: "no-passphrase" } : undefined;
}

/** A key file as base64; undefined in, nothing out. */
async function readBase64(file: File | undefined): Promise<string> {
  const bytes = new Uint8Array(file ? await file.arrayBuffer() : new ArrayBuffer(0));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
