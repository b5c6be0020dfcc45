// The tables of a picture in boxes, read once.
import { type Box, findBox } from "../boxes.ts";
import { type Item, readItems, readPrimary } from "./items.ts";
import { type Places, readPlaces } from "./places.ts";
import { type Properties, readProperties } from "./properties.ts";
import { type Reference, readReferences } from "./references.ts";

/** What a picture is made of, where that lies, and how it looks. */
export type Tables = {
  readonly primary: number;
  readonly items: ReadonlyMap<number, Item>;
  readonly references: readonly Reference[];
  readonly properties: Properties;
  readonly places: Places;
  readonly table: Box | null;
};

/** Null where a table is missing, or is not what it says. */
export function readTables(bytes: Uint8Array, meta: Box): Tables | null {
  const [pitm, iinf, iloc, iprp] = ["pitm", "iinf", "iloc", "iprp"].map((type) => findBox(bytes, meta, [type]));
  if (!pitm || !iinf || !iloc || !iprp) return null;
  const items = readItems(bytes, iinf);
  const references = readReferences(bytes, findBox(bytes, meta, ["iref"]));
  const properties = readProperties(bytes, iprp);
  const places = readPlaces(bytes, iloc);
  if (items === null || references === null || properties === null || places === null) return null;
  return {
    primary: readPrimary(bytes, pitm),
    items,
    references,
    properties,
    places,
    table: findBox(bytes, meta, ["idat"]),
  };
}
