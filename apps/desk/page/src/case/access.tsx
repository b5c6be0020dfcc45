import type { CaseView } from "../../../keeper/src/views.ts";
import { day, staffName, wordFor, words } from "../say.ts";

/** Who can open what, and why. The first readers are drawn by lot and hidden from everybody. */
export function Access({ view }: { readonly view: CaseView }) {
  const w = words();
  const { firstReaders, named, escrow } = view.access;
  return (
    <section aria-labelledby="access">
      <h2 id="access">{w.accessHead}</h2>
      <ul class="access">
        <li>
          <p>
            {view.opened
              ? w.openedFirst({ readers: String(firstReaders.readers) })
              : w.accessFirst({ readers: String(firstReaders.readers), slots: String(firstReaders.slots) })}
          </p>
          <p class="hint">{firstReaders.mine ? w.accessMine : w.accessNotMine}</p>
        </li>
        {named.map((grant, at) => (
          <li key={at}>
            <p>
              <strong>{staffName(grant.to)}</strong>: {wordFor("access", grant.reason)}
            </p>
            <p class="hint">
              {w.by({ who: staffName(grant.by) })}, {day(grant.at)} · {grant.keys.map(keyName).join(", ")}
            </p>
          </li>
        ))}
        <li>{view.opened && escrow.dealtBy === "page" ? <p>{w.openedEscrow}</p> : <Escrow escrow={escrow} />}</li>
      </ul>
    </section>
  );
}

/** `words-2` as the second later key. */
function keyName(key: string): string {
  const n = /^words-(\d+)$/.exec(key)?.[1];
  return n === undefined ? wordFor("key", key) : words().laterKey({ n });
}

function Escrow({ escrow: { dealtBy, holders } }: { readonly escrow: CaseView["access"]["escrow"] }) {
  const w = words();
  if (dealtBy === "page") return <p>{w.escrowByPage}</p>;
  return (
    <>
      <p>{w.accessEscrow({ holders: String(holders.length) })}</p>
      <p class="hint">
        {w.escrowByOfficer({ who: staffName(dealtBy) })} {holders.map(staffName).join("; ")}
      </p>
    </>
  );
}
