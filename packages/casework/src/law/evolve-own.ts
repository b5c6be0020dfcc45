import type { Instant } from "@temwen/vocabulary";
import type { LivingCase } from "../case/case.ts";
import { wishedAnew } from "../consent/going-on.ts";
import { evolveConsent, withLess } from "../consent/purpose-consent.ts";
import type { ConsentChangedFact } from "../facts/facts.ts";
import type { OwnFact } from "../facts/own-facts.ts";
import { asReceived } from "../flood/flood.ts";
import { evolvePublishing } from "../owed/publishing.ts";

/** The case after the person signed something of what the office does with it. */
export function evolveOwn(theCase: LivingCase, fact: OwnFact | ConsentChangedFact, at: Instant): LivingCase {
  const { sequence } = fact;
  switch (fact.type) {
    case "case.consent-changed/1": {
      const less = withLess(wishedAnew(asReceived(theCase)), fact.choice, at);
      return { ...less, sequence, consentChange: fact.choice, unanswered: true };
    }
    case "case.consent-withdrawn/1":
      return { ...evolveConsent(asReceived(theCase), fact, at), sequence, unanswered: true };
    case "case.summary-answered/1":
      return { ...evolvePublishing(theCase, fact, at), sequence, unanswered: true };
    case "case.treatment-told/1":
      // Nobody has to answer it.
      return { ...theCase, sequence, treatmentTold: true };
  }
}
