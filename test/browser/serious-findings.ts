import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../support/source-tree.ts';
import { settled } from './settled.ts';

const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong for longer than this is wrong with the page, and not with a frame between two states of it. Milliseconds. */
const PATIENCE = 3_000;

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/**
 * What axe finds of serious or critical impact. The whole page, dialogs included; each finding with its places. A page that is just
 * closing a menu names an element that is gone, so what is found is looked for again until it is gone or has stayed.
 */
export async function seriousFindings(page: Page): Promise<unknown[]> {
  const until = performance.now() + PATIENCE;
  let found = await look(page);
  while (found.length > 0 && performance.now() < until) {
    await page.waitForTimeout(100);
    found = await look(page);
  }
  return found;
}

async function look(page: Page): Promise<unknown[]> {
  await settled(page);
  // Over the debugger's way in, which the page's content-security policy does not guard.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, where: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`) }));
  }, WCAG_AA);
}
