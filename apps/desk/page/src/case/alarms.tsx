import { Notice } from "@temwen/ui";
import type { Alarm } from "../../../keeper/src/views.ts";
import { staffName, wordFor, words } from "../say.ts";

/** What does not fit together, before anything else and in words. */
export function Alarms({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const w = words();
  const grave = alarms.filter(({ code }) => !passingCodes.includes(code));
  const passing = alarms.filter(({ code }) => passingCodes.includes(code));
  return (
    <>
      {grave.length > 0 && (
        <Notice kind="alarm">
          <h2>{w.alarmsHead}</h2>
          <ul>
            {grave.map((alarm, at) => (
              <li key={at}>{tellAlarm(alarm)}</li>
            ))}
          </ul>
          <p>{w.alarmsDo}</p>
        </Notice>
      )}
      {passing.map((alarm, at) => (
        <Notice key={at}>
          <p>{tellAlarm(alarm)}</p>
        </Notice>
      ))}
    </>
  );
}

/** What happens in an honest office: told with what to do about it, without stopping the work on the case. */
const passingCodes: readonly Alarm["code"][] = [
  "sealed-with-old-directory",
  "message-to-old-key",
  "reader-left",
  "holder-left",
  "holder-tied",
  "escrow-spent",
];

function tellAlarm(alarm: Alarm): string {
  const w = words();
  switch (alarm.code) {
    case "manifest-differs-from-story":
      return w["alarm.manifest-differs-from-story"];
    case "event-not-vouched-for":
      return w["alarm.event-not-vouched-for"]({ n: String(alarm.index + 1) });
    case "chain-broken":
      return w["alarm.chain-broken"]({ n: String(alarm.index + 1) });
    case "unlawful-step":
      return w["alarm.unlawful-step"]({ n: String(alarm.index + 1), why: wordFor("broken", alarm.broken) });
    case "part-differs":
      return w["alarm.part-differs"]({ part: alarm.part });
    case "sealed-with-old-directory":
      return w["alarm.sealed-with-old-directory"]({ epoch: String(alarm.epoch) });
    case "message-to-old-key":
      return w["alarm.message-to-old-key"]({ n: String(alarm.number) });
    case "reader-left":
      return w["alarm.reader-left"]({ who: staffName(alarm.staff) });
    case "holder-left":
      return w["alarm.holder-left"]({ who: staffName(alarm.staff) });
    case "holder-tied":
      return w["alarm.holder-tied"]({ who: staffName(alarm.staff) });
    case "escrow-spent":
      return w["alarm.escrow-spent"];
    default:
      // A keeper newer than this page: an alarm that nobody can name is still an alarm.
      return (alarm as Alarm).code;
  }
}
