import type { RecordedEvent, TheRecord } from "@temwen/record";

const atOnce = 1000;

/** Every event of the record, oldest first. */
export async function* readAllEvents(record: Pick<TheRecord, "readAfter">): AsyncIterable<RecordedEvent> {
  for (let position = 0; ; ) {
    const events = await record.readAfter(position, atOnce);
    for (const event of events) {
      yield event;
      position = event.position;
    }
    if (events.length < atOnce) return;
  }
}
