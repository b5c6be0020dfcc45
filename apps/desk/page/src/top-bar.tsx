import { useSignal } from "@preact/signals";
import { Button, Icon } from "@temwen/ui";
import { languageFacts, languages } from "@temwen/words";
import { goTo, language, lateForMe, person, seated, signOut, speak } from "./desk-state.ts";
import { hasDrafts } from "./drafts.ts";
import { keptDays } from "./kept-drafts.ts";
import { nameWithRole, words, zonePlace } from "./say.ts";

/** Who is here, in which language, by which hours, and the way out. */
export function TopBar() {
  const me = person.value?.me;
  const staff = seated.value;
  const asking = useSignal(false);
  const days = keptDays.value;
  const w = words();
  const zone = zonePlace();
  const leave = () => {
    if (staff && hasDrafts(staff)) asking.value = true;
    else void signOut("erase");
  };
  return (
    <header class="top">
      <div class="top-line">
        <strong class="mark">{w.title}</strong>
        {me && (
          <span class="who" title={me.id}>
            {w.signedInAs({ who: nameWithRole(me) })}
          </span>
        )}
        <nav class="languages" aria-label={w.language}>
          {languages.map((code) => (
            <button
              key={code}
              type="button"
              class="tab"
              lang={code}
              aria-pressed={language.value === code}
              onClick={() => speak(code)}
            >
              {languageFacts[code].name}
            </button>
          ))}
        </nav>
        {staff && (
          <Button look="plain" icon="leave" onClick={leave}>
            {w.signOut}
          </Button>
        )}
        {staff && lateForMe.value > 0 && (
          <button type="button" class="late-for-me" onClick={() => goTo({ at: "queue" })}>
            <Icon name="alarm" />
            {w.lateForYou({ n: lateForMe.value })}
          </button>
        )}
        {me && zone && <p class="zone">{w.hoursOf({ place: zone })}</p>}
      </div>
      {staff && asking.value && (
        <fieldset class="confirm">
          <legend>{w.signOutAsk}</legend>
          <p>{days === undefined ? w.signOutLose : w.signOutKeptSays({ n: days })}</p>
          <div class="row">
            <Button onClick={() => (asking.value = false)}>{w.cancel}</Button>
            {days !== undefined && (
              <Button
                onClick={() => {
                  asking.value = false;
                  void signOut("keep");
                }}
              >
                {w.signOutKeep}
              </Button>
            )}
            <Button
              look="alarm"
              onClick={() => {
                asking.value = false;
                void signOut("erase");
              }}
            >
              {w.signOutYes}
            </Button>
          </div>
        </fieldset>
      )}
    </header>
  );
}
