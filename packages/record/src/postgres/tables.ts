/** The tables that a backup holds; whoever restores puts them back in this order. */
export const keptTables = [
  "event",
  "filing",
  "sealed_part",
  "referral_code",
  "case_summary",
  "announced",
  "doomed_blob",
  "log_leaf",
  "log_head",
  "imported_batch",
  "imported_case",
] as const;

/** The tables that a backup leaves out, each with the reason. A table in neither list fails a test. */
export const leftOutTables: { readonly [table: string]: string } = {
  mailbox_opening: "when somebody looked is nobody's to carry; after a restore it begins anew",
  migration: "the backup names its migrations itself, and they are run anew",
  stage_count: "counted again once the cases are in",
  session: "whoever was signed in signs in again: a stolen backup opens no session",
  spent_challenge: "a challenge is good with the secret it was made with, and that is left out too",
  server_secret: "drawn anew: with the old one a thief could make challenges and places of the queue",
};

/** Tables that backups of earlier releases hold. They are put back where they stood, and a later migration takes them away. */
const formerTables = ["pending"] as const;

export type KeptTable = (typeof keptTables)[number] | (typeof formerTables)[number];

/** Reads the name of a table that a backup may hold. */
export const parseKeptTable = (name: string): KeptTable | undefined =>
  [...keptTables, ...formerTables].find((kept) => kept === name);

/** How a table travels: PostgreSQL's binary copy of these columns, by name, as they stand in the database. */
export type TableForm = { readonly name: KeptTable; readonly columns: readonly string[] };

/** The columns between parentheses; throws where a name is not one that our migrations give. */
export function columnList({ name, columns }: TableForm): string {
  if (columns.length === 0 || columns.some((column) => !/^[a-z][a-z0-9_]{0,62}$/.test(column))) {
    throw new Error(`the columns of ${name} cannot be read`);
  }
  return `(${columns.map((column) => `"${column}"`).join(", ")})`;
}
