// A person's name at the desk's screens: sealed in two halves, opened by two people.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Directory } from "@temwen/office";
import { type DeskScreens, type Filed, openAct, openDeskScreens, pressSign, sign } from "./support/desk-screens.ts";
import { file, sealParcel } from "./support/parcels.ts";

let at: DeskScreens;
before(async () => {
  at = await openDeskScreens();
});
after(() => at?.[Symbol.asyncDispose]());

test("a name is opened by two people with a reason, and whoever complained reads that it was", async () => {
  const hostileName = "<b>Wozlò</b> \u202Etxet";
  const filed = await complainByName({ name: hostileName, safeContact: "Pa rele. <i>Ekri</i>." });
  const readers = await at.openAllReaders(filed.case);
  const [asker, ...others] = readers;
  assert.ok(asker && others.length === 3);
  await openAct(asker, "Acknowledge");
  await asker.locator("#act-text").fill("Nou li pawòl ou.");
  await sign(asker);
  await asker.locator(".safety").getByText("The safe way is sealed with the name.").waitFor();

  await openAct(asker, "Ask to see the name");
  await pressSign(asker);
  await asker.getByText("Choose a reason.").waitFor();
  await asker.getByLabel("The person is in danger").check();
  await asker.locator("#act-text").fill("<u>Gen moun</u> k ap chèche l.");
  await sign(asker);
  await asker.getByText("You asked to see the name.").waitFor();
  assert.equal(await asker.locator(".acts").getByRole("button", { name: "Say yes about the name" }).count(), 0);

  for (const other of others) {
    await other.reload();
    await other.getByText("<u>Gen moun</u> k ap chèche l.").waitFor();
    await openAct(other, "Say yes about the name");
    await pressSign(other);
    await other.getByText("The person will see both signatures.").waitFor();
    await other.locator(".confirm").getByRole("button", { name: "Give my half" }).click();
    await other.locator(".notice").first().waitFor();
    if ((await other.locator(".notice.done").count()) > 0) break;
    await other.getByText("You hold the same half as whoever asked.").waitFor();
  }

  await asker.reload();
  await asker.getByText("You may see the name.").waitFor();
  await asker.getByRole("button", { name: "Open name and contact" }).click();
  await asker.locator("section:has(#identity)").getByText("<b>Wozlò</b> ⟨202E⟩txet").waitFor();
  await asker.locator(".safety").getByText("Pa rele. <i>Ekri</i>.").waitFor();
  await asker.getByText("Name opened").waitFor();
  await asker.reload();
  await asker.getByRole("button", { name: "Open name and contact" }).waitFor();
  assert.equal(await asker.getByText("Wozlò").count(), 0);

  assert.match(await at.readAnswers(filed.receipt), /nameAsked.*nameAllowed.*nameSeen/);
  for (const page of readers) await page.context().close();
});

/** The command takes no name, the page does: sealed here as the page seals it. */
async function complainByName(identity: { readonly name: string; readonly safeContact: string }): Promise<Filed> {
  const served = (await (await fetch(`${at.office.url}/api/directory`)).json()) as { directory: { body: Directory } };
  const sealed = await sealParcel(served.directory.body, { text: "Yon istwa ak yon non.", identity });
  assert.equal((await file(at.office, sealed.parcel)).status, 200);
  return { receipt: sealed.receipt, case: sealed.keys.caseId };
}
