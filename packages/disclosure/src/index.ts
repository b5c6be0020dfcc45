export {
  createCounter,
  type Question,
  type TableQuestion,
} from "./count.ts";
export type { Counted } from "./counted.ts";
export type { CountedCase, Declared, FieldKind } from "./counted-case.ts";
export { isDimension, quarterOf } from "./dimension.ts";
export type { ToldTable } from "./suppress.ts";
export { missing } from "./table.ts";
export { type Figures, tellAll, tellSafely } from "./tell.ts";
export { others, threshold } from "./threshold.ts";
