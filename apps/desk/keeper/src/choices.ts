import {
  accessReasons,
  erasureReasons,
  exportReasons,
  identityReasons,
  laterWords,
  linkReasons,
  missionClasses,
  nonAdmissionReasons,
  rights,
} from "@temwen/casework";
import { privateCompany, type Standing } from "@temwen/office";
import type { Desk } from "./acts/send-act.ts";
import type { Choices } from "./views.ts";

/** What the forms of this desk offer: the words of the rules, the mission's names, and who serves. */
export function listChoices({ pack, key }: Desk, { directory, suspended }: Standing): Choices {
  return {
    rights,
    classes: missionClasses,
    dangerLevels: laterWords.level,
    nonAdmissionReasons,
    accessReasons,
    erasureReasons,
    exportReasons,
    evidenceSources: laterWords.source,
    linkReasons,
    identityReasons,
    forces: [
      ...directory.forces.map(({ id, names }) => ({ id, name: names.en })),
      ...[privateCompany, "unknown"].map((id) => ({ id, name: id })),
    ],
    departments: [
      ...pack.departments.map(({ id, names }) => ({ id, name: names.fr })),
      { id: "unknown", name: "unknown" },
    ],
    colleagues: directory.staff
      .filter(({ id }) => id !== key.staff && !suspended.has(id))
      .map(({ id, role, ties, bench, civilSociety = false }) => ({ id, role, ties, bench, civilSociety })),
  };
}
