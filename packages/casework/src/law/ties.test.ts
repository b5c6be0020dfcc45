import { test } from "node:test";
import { toAcknowledged, toAssessed, toProposed } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  confirm,
  confirmErasure,
  fabien,
  gerda,
  given,
  grantTo,
  ines,
  jules,
  karim,
  keepOpen,
  letIn,
  propose,
  proposeErasure,
  type Step,
  send,
  withdraw,
} from "../testing/given.testing.ts";
import { admit } from "../testing/later.testing.ts";
import {
  acceptWithdrawal,
  allowTransfer,
  checkPressure,
  confirmTransfer,
  proposeTransfer,
} from "../testing/owed.testing.ts";

test("an officer tied to a force cannot assess a complaint as being about it", () => {
  given(...toAcknowledged)
    .when(ines, assess())
    .refuses("tied-to-respondent", { ties: ["alfa"] });
  given(...toAcknowledged)
    .when(ines, assess({ forces: ["bravo", "alfa"] }))
    .refuses("tied-to-respondent");
});

test("nobody tied to the respondent gives any order from the assessment on", () => {
  given(...toAssessed)
    .when(ines, assess({ forces: ["bravo"] }))
    .refuses("tied-to-respondent");
  given(...toAssessed)
    .when(ines, propose())
    .refuses("tied-to-respondent");
  given(...toAssessed)
    .when(ines, send())
    .refuses("tied-to-respondent");
  given(...toAssessed)
    .when(karim, letIn(grantTo(fabien, "story")))
    .refuses("tied-to-respondent");
  given(...toProposed)
    .when(jules, confirm())
    .refuses("tied-to-respondent");
  given(...toProposed)
    .when(jules, keepOpen())
    .refuses("tied-to-respondent");
});

test("a tie to another force bars nobody", () => {
  const tiedElsewhere = { ...bruno, ties: ["bravo"] };
  given(...toAssessed)
    .when(tiedElsewhere, send())
    .gives("case.message-sent/1");
});

const ofUnknown: readonly Step[] = [
  [asha, acknowledge()],
  [asha, assess({ forces: ["unknown"] })],
];
const toFree: readonly Step[] = [
  ...ofUnknown,
  [asha, letIn(grantTo(gerda, "support"))],
  withdraw(1),
  [gerda, checkPressure()],
];
const toTransfer: readonly Step[] = [...ofUnknown, [asha, allowTransfer()], [asha, proposeTransfer()]];
/** Let in while it was about another force; then nobody knew any more whom it is about. */
const toDoubted: readonly Step[] = [
  [asha, acknowledge()],
  [asha, assess({ forces: ["bravo"] })],
  [asha, letIn(grantTo(jules, "story"))],
  [asha, assess({ forces: ["unknown"] })],
  [asha, propose()],
];

test("while nobody knows whom a case is about, whoever has any tie neither says what it is nor ends it, and still helps", () => {
  const barred = [
    [ofUnknown, ines, assess({ forces: ["bravo"] })],
    [ofUnknown, ines, propose()],
    [ofUnknown, ines, admit()],
    [ofUnknown, ines, proposeErasure()],
    [[...ofUnknown, [asha, proposeErasure()]], ines, confirmErasure()],
    [toFree, ines, acceptWithdrawal()],
    [[...ofUnknown, [asha, allowTransfer()]], karim, proposeTransfer()],
    [toTransfer, karim, confirmTransfer()],
    [toDoubted, jules, confirm()],
    [toDoubted, jules, keepOpen()],
  ] as const satisfies readonly (readonly [readonly Step[], typeof ines, ReturnType<typeof send>])[];
  for (const [steps, tied, order] of barred) {
    given(...steps)
      .when(tied, order)
      .refuses("tied-to-respondent", { ties: ["alfa"] });
    given(...steps)
      .when({ ...tied, ties: ["another"] }, order)
      .refuses("tied-to-respondent", { ties: ["another"] });
  }
  given(...ofUnknown)
    .when(ines, send())
    .gives("case.message-sent/1");
});

test("before anybody assessed a case whoever has any tie leaves that, and its erasure, to others", () => {
  const tiedElsewhere = { ...bruno, ties: ["bravo"] };
  for (const order of [assess(), proposeErasure()])
    given(...toAcknowledged)
      .when(tiedElsewhere, order)
      .refuses("tied-to-respondent", { ties: ["bravo"] });
});

test("nobody with a tie says that nobody knows whom a case is about", () => {
  for (const forces of [["unknown"], ["bravo", "unknown"]])
    given(...toAssessed, [asha, assess({ forces: ["bravo"] })])
      .when(ines, assess({ forces }))
      .refuses("tied-to-respondent", { ties: ["alfa"] });
});
