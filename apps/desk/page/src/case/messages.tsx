import { Timeline } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { Masked } from "../masking/masked.tsx";
import { hour, staffName, words } from "../say.ts";

/** The conversation, oldest first. */
export function Messages({ view }: { readonly view: CaseView }) {
  const w = words();
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{w.messages}</h2>
      {view.messages.length === 0 && <p class="hint">{w.messagesEmpty}</p>}
      {view.messages.length > 0 && <Conversation view={view} />}
    </section>
  );
}

function Conversation({ view: { messages, story } }: { readonly view: CaseView }) {
  const w = words();
  return (
    <Timeline
      entries={messages.map((message) => ({
        key: `${message.direction} ${message.number}`,
        kind: message.direction === "from-person" ? "person" : "office",
        what: (
          <strong>
            {message.direction === "from-person" ? w.fromPerson : w.fromOffice}
            {message.pressed && `. ${w[`pressed.${message.pressed}`]}`}
            {message.by && `, ${staffName(message.by)}`}
          </strong>
        ),
        when: message.text === undefined ? `${hour(message.at)} · ${w.messageClosed}` : hour(message.at),
        ...(message.text && { said: <Masked text={message.text} place={story?.place} /> }),
      }))}
    />
  );
}
