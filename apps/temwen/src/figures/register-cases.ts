import type { CountedCase, Declared, FieldKind } from "@temwen/disclosure";
import type { TheRecord } from "@temwen/record";
import {
  type Fields,
  importedCaseShape,
  namesOf,
  readRegister,
  registerIdOf,
  registerStatementShape,
  standingImports,
} from "@temwen/registers";
import { granted, type OfficeId, parseCanonical, type RegisterId, type Result, refused } from "@temwen/vocabulary";
import { sha256 } from "../registers/build-cases.ts";
import type { CountedSource } from "./counted-source.ts";

/** The cases of a register, as its finished imports left them. */
export async function openRegister(
  record: TheRecord,
  office: OfficeId,
  name: string,
): Promise<Result<CountedSource, { readonly code: "unknown-register" }>> {
  const id = registerIdOf(office, name, sha256);
  const statements = (await record.readStream(id)).map(({ body }) => {
    const value = parseCanonical(body);
    const statement = value.ok ? registerStatementShape(value.value) : undefined;
    if (!statement) throw new Error(`the stream of ${id} holds what is no statement of a register`);
    return statement;
  });
  const register = readRegister(statements);
  const last = register.imports.at(-1);
  if (!last) return refused({ code: "unknown-register" });
  const { mapping } = last.begun;
  const { cases, allegations } = namesOf(mapping);
  const { received } = mapping.case.fields;
  const firstDate = Object.entries(mapping.case.fields).find(([, { kind }]) => kind === "date")?.[0];
  return granted({
    about: { kind: "imported", register: name, title: mapping.title, importedAt: last.finished.at },
    declared: { cases: kindsOf(cases), allegations: kindsOf(allegations) } satisfies Declared,
    tables: [...(mapping.tables ?? []), { by: ["flag"] }],
    durations: mapping.durations ?? {},
    shares: mapping.shares ?? {},
    date: received?.kind === "date" ? "received" : firstDate,
    cases: () => readCases(record, id, standingImports(register)),
  });
}

const kindsOf = (fields: Fields): { readonly [name: string]: FieldKind } =>
  Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, toKind(kind)]));

function toKind(kind: Fields[string]["kind"]): FieldKind {
  if (kind === "date" || kind === "number" || kind === "pseudonym") return kind;
  return kind === "words" ? "number" : "text";
}

const pageSize = 2000;

async function* readCases(record: TheRecord, id: RegisterId, standing: readonly number[]): AsyncIterable<CountedCase> {
  let after = "";
  let page = record.registers.readCases(id, standing, after, pageSize);
  for (;;) {
    const cases = await page;
    after = cases.at(-1)?.caseId ?? "";
    const isLast = cases.length < pageSize;
    // The next page is on its way while this one is counted.
    if (!isLast) page = record.registers.readCases(id, standing, after, pageSize);
    for (const { body } of cases) {
      const theCase = importedCaseShape(
        JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString("utf8")),
      );
      if (!theCase) throw new Error(`a case of ${id} cannot be read`);
      yield theCase;
    }
    if (isLast) return;
  }
}
