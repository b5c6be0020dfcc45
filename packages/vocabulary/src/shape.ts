/**
 * Reads an unknown value as a T, or says undefined. Small enough for the sealing page, where a schema library
 * would cost a quarter of the byte budget (docs/decisions).
 */
export type Shape<T> = (value: unknown) => T | undefined;

/** What a shape reads. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

type Shapes = { readonly [name: string]: Shape<unknown> };
type FieldsOf<R extends Shapes, O extends Shapes> = { readonly [K in keyof R]: Shaped<R[K]> } & {
  readonly [K in keyof O]?: Shaped<O[K]>;
};

/** Text of at most `max` UTF-16 code units. */
export const textUpTo =
  (max: number): Shape<string> =>
  (value) =>
    typeof value === "string" && value.length <= max ? value : undefined;

/** Text that matches the whole of a pattern. */
export const textLike =
  (pattern: RegExp): Shape<string> =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? value : undefined;

/** A whole number from 0 to `max`. */
export const wholeUpTo =
  (max: number): Shape<number> =>
  (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= max ? value : undefined;

/** true or false. */
export const truth: Shape<boolean> = (value) => (typeof value === "boolean" ? value : undefined);

/** true, where a thing is said or not there: false is no word for it. */
export const onlyTrue: Shape<true> = (value) => (value === true ? true : undefined);

/** One of the words given. */
export const oneOf =
  <const W extends readonly (string | number)[]>(...words: W): Shape<W[number]> =>
  (value) =>
    words.find((word) => word === value);

/** What another parser of the house accepts. */
export const parsed =
  <T>(parse: (value: unknown) => { readonly ok: true; readonly value: T } | { readonly ok: false }): Shape<T> =>
  (value) => {
    const result = parse(value);
    return result.ok ? result.value : undefined;
  };

/** A list of at most `max` things of one shape. */
export const listOf =
  <T>(shape: Shape<T>, max: number): Shape<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > max) return undefined;
    const read: T[] = [];
    for (const entry of value) {
      const one = shape(entry);
      if (one === undefined) return undefined;
      read.push(one);
    }
    return read;
  };

/** An object with exactly the required fields and any of the optional ones: an unknown field is refused. */
export const fieldsOf =
  <R extends Shapes, O extends Shapes = Record<never, never>>(required: R, optional?: O): Shape<FieldsOf<R, O>> =>
  (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const source = value as { readonly [name: string]: unknown };
    const read: { [name: string]: unknown } = {};
    for (const name of Object.keys(source)) {
      const shape = own(required, name) ?? (optional && own(optional, name));
      const one = shape?.(source[name]);
      if (one === undefined) return undefined;
      read[name] = one;
    }
    for (const name of Object.keys(required)) if (!(name in read)) return undefined;
    return read as FieldsOf<R, O>;
  };

/** An object used as a table: names that match the pattern, all values of one shape, at most `max` of them. */
export const tableOf =
  <T>(names: RegExp, shape: Shape<T>, max: number): Shape<{ readonly [name: string]: T }> =>
  (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    if (entries.length > max) return undefined;
    const read: [string, T][] = [];
    for (const [name, entry] of entries) {
      const one = names.test(name) ? shape(entry) : undefined;
      if (one === undefined) return undefined;
      read.push([name, one]);
    }
    return Object.fromEntries(read);
  };

function own(shapes: Shapes, name: string): Shape<unknown> | undefined {
  return Object.hasOwn(shapes, name) ? shapes[name] : undefined;
}
