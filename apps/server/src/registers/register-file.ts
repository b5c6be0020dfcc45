import type { RecordedEvent, TheRecord } from "@temwen/record";
import { type Register, type RegisterStatement, readRegister, registerStatementShape } from "@temwen/registers";
import { parseCanonical, type RegisterId } from "@temwen/vocabulary";

/** A register as the record tells it. */
export type RegisterFile = { readonly events: readonly RecordedEvent[]; readonly register: Register };

/** Reads a register's stream; one that is not there yet has no events. What cannot be read is a fault: it was read when it came. */
export async function readRegisterFile(record: Pick<TheRecord, "readStream">, id: RegisterId): Promise<RegisterFile> {
  const events = await record.readStream(id);
  return { events, register: readRegister(events.map(readStatement)) };
}

function readStatement({ body, stream, index }: RecordedEvent): RegisterStatement {
  const value = parseCanonical(body);
  const statement = value.ok ? registerStatementShape(value.value) : undefined;
  if (!statement) throw new Error(`event ${stream}/${index} is no statement of a register`);
  return statement;
}
