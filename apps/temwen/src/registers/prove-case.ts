import { writeFile } from "node:fs/promises";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { formatHash, type Hash, makeInclusionProof, rootOfHashes } from "@temwen/public-log/tree";
import type { RegisterRows } from "@temwen/record";
import { openPostgresRecord } from "@temwen/record/postgres";
import {
  importedCaseIdOf,
  type Register,
  readRegister,
  registerIdOf,
  registerStatementShape,
  standingImports,
} from "@temwen/registers";
import { bytesToBase64, granted, parseCanonical, type RegisterId } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { NoDatabaseFault, reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { sha256 } from "./build-cases.ts";
import type { CaseProof } from "./check-case-proof.ts";

export type ProveOptions = {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly register: string;
  /** Of the case, as its file says it. */
  readonly key: string;
  readonly out: string;
};

const { hasher } = primitivesOnNode;

/** Writes what shows that a case of a register is what was imported: its bytes, the hashes beside its path, and the signed end of the import. */
export async function proveCase(options: ProveOptions, terminal: Terminal): Promise<Exit> {
  const folder = await findDataFolder(options.data);
  await refuseNoDatabase(folder, options.databaseUrl);
  const files = await readOfficeFiles(folder);
  if (!files) throw new NoDatabaseFault(`there is no office in ${folder.path}`);
  const database = await reachDatabase(folder, options.databaseUrl, terminal.progress);
  try {
    await using record = await openPostgresRecord(database.connection);
    const id = registerIdOf(files.trust.office, options.register, sha256);
    const events = await record.readStream(id);
    const register = readRegister(events.map(({ body }) => readStatement(body)));
    const versions = await record.registers.readVersions(id, importedCaseIdOf(id, options.key, sha256));
    const standing = versions.findLast(({ import: from }) => standingImports(register).includes(from));
    if (!standing) return sayRefusal(terminal, { code: "not-imported" });
    const finished = finishedOf(register, standing.import);
    const hashes = await readHashes(record.registers, id, standing.import);
    const proof: CaseProof = {
      type: "temwen.register-proof/1",
      case: bytesToBase64(standing.body),
      index: standing.place,
      hashes: (await proveIn(hashes, standing.place)).map(formatHash),
      finished: bytesToBase64(events[finished]?.body ?? new Uint8Array(0)),
      vouchings: events[finished]?.vouchings ?? [],
    };
    await writeFile(options.out, `${JSON.stringify(proof)}\n`);
    const said = { proof: options.out, register: options.register, case: standing.caseId, version: standing.version };
    terminal.result(
      { ...said, index: standing.place, size: hashes.length },
      `${options.out}: version ${standing.version}`,
    );
    return exits.done;
  } finally {
    await database.letGo();
  }
}

function readStatement(body: Uint8Array) {
  const value = parseCanonical(body);
  const statement = value.ok ? registerStatementShape(value.value) : undefined;
  if (!statement) throw new Error("the stream of a register holds what is no statement of it");
  return statement;
}

const finishedOf = ({ imports }: Register, from: number): number =>
  imports.find(({ begun }) => begun.index === from)?.finished.index ?? -1;

/** The hash of every case of an import, in the order in which they came: 32 bytes each, of a million 32 MB. */
async function readHashes(registers: RegisterRows, id: RegisterId, from: number): Promise<readonly Hash[]> {
  const all: Hash[] = [];
  for (;;) {
    const batches = await registers.readBatches(id, from, all.length, 50);
    for (const { hashes } of batches) {
      for (let at = 0; at < hashes.length; at += 32) all.push(Uint8Array.from(hashes.subarray(at, at + 32)));
    }
    if (batches.length === 0) return all;
  }
}

async function proveIn(hashes: readonly Hash[], place: number): Promise<readonly Hash[]> {
  const proof = await makeInclusionProof<never>(
    hasher,
    async ({ height, index }) => {
      const width = 2 ** height;
      return granted(rootOfHashes(hasher, hashes.slice(Number(index) * width, (Number(index) + 1) * width)));
    },
    { index: BigInt(place), size: BigInt(hashes.length) },
  );
  if (!proof.ok) throw new Error("hashes at hand always give a proof");
  return proof.value;
}
