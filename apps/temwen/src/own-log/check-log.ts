import { join } from "node:path";
import { openPostgresRecord } from "@temwen/record/postgres";
import { BackupFault } from "../backup/backup-fault.ts";
import { type Exit, exits } from "../exit.ts";
import { openLogPlace } from "../log/place/open-place.ts";
import { primitives } from "../log/primitives.ts";
import { readLog } from "../log/read-log.ts";
import { readPolicy } from "../log/read-policy.ts";
import { sayCosigned, sayHead } from "../log/say-head.ts";
import { reaching, sayFinding, toPlain } from "../log/speak.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import type { Terminal } from "../terminal.ts";
import { checkRows } from "./check-rows.ts";

export type CheckOptions = {
  readonly data: string;
  /** A copy of the log elsewhere; the office's own files where none is said. */
  readonly log: string | undefined;
  readonly policy: string | undefined;
  readonly databaseUrl?: string;
};

const mostNamed = 1000;

/** Holds the office's database against its public log, whether the office runs or not. Throws faults that a person can mend. */
export async function checkOwnLog(options: CheckOptions, terminal: Terminal): Promise<Exit> {
  const policy = options.policy === undefined ? null : await readPolicy(options.policy, primitives);
  if (policy?.ok === false) return sayFinding(terminal, policy.refusal);
  const folder = await findDataFolder(options.data);
  if (!(await readOfficeFiles(folder))) throw new BackupFault("no-office", `there is no office in ${folder.path}`);
  await refuseNoDatabase(folder, options.databaseUrl);
  const place = await openLogPlace(options.log ?? join(folder.path, "log"));
  const database = await reachDatabase(folder, options.databaseUrl, terminal.progress);
  try {
    await using record = await openPostgresRecord(database.connection);
    return await reaching(terminal, async () => {
      // The log first: an office that runs may put more into its database meanwhile, never less.
      const log = await readLog(place, policy?.value ?? null);
      if (!log.ok) return sayFinding(terminal, log.refusal);
      const checked = await checkRows({ record, tree: log.value.tree });
      if (!checked.ok) return sayFinding(terminal, checked.refusal);
      const { wrong, ...counted } = checked.value;
      const head = sayHead(log.value.head);
      const [first] = wrong;
      if (first) {
        const named = { wrongRows: wrong.length, wrong: wrong.slice(0, mostNamed) };
        return sayFinding(terminal, { ...first, ...named, ...counted, ...head });
      }
      terminal.result(
        toPlain({ checked: true, log: place.name, ...counted, ...head }),
        `${counted.leaves} rows and ${counted.events} events are as the log says. ${sayCosigned(log.value.head)}`,
      );
      return exits.done;
    });
  } finally {
    await database.letGo();
  }
}
