/**
 * Keeps the keyboard's place (WCAG 2.4.3). A browser lets go of the focus when what has it is removed or switched off: a dialog that
 * closes, a row that was deleted, a button while it works. It then goes back to where it was before, or to what stands nearby.
 */

interface Place {
  readonly element: HTMLElement;
  /** Of the element when it got the focus, from the inside out: it may be gone by now. */
  readonly around: readonly Element[];
}

/** How many places back are remembered. */
const LONGEST = 20;
const REACHABLE = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

const LIMIT = 'main, body, [data-portal], [data-mantine-shared-portal-node]';

/** @returns stops it */
export function keepFocus(page: Document): () => void {
  const places: Place[] = [];
  /** The focus was there and nobody has taken it elsewhere since. */
  let held = false;
  let frame = 0;
  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target === page.body) return;
    held = true;
    const known = places.findIndex(({ element }) => element === target);
    if (known >= 0) places.splice(known, 1);
    places.unshift({ element: target, around: ancestorsOf(target) });
    places.length = Math.min(places.length, LONGEST);
  };
  // A click beside everything takes the focus away on purpose.
  const letGo = (): void => {
    held = false;
  };
  const look = (): void => {
    frame = 0;
    if (!held || (page.activeElement !== page.body && page.activeElement !== null)) return;
    const [last] = places;
    // It works, and is back in a moment.
    if (last?.element.isConnected && last.element.matches('[data-loading]')) return;
    nearest(places)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    if (frame === 0 && held) frame = requestAnimationFrame(look);
  });
  page.addEventListener('focusin', note);
  page.addEventListener('pointerdown', letGo, true);
  observer.observe(page.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'data-loading'] });
  return () => {
    page.removeEventListener('focusin', note);
    page.removeEventListener('pointerdown', letGo, true);
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** The last place that is still there; of one that is gone, what can be reached in the innermost part of the page that held it. */
function nearest(places: readonly Place[]): HTMLElement | undefined {
  for (const { element, around } of places) {
    if (isReachable(element)) return element;
    const inside = around.find((part) => part.isConnected);
    const neighbour = [...(inside?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])].find(isReachable);
    if (neighbour !== undefined) return neighbour;
  }
  return undefined;
}

/** Up to the page's main part, or to what holds all that lies above the page: what is outside of it is not near. */
function ancestorsOf(element: Element): readonly Element[] {
  const ancestors: Element[] = [];
  for (let each = element.parentElement; each !== null && !each.matches(LIMIT); each = each.parentElement) {
    ancestors.push(each);
  }
  return ancestors;
}

function isReachable(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled, [tabindex="-1"]') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
