/** A page's sentence with its placeholders filled: `fill("{n} sou {total}", { n: 1, total: 6 })`. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
