import type { CallRefusal, DeskCourier } from "@temwen/courier/desk";
import { digestOf, openExplanation, openMessage, openReply } from "@temwen/sealing/open";
import { granted, type PressureAnswer, type Result } from "@temwen/vocabulary";
import type { Alarm } from "../views.ts";
import { type CaseRoom, namedDigests } from "./case-room.ts";
import { wordsKeysOf } from "./words-keys.ts";

/** What a reader's keys opened of a case's words. */
export type OpenedTexts = {
  readonly opened: ReadonlyMap<string, string>;
  /** What the person said of being pressed, by part name. */
  readonly pressed: ReadonlyMap<string, PressureAnswer>;
  readonly alarms: readonly Alarm[];
};

/** Opens the messages and explanations this person has the key to, all of them or those of some names, by part name. */
export async function openTexts(
  room: CaseRoom,
  courier: DeskCourier,
  wanted?: ReadonlySet<string>,
): Promise<Result<OpenedTexts, CallRefusal>> {
  const texts = new Map<string, string>();
  const pressed = new Map<string, PressureAnswer>();
  const alarms: Alarm[] = [];
  const digests = namedDigests(room.stream);
  const sealedTo = wordsKeysOf(room.stream, /^(message-in|message-copy|explanation)-/);
  const names = [...sealedTo]
    .filter(([name, keys]) => (wanted?.has(name) ?? true) && keys.some((key) => room.keys[key]))
    .map(([name]) => name);
  for (let i = 0; i < names.length; i += 50) {
    const fetched = await courier.readParts(room.caseId, names.slice(i, i + 50));
    if (!fetched.ok) return fetched;
    for (const name of names.slice(i, i + 50)) {
      const sealed = fetched.value[name];
      const keys = sealedTo.get(name) ?? [];
      const isNamed = sealed && digestOf(sealed) === digests.get(name);
      const opened = sealed && isNamed ? await openText(name, keys, sealed, room) : undefined;
      if (opened?.pressed) pressed.set(name, opened.pressed);
      if (opened) texts.set(name, opened.text);
      // Who lacks one of the keys may lack the right one, and that is ordinary.
      else if (!isNamed || keys.every((key) => room.keys[key])) alarms.push({ code: "part-differs", part: name });
      if (opened && opened.key !== keys[0] && name.startsWith("message-in-")) {
        alarms.push({ code: "message-to-old-key", number: Number(name.slice("message-in-".length)) });
      }
    }
  }
  return granted({ opened: texts, pressed, alarms });
}

async function openText(
  name: string,
  keys: readonly string[],
  sealed: Uint8Array,
  room: CaseRoom,
): Promise<{ readonly text: string; readonly key: string; readonly pressed?: PressureAnswer } | undefined> {
  for (const key of keys) {
    const held = room.keys[key];
    const content = held ? await openerOf(name)(held, sealed, room.caseId) : undefined;
    if (!content?.ok) continue;
    const { value } = content;
    return { text: value.text, key, ...("pressed" in value && { pressed: value.pressed }) };
  }
  return undefined;
}

function openerOf(name: string): typeof openMessage | typeof openExplanation | typeof openReply {
  if (name.startsWith("message-in-")) return openMessage;
  return name.startsWith("explanation-") ? openExplanation : openReply;
}
