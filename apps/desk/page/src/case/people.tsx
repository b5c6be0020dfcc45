import { type Fact, Facts } from "@temwen/ui";
import type { StaffId } from "@temwen/vocabulary";
import type { RespondentView, SubjectView } from "../../../keeper/src/showing/inquiry-view.ts";
import type { CaseView, Identity } from "../../../keeper/src/views.ts";
import { SaidLine } from "../said.tsx";
import { dayName, forceName, forumName, staffName, wordFor, words } from "../say.ts";
import { Fold } from "./fold.tsx";
import { callRespondent, callSubject } from "./inquiry-names.ts";

type PeopleProps = { readonly view: CaseView; readonly identity: Identity | undefined };

/**
 * Everybody of the case on one page: whom it is for, with whom the office speaks and who is at their side, whom it is against,
 * and who of the office has which part in it. It says nothing that its own section does not; a name only while it is open.
 */
export function People({ view, identity }: PeopleProps) {
  const w = words();
  const { subjects = [], respondents = [] } = view.inquiry ?? {};
  return (
    <Fold id="people" title={w.peopleHead}>
      <div class="people">
        {!view.opened && <Group id="person" title={w["subject.complainant"]} facts={factsOfPerson(view, identity)} />}
        <Group
          id="spoken"
          title={w.peopleSpoken}
          facts={subjects.map((one) => ({
            key: String(one.number),
            name: callSubject(one),
            value: <Lines lines={tellSpoken(one)} />,
          }))}
        />
        <Group
          id="against"
          title={w.respondentsHead}
          facts={respondents.map((one) => ({
            key: String(one.number),
            name: callRespondent(one),
            value: <Lines lines={tellHearing(one)} />,
          }))}
        />
        <Group
          id="office"
          title={w.peopleOffice}
          facts={[...partsOfStaff(view)].map(([who, parts]) => ({
            key: who,
            name: staffName(who),
            value: <Lines lines={[...parts]} />,
          }))}
        />
        {!view.opened && <p class="hint">{w.peopleFirst}</p>}
      </div>
    </Fold>
  );
}

type GroupProps = { readonly id: string; readonly title: string; readonly facts: readonly Fact[] };

/** People of one kind; nothing where there is nobody. */
function Group({ id, title, facts }: GroupProps) {
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby={`people-${id}`}>
      <h3 id={`people-${id}`}>{title}</h3>
      <Facts facts={facts} />
    </section>
  );
}

/** Whose case it is: the name while it is open on this screen, what they allow, whether a child was harmed, how they came. */
function factsOfPerson(view: CaseView, identity: Identity | undefined): readonly Fact[] {
  const w = words();
  const { story, owed } = view;
  const consent = view.consent ?? story?.consent;
  const child = view.assessment?.child ?? story?.child;
  const allowed = owed.consents.filter(({ countsNow }) => countsNow);
  return [
    { key: "name", name: w.name, value: <Name identity={identity} /> },
    ...(consent ? [{ key: "consent", name: w.consentLedger, value: wordFor("consent", consent) }] : []),
    ...(allowed.length > 0
      ? [{ key: "allowed", name: w.consentsFor, value: <Lines lines={allowed.map(tellAllowed)} /> }]
      : []),
    ...(child === "yes" || child === "doubt" ? [{ key: "child", name: w.child, value: wordFor("child", child) }] : []),
    ...(story
      ? [
          {
            key: "came",
            name: w.peopleCame,
            value: `${wordFor("channel", story.channel)} · ${wordFor("language", story.language)}`,
          },
        ]
      : []),
  ];
}

function Name({ identity }: { readonly identity: Identity | undefined }) {
  const w = words();
  if (!identity) return <span class="hint">{w.peopleSealed}</span>;
  return identity.name ? <SaidLine text={identity.name} /> : w.identityNone;
}

/** `Refer the case: the prosecutor, until 4 December 2026`. */
const tellAllowed = ({ purpose, recipient, until }: CaseView["owed"]["consents"][number]): string =>
  [
    wordFor("purpose", purpose) + (recipient === "none" ? "" : `: ${forumName(recipient)}`),
    ...(until ? [words().consentUntil({ day: dayName(until) })] : []),
  ].join(", ");

/** How often the office spoke with them, and who is at their side: the one named last of each kind. */
function tellSpoken({ interviews, companions }: SubjectView): readonly string[] {
  const w = words();
  const beside = (["interpreter", "supporter"] as const).flatMap((as) => {
    const named = companions.findLast((one) => one.as === as);
    if (!named) return [];
    const { chosenBy, sex, ties } = named;
    const tied = ties.length > 0 ? ` · ${w["ask.ties"]}: ${ties.map(forceName).join(", ")}` : "";
    return [
      `${wordFor("companion", as)} (${wordFor("sex", sex)}) · ${w["ask.chosenBy"]}: ${wordFor("chosenBy", chosenBy)}${tied}`,
    ];
  });
  return [w.peopleInterviews({ n: interviews.length }), ...beside];
}

/** Where hearing them stands, and who spoke for them. */
function tellHearing({ mustBeHeard, notice, replies }: RespondentView): readonly string[] {
  const w = words();
  const reply = replies.at(-1);
  if (reply) return [w.replied, wordFor("represented", reply.represented)];
  if (!mustBeHeard) return [w.cannotBeAsked];
  return [notice ? `${w.noticeGiven} ${wordFor("how", notice.how)}` : w.noticeNone];
}

/** Everybody of the office whom the record names in this case, and for what; the first readers were drawn by lot and are hidden. */
function partsOfStaff({
  timeline,
  inquiry,
  access,
  panel,
  seats,
  gone,
}: CaseView): ReadonlyMap<StaffId, ReadonlySet<string>> {
  const w = words();
  const found = new Map<StaffId, Set<string>>();
  const add = (who: StaffId, part: string): void => {
    found.set(who, (found.get(who) ?? new Set()).add(part));
  };
  const examiner = inquiry?.taken?.by ?? inquiry?.assigned?.to;
  for (const { type, by } of timeline)
    if (type.startsWith("case.acknowledged/") && by !== "person" && by !== "clock") add(by, wordFor("event", type));
  if (examiner) add(examiner, inquiry?.taken ? w.peopleExamines : w.peopleAssigned);
  if (panel) for (const { id, isSeated } of seats) if (isSeated) add(id, w.peopleSits);
  for (const { to, reason } of access.named)
    if (to !== examiner || reason !== "assigned") add(to, w.peopleLetIn({ why: wordFor("access", reason) }));
  for (const { by } of timeline) if (by !== "person" && by !== "clock" && !found.has(by)) add(by, w.peopleActed);
  for (const who of gone) add(who, w.peopleGone);
  return found;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
