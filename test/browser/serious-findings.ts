import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../support/source-tree.ts';
import { settled } from './settled.ts';

const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong for longer than this is wrong with the page, and not with a frame between two states of it. Milliseconds. */
const PATIENCE = 3_000;
/** A page that never stands still, because something on it counts or turns, is judged as it moves after this. Milliseconds. */
const RESTLESS = 20_000;

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

interface Look {
  readonly found: readonly unknown[];
  /** The page changed while it was looked at: what axe says is of two pages then. */
  readonly moved: boolean;
}

/**
 * What axe finds of serious or critical impact. The whole page, dialogs included; each finding with its places. A page that is just
 * closing a menu names an element that is gone, so what is found is looked for again until it is gone, or has stayed on a page that
 * stood still.
 */
export async function seriousFindings(page: Page): Promise<readonly unknown[]> {
  const begun = performance.now();
  for (let looks = 1; ; looks++) {
    const { found, moved } = await look(page);
    const passed = performance.now() - begun;
    // One look can take longer than all patience where the machine is busy: it is not the only one.
    const isPatient = passed > PATIENCE && looks > 2 && (!moved || passed > RESTLESS);
    if (found.length === 0 || isPatient) return found;
    await page.waitForTimeout(100);
  }
}

async function look(page: Page): Promise<Look> {
  await settled(page);
  // Over the debugger's way in, which the page's content-security policy does not guard.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    let moved = false;
    const changes = new MutationObserver(() => {
      moved = true;
    });
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    moved ||= changes.takeRecords().length > 0;
    changes.disconnect();
    const found = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, where: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`) }));
    return { found, moved };
  }, WCAG_AA);
}
