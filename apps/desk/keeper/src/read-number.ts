/**
 * What a person wrote of a case's number: with `cas_` or without, in groups or not, with capitals, and with O, I or L where the alphabet
 * has 0 and 1 (Crockford's base 32). Undefined where it is none, or fewer than four signs.
 */
export function readNumber(written: string): string | undefined {
  const signs = written.trim().toLowerCase().replace(/^cas_/, "").replace(/[\s-]/g, "");
  const number = signs.replaceAll("o", "0").replace(/[il]/g, "1");
  return /^[0-7][0-9a-hjkmnp-tv-z]{3,25}$/.test(number) ? number : undefined;
}
