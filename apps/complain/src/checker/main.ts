// What `/verify` loads when somebody checks something: the arithmetic of the public log.
import { checkFile } from "./check-file.ts";
import { findNumber } from "./find-number.ts";

export const checks = { checkFile, findNumber };
