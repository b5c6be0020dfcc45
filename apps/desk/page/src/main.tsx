import { render } from "preact";
import { App } from "./app.tsx";
import { startDesk } from "./desk-state.ts";
import { keepFocus } from "./keys/keep-focus.ts";

const root = document.getElementById("desk");
if (!root) throw new Error("the page has no place for the desk");
startDesk();
keepFocus();
render(<App />, root);
