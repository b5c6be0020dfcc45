/** Fisher-Yates with unbiased draws. */
export function shuffled<T>(things: readonly T[]): readonly T[] {
  const deck = [...things];
  for (let i = deck.length - 1; i > 0; i--) {
    const j = drawBelow(i + 1);
    [deck[i], deck[j]] = [deck[j] as T, deck[i] as T];
  }
  return deck;
}

function drawBelow(bound: number): number {
  const ceiling = Math.floor(2 ** 32 / bound) * bound;
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    if (drawn < ceiling) return drawn % bound;
  }
}
