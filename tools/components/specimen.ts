import type { ComponentChildren } from "preact";
import type { SpecimenWords } from "./specimen-words.ts";

/** Draws one state of a component. Every id and group name inside begins with `id`: the page shows each state twice. */
export type Draw = (at: { readonly id: string; readonly words: SpecimenWords }) => ComponentChildren;

/** A component's states by name, in the order in which they stand. */
export type Specimens = Readonly<Record<string, Draw>>;

/** What everything that is filled in or pressed must show. */
export type ControlState = "empty" | "filled" | "focus" | "invalid" | "busy" | "disabled" | "long words";
