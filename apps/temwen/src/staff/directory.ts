import { createCourier } from "@temwen/courier";
import { publishSigned } from "@temwen/courier/desk";
import { type Directory, type Role, roles } from "@temwen/office";
import { millisToInstant, parseId, type StaffId } from "@temwen/vocabulary";
import { type Exit, exits, UsageError } from "../exit.ts";
import {
  changeDirectory,
  type DirectoryChange,
  type KeyPlace,
  leftOut,
  openRoots,
  openStaffSigners,
  signSuspension,
} from "../office/change-directory.ts";
import { policyOf } from "../office/create-office.ts";
import { warnOfPanel } from "../office/warn-of-panel.ts";
import { findOffice } from "../person/find-office.ts";
import { readPack } from "../running/pack-files.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";

export const directoryVerbs = ["show", "enrol", "rotate", "offboard", "suspend", "deadlines"] as const;

export type DirectoryOptions = {
  readonly verb: (typeof directoryVerbs)[number];
  readonly server: string;
  readonly roots?: string;
  readonly pack: string;
  readonly staff?: string;
  readonly role?: string;
  readonly bench: "first" | "reserve";
  readonly ties: readonly string[];
  readonly civilSociety: boolean;
  readonly label: string;
  readonly out: string;
  readonly rootKeys: readonly KeyPlace[];
  readonly staffKeys: readonly KeyPlace[];
};

/** Shows the directory in force, or draws up, signs and publishes the next one. */
export async function directory(options: DirectoryOptions, terminal: Terminal): Promise<Exit> {
  const courier = createCourier({ base: options.server });
  const office = await findOffice(courier, options.server, options.roots, terminal);
  if (!office.ok) return sayRefusal(terminal, office.refusal);
  const { directory: current, suspendedAt } = office.value;
  if (options.verb === "show") return show(current, new Set(suspendedAt.keys()), terminal);
  if (options.verb === "suspend") return suspend(current, options, terminal);
  const roots = await openRoots(options.rootKeys);
  if (!roots.ok) return sayRefusal(terminal, roots.refusal);
  const suspended = new Set(suspendedAt.keys());
  const change = await readChange(options);
  for (const id of leftOut(change, suspended)) {
    terminal.progress(`temwen: ${id} is suspended and will not be listed again; \`rotate\` gives them new keys`);
  }
  const changed = await changeDirectory(current, change, roots.value, suspended);
  if (!changed.ok) return sayRefusal(terminal, changed.refusal);
  warnOfPanel(changed.value.next, millisToInstant(Date.now()), terminal.progress);
  const published = await publishSigned({ base: options.server }, "directory", changed.value.signed);
  return sayPublished(published, { ...changed.value.key }, terminal);
}

async function suspend(current: Directory, options: DirectoryOptions, terminal: Terminal): Promise<Exit> {
  const staff = readStaff(options);
  const signers =
    options.rootKeys.length > 0 ? await openRoots(options.rootKeys) : await openStaffSigners(options.staffKeys);
  if (!signers.ok) return sayRefusal(terminal, signers.refusal);
  const signed = signSuspension(current, staff, signers.value);
  return sayPublished(await publishSigned({ base: options.server }, "suspension", signed), { id: staff }, terminal);
}

function sayPublished(
  done: Awaited<ReturnType<typeof publishSigned>>,
  more: Readonly<Record<string, string>>,
  terminal: Terminal,
): Exit {
  if (!done.ok) return sayRefusal(terminal, done.refusal);
  const { epoch } = done.value;
  terminal.result({ epoch, ...more }, `published, epoch ${epoch}${describe(more)}`);
  return exits.done;
}

const describe = (more: Readonly<Record<string, string>>): string =>
  Object.entries(more)
    .map(([name, value]) => `\n${name}  ${value}`)
    .join("");

function show(current: Directory, suspended: ReadonlySet<StaffId>, terminal: Terminal): Exit {
  const { office, epoch, at, staff } = current;
  warnOfPanel(current, millisToInstant(Date.now()), terminal.progress);
  if (terminal.json) {
    terminal.result({ office, epoch, at, staff, suspended: [...suspended] }, "");
    return exits.done;
  }
  terminal.progress(`office ${office}, epoch ${epoch}, signed ${at}`);
  for (const { id, role, bench, ties, civilSociety, expires } of staff) {
    const standing = suspended.has(id) ? "SUSPENDED" : `until ${expires.slice(0, 10)}`;
    terminal.entry(
      {},
      `${id}  ${role.padEnd(17)} ${bench.padEnd(8)} ${standing}  ${ties.join(",")}${civilSociety ? "  civil society" : ""}`,
    );
  }
  return exits.done;
}

async function readChange(options: DirectoryOptions): Promise<DirectoryChange> {
  if (options.verb === "deadlines") return { change: "deadlines", policy: policyOf(await readPack(options.pack)) };
  if (options.verb === "rotate") return { change: "rotate", staff: readStaff(options), out: options.out };
  if (options.verb === "offboard") return { change: "offboard", staff: readStaff(options) };
  const role: Role | undefined = roles.find((one) => one === options.role);
  if (!role) throw new UsageError(`--role must be one of: ${roles.join(", ")}`);
  if (options.civilSociety && role !== "panel") throw new UsageError("--civil-society is said of members of the panel");
  const expires = millisToInstant(Date.now() + 2 * 365 * 86_400_000);
  return {
    change: "enrol",
    enrolment: {
      label: options.label,
      role,
      bench: options.bench,
      ties: options.ties,
      ...(options.civilSociety && { civilSociety: true }),
    },
    out: options.out,
    expires,
  };
}

function readStaff({ staff }: DirectoryOptions): StaffId {
  const id = parseId("staff", staff);
  if (!id.ok) throw new UsageError("--staff needs the id of a member of staff (stf_…)");
  return id.value;
}
