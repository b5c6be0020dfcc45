import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkComposition, chooseHolders, eligibleIntake, isLawfulEscrow } from "./composition.ts";
import { type Directory, directoryShape, type StaffMember } from "./directory.ts";
import { directory, idOf, withStaff } from "./office.testing.ts";
import { isEligible } from "./ties.ts";

const refusalOf = (changed: Directory) => {
  const checked = checkComposition(changed);
  return checked.ok ? "composed" : checked.refusal;
};
const without = (...names: readonly string[]) => withStaff((_, name) => (names.includes(name) ? undefined : {}));
const tied = (to: string, ...names: readonly string[]) =>
  withStaff((_, name) => (names.includes(name) ? { ties: [to] } : {}));
const memberNamed = (name: string): StaffMember => directory.staff.find(({ id }) => id === idOf(name))!;

test("the directory of the vectors may be signed", () => {
  assert.equal(refusalOf(directory), "composed");
});

test("a directory with fewer than five roots, or a root twice, is not signed", () => {
  const { roots } = directory;
  for (const changed of [roots.slice(1), [...roots, roots[0]!], [...roots.slice(1), roots[1]!]]) {
    assert.deepEqual(refusalOf({ ...directory, roots: changed }), { code: "too-few-roots" });
  }
});

test("a directory that asks for fewer or more than three roots is not signed", () => {
  for (const threshold of [0, 1, 2, 4, 5]) {
    assert.deepEqual(refusalOf({ ...directory, threshold }), { code: "too-few-roots" });
  }
});

test("nobody shares an id, a recipient or a signing key with anybody", () => {
  const first = memberNamed("intake-1");
  for (const shared of ["id", "recipient", "signingKey"] as const) {
    const changed = withStaff((_, name) => (name === "panel-1" ? { [shared]: first[shared] } : {}));
    assert.deepEqual(refusalOf(changed), { code: "same-key-twice" });
  }
  const rootAsStaff = withStaff((_, name) => (name === "panel-1" ? { signingKey: directory.roots[0] } : {}));
  assert.deepEqual(refusalOf(rootAsStaff), { code: "same-key-twice" });
  assert.deepEqual(refusalOf({ ...directory, clockKey: first.signingKey }), { code: "same-key-twice" });
});

test("a tie to a force that nobody can name is a mistake", () => {
  assert.deepEqual(refusalOf(tied("nobody", "support-1")), { code: "unknown-tie", tie: "nobody" });
});

test("somebody may be tied to a private company, which no directory lists: no force can be called so", () => {
  assert.equal(refusalOf(tied("private-company", "support-1")), "composed");
  assert.deepEqual(refusalOf(tied("private-company", "intake-1", "intake-2", "intake-5")), {
    ...{ code: "too-few-intake-officers", force: "unknown", eligible: 2 },
  });
  const [first, ...others] = directory.forces;
  const named = (change: object) => directoryShape({ ...directory, forces: [{ ...first, ...change }, ...others] });
  assert.equal(named({ id: "private-company" }), undefined);
  assert.equal(named({ kind: "host" })?.forces[0]?.kind, "host");
  assert.equal(named({ kind: "company" }), undefined);
});

test("fewer than four eligible intake officers for one force are not enough", () => {
  assert.deepEqual(refusalOf(tied("alfa", "intake-1", "intake-2", "intake-5")), {
    code: "too-few-intake-officers",
    force: "alfa",
    eligible: 3,
  });
});

test("when the force is unknown only people without any tie are eligible", () => {
  assert.deepEqual(refusalOf(tied("bravo", "intake-4", "intake-6")), {
    code: "too-few-intake-officers",
    force: "unknown",
    eligible: 3,
  });
});

test("an officer who had expired when the roots signed does not count", () => {
  const changed = withStaff((_, name) => (name === "intake-1" ? { expires: directory.at } : {}));
  assert.deepEqual(refusalOf(changed), { code: "too-few-intake-officers", force: "unknown", eligible: 3 });
});

test("a tied officer never receives, whatever the force", () => {
  const forces = fc.constantFrom("alfa", "bravo", "unknown");
  const ties = fc.subarray(["alfa", "bravo"]);
  fc.assert(
    fc.property(forces, fc.array(ties, { minLength: 6, maxLength: 6 }), (force, drawn) => {
      let next = 0;
      const changed = withStaff(({ role }) => (role === "intake" ? { ties: drawn[next++] } : {}));
      for (const member of eligibleIntake(changed, force)) {
        assert.ok(force === "unknown" ? member.ties.length === 0 : !member.ties.includes(force));
        assert.ok(isEligible(member, force));
      }
      const mayReceive = changed.staff.filter((member) => member.role === "intake" && isEligible(member, force));
      assert.deepEqual(eligibleIntake(changed, force), mayReceive);
    }),
  );
});

test("a tied escrow holder is replaced by a reserve", () => {
  const names = (force: string) => chooseHolders(directory, force)?.map(({ id }) => id);
  const first = [1, 2, 3, 4, 5].map((n) => idOf(`holder-${n}`));
  assert.deepEqual(names("alfa"), first);
  assert.deepEqual(names("bravo"), [...first.slice(0, 4), idOf("holder-6")]);
});

test("without five holders for a force no escrow is lawful", () => {
  assert.deepEqual(refusalOf(without("holder-6")), { code: "no-lawful-escrow", force: "bravo" });
});

test("fewer than three holders from civil society are not enough", () => {
  const changed = withStaff((member, name) =>
    ["holder-1", "holder-3"].includes(name) ? { holder: { ...member.holder, civilSociety: false } } : {},
  );
  assert.deepEqual(refusalOf(changed), { code: "no-lawful-escrow", force: "alfa" });
});

test("fewer than two holders abroad are not enough", () => {
  const changed = withStaff((member, name) =>
    member.holder ? { holder: { ...member.holder, abroad: name === "holder-3" } } : {},
  );
  assert.deepEqual(refusalOf(changed), { code: "no-lawful-escrow", force: "alfa" });
});

test("three holders from one institution are too many", () => {
  const changed = withStaff((member, name) =>
    name === "holder-3" ? { holder: { ...member.holder, institution: "first" } } : {},
  );
  const replaced = chooseHolders(changed, "alfa")?.map(({ id }) => id);
  assert.deepEqual(
    replaced,
    [1, 2, 4, 5, 6].map((n) => idOf(`holder-${n}`)),
  );
  assert.deepEqual(refusalOf(changed), { code: "no-lawful-escrow", force: "bravo" });
});

test("the holders chosen for a force are always a lawful five, untied", () => {
  const holderFacts = fc.record({
    civilSociety: fc.boolean(),
    abroad: fc.boolean(),
    institution: fc.constantFrom("first", "second", "third"),
  });
  const drawn = fc.array(fc.tuple(holderFacts, fc.subarray(["alfa", "bravo"]), fc.boolean()), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(drawn, fc.constantFrom("alfa", "bravo", "unknown"), (people, force) => {
      let next = 0;
      const changed = withStaff((member) => {
        if (member.role !== "escrow-holder") return {};
        const [holder, ties, isReserve] = people[next++]!;
        return { holder, ties, bench: isReserve ? "reserve" : "first" };
      });
      const chosen = chooseHolders(changed, force);
      const untied = changed.staff.filter((member) => member.role === "escrow-holder" && isEligible(member, force));
      const lawfulFives = fives(untied).filter(isLawfulEscrow);
      assert.equal(chosen === undefined, lawfulFives.length === 0);
      if (chosen) assert.ok(isLawfulEscrow(chosen) && chosen.every((holder) => isEligible(holder, force)));
    }),
  );
});

test("five of whom one is twice, or is no holder, are no lawful escrow", () => {
  const five = [1, 2, 3, 4, 5].map((n) => memberNamed(`holder-${n}`));
  assert.ok(isLawfulEscrow(five));
  assert.ok(!isLawfulEscrow([...five.slice(0, 4), five[0]!]));
  assert.ok(!isLawfulEscrow([...five.slice(0, 4), memberNamed("panel-1")]));
  assert.ok(!isLawfulEscrow(five.slice(0, 4)));
  assert.ok(!isLawfulEscrow([...five, memberNamed("holder-6")]));
});

function fives(people: readonly StaffMember[]): readonly (readonly StaffMember[])[] {
  if (people.length < 5) return [];
  return people.length === 5 ? [people] : people.map((left) => people.filter((member) => member !== left));
}
