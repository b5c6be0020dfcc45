import { fieldsOf, listOf, oneOf, type Shape, textLike, textUpTo, wholeUpTo } from "@temwen/vocabulary";
import { type Basis, bases } from "./basis.ts";

/** What people look for, in the order in which pages ask. */
export const needs = ["medical", "listen", "shelter", "legal", "child", "tell"] as const;
export type Need = (typeof needs)[number];

/** What a service offers, and which need that meets. The words for each stand in the catalogues. */
export const needOf = {
  "care-after-rape": "medical",
  "hiv-and-rape-care": "medical",
  "mobile-clinics": "medical",
  hospitals: "medical",
  listening: "listen",
  "survivor-support": "listen",
  "survivors-group": "listen",
  accompaniment: "listen",
  "safe-place": "shelter",
  "safe-place-in-camps": "shelter",
  "safe-places-partner": "shelter",
  "camp-protection": "shelter",
  "legal-help": "legal",
  "court-cases": "legal",
  "victims-cases": "legal",
  "police-records": "legal",
  "child-protection": "child",
  "child-care": "child",
  "state-complaints": "tell",
  "un-line": "tell",
} as const satisfies Readonly<Record<string, Need>>;
export type Offer = keyof typeof needOf;

/** What stands for a source where there is none: then nothing may be called found. */
export const noSource = "no published source";

/** How a fact is known: its source, its basis, and the day, month or year for which it stands. */
export type Known = {
  readonly source: string;
  readonly basis: Basis;
  /** `2011`, `2024-12` or `2024-12-11`. */
  readonly asOf: string;
  /** Whether that date is the source's own, or only the day on which the fact was written down. */
  readonly dated: "source" | "written";
};

/** A department, and the town where the source names one. Never an address. */
export type Place = { readonly department: string; readonly town?: string };

/** A telephone number and its hours, both as published: of a service with any other basis there is none. */
export type Line = {
  readonly number: string;
  /** Whole hours of the day, in the mission's zone. */
  readonly hours: readonly {
    readonly days: "weekdays" | "weekend";
    readonly from: number;
    readonly to: number;
  }[];
};

/** Somebody outside the office who may help. */
export type Service = Known & {
  readonly id: string;
  /** Proper names: as people say it, and in full where that is another. */
  readonly names: { readonly short: string; readonly full?: string };
  readonly offers: readonly Offer[];
  /** The whole country, or these places. */
  readonly where: "country" | readonly Place[];
  /** What is believed about today: insecurity has closed many. */
  readonly activity: "likely" | "unsure" | "unknown";
  readonly line?: Line;
};

/** Care after sexual violence that works within so many hours. */
export type Care = Known & { readonly id: "hiv-prevention" | "pregnancy-prevention"; readonly hours: number };

const known = {
  source: textUpTo(300),
  basis: oneOf(...bases),
  asOf: textLike(/^20\d\d(-[01]\d(-[0-3]\d)?)?$/),
  dated: oneOf("source", "written"),
};
const id = textLike(/^[a-z][a-z0-9-]{1,23}$/);
const hour = wholeUpTo(24);
const placesShape = listOf(fieldsOf({ department: id }, { town: textUpTo(60) }), 64);
const whereShape: Shape<Service["where"]> = (value) => (value === "country" ? value : placesShape(value));

export const servicesShape: Shape<readonly Service[]> = listOf(
  fieldsOf(
    {
      id,
      names: fieldsOf({ short: textUpTo(60) }, { full: textUpTo(120) }),
      offers: listOf(oneOf(...(Object.keys(needOf) as readonly Offer[])), 8),
      where: whereShape,
      activity: oneOf("likely", "unsure", "unknown"),
      ...known,
    },
    {
      line: fieldsOf({
        number: textLike(/^\+?\d[\d ]{1,18}$/),
        hours: listOf(fieldsOf({ days: oneOf("weekdays", "weekend"), from: hour, to: hour }), 4),
      }),
    },
  ),
  400,
);

export const careShape: Shape<readonly Care[]> = listOf(
  fieldsOf({ id: oneOf("hiv-prevention", "pregnancy-prevention"), hours: wholeUpTo(1000), ...known }),
  8,
);

/** The needs that a service meets, in the order of `needs`. */
export const needsMet = ({ offers }: Service): readonly Need[] =>
  needs.filter((need) => offers.some((offer) => needOf[offer] === need));

/** The services known in a department, those of the whole country not among them. */
export const servicesIn = (services: readonly Service[], department: string): readonly Service[] =>
  services.filter(({ where }) => where !== "country" && where.some((place) => place.department === department));
