import type { Forum } from "@temwen/mission-pack";
import { dossierWords } from "@temwen/words/dossier";
import { language, mission } from "../desk-state.ts";

/** The bodies to which this mission's cases may go, as its pack lists them. */
export const forums = (): readonly Forum[] => mission.value?.forums ?? [];

export const findForum = (id: string): Forum | undefined => forums().find((forum) => forum.id === id);

/** Its proper name, and of which State it is; an id that the pack does not know any more stands as it is. */
export function forumName(id: string): string {
  const forum = findForum(id);
  return forum ? `${forum.name} (${forum.state.toUpperCase()})` : id;
}

/** What the letter says of a basis or an obstacle, in this desk's language. */
export function forumWord(kind: "basis" | "obstacle", id: string): string {
  const found = (dossierWords[language.value] as Readonly<Record<string, string>>)[`${kind}.${id}`];
  return found ?? id;
}
