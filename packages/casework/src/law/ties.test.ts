import { test } from "node:test";
import { toAcknowledged, toAssessed, toProposed } from "../testing/beginnings.testing.ts";
import {
  assess,
  bruno,
  confirm,
  fabien,
  given,
  grantTo,
  ines,
  jules,
  karim,
  keepOpen,
  letIn,
  propose,
  send,
} from "../testing/given.testing.ts";

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
