/** Where an element stood: below what, and as the how-manieth. */
type Stood = { readonly below: Element; readonly at: number };

const canTakeFocus = "button, summary, select, textarea, a[href], input:not([type=hidden]), [tabindex]";

/**
 * A button may give way to the form that it opened, and the form to the button. The keys then go on where it stood, and do not fall
 * back to the beginning of the page. Whoever pressed beside everything meant to be nowhere, and stays there.
 */
export function keepFocus(): void {
  let last: HTMLElement | undefined;
  let stood: readonly Stood[] = [];
  const remember = () => {
    if (last) stood = placesOf(last);
  };
  addEventListener("pointerdown", () => (last = undefined), true);
  addEventListener("focusin", ({ target }) => {
    last = target instanceof HTMLElement ? target : undefined;
    remember();
  });
  new MutationObserver(() => {
    if (last?.isConnected) remember();
    if (!last || document.activeElement !== document.body) return;
    // What was only not to be pressed for a while takes the keys back when it may be.
    if (last.isConnected) last.focus({ preventScroll: true });
    else whereItStood(stood)?.focus();
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
}

function placesOf(element: Element): readonly Stood[] {
  const places: Stood[] = [];
  for (let one: Element | null = element; one?.parentElement; one = one.parentElement)
    places.push({ below: one.parentElement, at: [...one.parentElement.children].indexOf(one) });
  return places;
}

/** The first control of whatever stands there now, or of what comes behind it. */
function whereItStood(places: readonly Stood[]): HTMLElement | undefined {
  const place = places.find(({ below }) => below.isConnected);
  const following = place ? [...place.below.children].slice(place.at) : [];
  for (const one of following) {
    const control = one.matches(canTakeFocus) ? one : one.querySelector(canTakeFocus);
    if (control instanceof HTMLElement && !control.matches(":disabled")) return control;
  }
  return undefined;
}
