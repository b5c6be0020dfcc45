import type { ComponentChildren, PartialInputHTMLAttributes, TextareaHTMLAttributes } from "preact";
import { Icon } from "./icon.tsx";

type FieldProps = Omit<PartialInputHTMLAttributes<HTMLInputElement>, "label" | "class" | "id" | "role" | "type"> & {
  readonly id: string;
  /** Other than plain text. */
  readonly type?: "password" | "file";
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
};

type LongFieldProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "label" | "class" | "id"> & {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
};

/** One line to fill in, with its label, what helps, and what is wrong. Nothing is remembered by the browser. */
export function Field({ id, type, label, hint, error, ...rest }: FieldProps) {
  const common = { id, autocomplete: "off", ...describedBy(id, hint, error), ...rest };
  return (
    <div class={type === "file" ? "field pick-file" : "field"}>
      <label for={id}>{label}</label>
      <Hint id={id}>{hint}</Hint>
      {type === undefined ? <input {...common} /> : <input type={type} {...common} />}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

/** Many lines to fill in. */
export function LongField({ id, label, hint, error, ...rest }: LongFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id}>{hint}</Hint>
      <textarea id={id} autocomplete="off" {...describedBy(id, hint, error)} {...rest} />
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

/** What is wrong, with a shape beside the colour. */
export function FieldError({ id, children }: { readonly id: string; readonly children?: ComponentChildren }) {
  if (!children) return null;
  return (
    <p class="error" id={`${id}-error`}>
      <Icon name="alarm" />
      <span>{children}</span>
    </p>
  );
}

/** What helps to fill it in. */
export function Hint({ id, children }: { readonly id: string; readonly children?: ComponentChildren }) {
  return children ? (
    <p class="hint" id={`${id}-hint`}>
      {children}
    </p>
  ) : null;
}

/** Ties a control to its hint and its error, for who hears the page. */
export function describedBy(
  id: string,
  hint: ComponentChildren,
  error: ComponentChildren,
): { "aria-describedby"?: string } {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return ids === "" ? {} : { "aria-describedby": ids, ...(error ? { "aria-invalid": "true" } : {}) };
}
