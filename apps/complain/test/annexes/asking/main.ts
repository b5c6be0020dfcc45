// The script of a page that loads its one annex each time it is asked to, and writes down what came of it.
import { loadAnnex } from "../../../src/page/annexes.ts";

type Greeting = { readonly greet: () => string };

document.querySelector("button")?.addEventListener("click", async () => {
  const loaded = await loadAnnex<Greeting>("greeting");
  const said = document.querySelector("output");
  if (said) said.textContent += loaded.ok ? `${loaded.value.greet()} ` : `${loaded.refusal.code} `;
});
