import type {
  AboutWords,
  ApiWords,
  CommonWords,
  ComplainWords,
  HelpWords,
  HomeWords,
  LogWords,
  PlainWords,
  ReferralWords,
  RefusalsWords,
  ReplyWords,
  VerifyWords,
} from "@temwen/words/pages";

/** Every key a public page may say. */
export type PageKey =
  | keyof CommonWords
  | keyof HomeWords
  | keyof HelpWords
  | keyof AboutWords
  | keyof ComplainWords
  | keyof ReplyWords
  | keyof PlainWords
  | keyof ReferralWords
  | keyof LogWords
  | keyof VerifyWords
  | keyof ApiWords
  | keyof RefusalsWords;
export type PageWords = Readonly<Record<string, string>>;

/**
 * Says words of a page and marks where they stand: the script changes the language by these marks, so that each
 * sentence is sent once, in the markup, and not again in the script.
 */
export type Say = (key: PageKey) => { readonly "data-w": string; readonly children: string };

export function createSay(words: PageWords, said: Set<string>): Say {
  return (key) => {
    const sentence = words[key];
    if (sentence === undefined) throw new Error(`the page has no words for ${key}`);
    said.add(key);
    return { "data-w": key, children: sentence };
  };
}
