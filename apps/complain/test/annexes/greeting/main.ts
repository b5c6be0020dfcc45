/** An annex for the test of loading annexes. */
export const greet = (): string => "Bonjou";
