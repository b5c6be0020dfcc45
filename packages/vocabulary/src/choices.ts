/**
 * What a person allows the office to do, from least to most. Chosen in the story, written down as an event at
 * acknowledgement; everybody who carries the choice uses these words.
 */
export const consentChoices = [
  "help-only",
  "keep-words",
  "investigate-without-me",
  "investigate-with-me",
  "court",
] as const;
export type ConsentChoice = (typeof consentChoices)[number];

/** Whether a child was harmed. Doubt about age counts as child. */
export const childAnswers = ["yes", "no", "doubt", "unsaid"] as const;
export type ChildAnswer = (typeof childAnswers)[number];

/** Whether somebody presses a person to withdraw, as they say themselves. */
export const pressureAnswers = ["yes", "no", "unsaid"] as const;
export type PressureAnswer = (typeof pressureAnswers)[number];

/** The languages of the house, Creole first. */
export const languages = ["ht", "fr", "en", "es", "sw"] as const;
export type Language = (typeof languages)[number];

/** Help a person may ask for; none of it depends on a complaint. */
export const supportNeeds = ["medical", "psychosocial", "legal", "shelter", "other"] as const;
export type SupportNeed = (typeof supportNeeds)[number];

/** The way a complaint came in. By `no-script` the server could read it on arrival; the others seal before they send. */
export const channels = ["page", "command", "partner", "no-script"] as const;
export type Channel = (typeof channels)[number];

/** What a person is asked of how the office treated them, when their case has ended. */
export const treatmentQuestions = ["heard", "respected", "told", "safe"] as const;
export type TreatmentQuestion = (typeof treatmentQuestions)[number];
export const treatmentAnswers = ["yes", "partly", "no", "unsaid"] as const;
export type TreatmentAnswer = (typeof treatmentAnswers)[number];
