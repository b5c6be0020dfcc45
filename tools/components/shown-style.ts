/** What a hand does (focus, pointing) can also be shown: `data-shown="focus"` looks as if. Weights stay what they were. */
export function showStates(style: string): string {
  return style
    .replaceAll(/(?<!:is\():focus-visible/g, ':is(:focus-visible, [data-shown="focus"])')
    .replaceAll(/:hover(?=[\s,{])/g, ':is(:hover, [data-shown="hover"])');
}

/** The tokens of light and dark, each for a part of a page, whatever the reader's machine prefers. */
export function scopeModes(tokens: string): string {
  const blocks = [...tokens.matchAll(/:root \{([^}]*)\}/g)].map(([, declarations = ""]) => declarations);
  const [light, dark] = blocks;
  if (light === undefined || dark === undefined || blocks.length > 2)
    throw new Error("tokens.css no longer has one :root for light and one for dark");
  return `.mode.light{${light}color-scheme:light}\n.mode.dark{${light}${dark}color-scheme:dark}`;
}
