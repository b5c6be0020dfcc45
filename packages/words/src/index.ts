export { calendarDayText, dayIn, instantOf } from "./calendar.ts";
export { daysBetween, dayText, hourText, monthText } from "./dates.ts";
export { fill } from "./fill.ts";
export { languageFacts } from "./generated/languages.ts";
export { findLanguage, type Language, languages, numberText, pluralKind } from "./language.ts";
