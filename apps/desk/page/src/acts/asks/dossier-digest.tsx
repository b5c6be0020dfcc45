import { useSignal } from "@preact/signals";
import { Field } from "@temwen/ui";
import { type Digest, parseDigest } from "@temwen/vocabulary";
import { inFours } from "../../case/transfer.tsx";
import { words } from "../../say.ts";
import { type Asked, type Asking, placeOf, type Shown, textIn } from "../asked.ts";

/** What somebody typed as a digest, with or without the spaces that make it readable. */
export function readDigest(typed: string): Digest | undefined {
  const digest = parseDigest(typed.replace(/\s/g, "").toLowerCase());
  return digest.ok ? digest.value : undefined;
}

const tagLine = /^[0-9a-f]{64} {2}\S/;

/**
 * The digest of a dossier from one of its files: of `tagmanifest-sha256.txt` it is the SHA-256 (docs/specs/dossier.md), and of a
 * text with nothing but a digest, that. Undefined for every other file: the sealed dossier itself has another digest.
 */
export async function digestFromFile(bytes: Uint8Array<ArrayBuffer>): Promise<Digest | undefined> {
  if (bytes.length > mostBytes) return undefined;
  const text = new TextDecoder().decode(bytes);
  const lines = text.split("\n").filter((line) => line !== "");
  const isTagManifest = lines.every((line) => tagLine.test(line)) && / {2}manifest-sha256\.txt$/m.test(text);
  if (!isTagManifest) return readDigest(text);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return readDigest([...hash].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
}

/** It has a line for each of a bag's tag files, and they are few. */
const mostBytes = 64_000;

const read = ({ written, name }: Asking): Digest | undefined => readDigest(textIn(written, name));

/** The digest of the dossier that was handed over: left here by making it at the desk, typed, or read from a file of it. */
export const dossierDigest: Asked<Digest> = {
  starts: ({ name }) => ({ [name]: "" }),
  read,
  tell: (at) => ({ key: at.name, name: words()["ask.transferDossier"], value: read(at) ?? "" }),
  show: (at) => <DigestField {...at} />,
};

function DigestField(at: Shown) {
  const w = words();
  const isOther = useSignal(false);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const found = await digestFromFile(new Uint8Array(await file.arrayBuffer()));
    isOther.value = found === undefined;
    if (found) at.write({ [at.name]: found });
  };
  const place = placeOf(at.name);
  const whole = read(at);
  return (
    <>
      <Field
        id={place}
        label={w["ask.transferDossier"]}
        // A narrow field cuts it.
        hint={whole ? inFours(whole) : w["ask.transferDossierHint"]}
        error={at.isTried && read(at) === undefined && w.transferDigestWrong}
        autocomplete="off"
        spellcheck={false}
        value={textIn(at.written, at.name)}
        onInput={(event) => at.write({ [at.name]: event.currentTarget.value })}
      />
      <Field
        id={`${place}-file`}
        type="file"
        label={w.transferFile}
        hint={w.transferFileHint}
        error={isOther.value && w.transferFileWrong}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
    </>
  );
}
