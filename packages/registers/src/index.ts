export {
  type Assembled,
  type AssembleOptions,
  assembleCase,
  type OddRow,
  type RowsOfKey,
  type SourceRow,
} from "./assemble.ts";
export { type DayColumn, type WrongFormat, watchDays } from "./day-column.ts";
export { daysBetween, type FieldValue, pseudonymOf, type ReadValue, readField, type Sha256 } from "./field.ts";
export { fitsMapping } from "./fits-mapping.ts";
export { type ImportedAllegation, type ImportedCase, importedCaseShape } from "./imported-case.ts";
export {
  type AllegationSource,
  type CaseSource,
  columnsOf,
  type DateFormat,
  encodings,
  type Field,
  type Fields,
  type JoinSource,
  type LookupSource,
  type Mapping,
  type MappingRefusal,
  namesOf,
  parseMapping,
  type SourceFile,
  type TableAsked,
} from "./mapping.ts";
export { type Register, readRegister, standingImports, type WholeImport } from "./register.ts";
export { importedCaseIdOf, registerIdOf } from "./register-ids.ts";
export {
  type ImportBegun,
  type ImportFinished,
  importBegunShape,
  importFinishedShape,
  type RegisterStatement,
  type RowsBrought,
  registerStatementShape,
  rowsBroughtShape,
} from "./statements.ts";
