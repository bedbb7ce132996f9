import { afterAll, describe, expect, test } from 'bun:test';
import type { Page } from 'playwright-core';
import { chunk, DONE, type FakeProvider, startFakeProvider, streamedAnswer } from '../support/fake-provider.ts';
import { mustManage } from '../support/manage.ts';
import { chromiumPath, cookiesOf, openPage } from './browser.ts';
import { type MadeUpOrganization, PASSWORD, PEOPLE } from './made-up-organization.ts';
import { eventually, WAIT } from './patience.ts';
import { says } from './says.ts';
import { seriousFindings } from './serious-findings.ts';
import { settledOverflow } from './settled-overflow.ts';
import { tap } from './tap.ts';
import { withOnePage } from './with-organization.ts';

const MAIL = ['marta.nowak', 'lindenhof.example'].join('@');
const KEY = ['AKIA', 'QYLPMN5HHHFPZAM2'].join('');

describe.skipIf(chromiumPath === undefined)('the playground in a browser', () => {
  let organization: MadeUpOrganization;
  let provider: FakeProvider;
  let page: Page;
  let complaints: string[];

  const prepare = async ({ url, cookies }: MadeUpOrganization): Promise<void> => {
    provider = startFakeProvider();
    const make = (route: string, body: unknown) => mustManage(url, route, { cookie: cookies.owner, body });
    const { baseUrl } = provider;
    await make('POST /providers', { name: 'slow', kind: 'openai-compatible', baseUrl, internal: true });
    const targets = [{ provider: 'slow', model: 'slow-1' }];
    await make('POST /workspaces', { name: 'slow-team', settings: { targets } });
    await make('POST /workspaces', { name: 'strict-team', settings: { targets, pii: { floor: 'block' } } });
    for (const name of ['slow-team', 'strict-team']) {
      await make(`POST /workspaces/${name}/members`, { email: PEOPLE.owner.email, role: 'admin' });
    }
    await make('POST /workspaces', { name: 'not-mine', settings: { targets } });
  };
  const { as, windowOf } = withOnePage({ requests: 3, prepare }, (made, opened) => {
    organization = made;
    ({ page, complaints } = opened);
  });
  afterAll(async () => {
    await provider?.stop();
  });

  const open = async (workspace = 'demo'): Promise<void> => {
    await page.goto(`${organization.url}/playground?workspace=${workspace}`);
    await page.getByRole('heading', { name: 'Playground' }).waitFor();
  };
  const message = () => page.getByRole('textbox', { name: 'Message' });
  const lane = (name: string) => page.getByRole('region', { name });
  const say = async (words: string): Promise<void> => {
    await message().fill(words);
    await message().press('Enter');
  };

  test(
    'a sample becomes a turn: what was written, what the model saw, what came back',
    async () => {
      await open();
      await page.getByRole('button', { name: /A customer’s message/ }).click();
      await page.getByRole('region', { name: 'Receipt' }).waitFor();
      await says(lane('You wrote'), [`${MAIL}E-mail address`, 'Marta NowakPerson']);
      await says(lane('The model saw'), ['[PERSON_1]', '[EMAIL_1]', '[PHONE_1]'], [MAIL]);
      const words = 'You said: Write a short, friendly answer to Marta Nowak';
      await says(lane('You got back'), [words, MAIL], ['[EMAIL_1]']);
      const receipt = page.getByRole('region', { name: 'Receipt' });
      await says(receipt, ['Masked', 'Person', 'E-mail address', 'checked in', 'policy']);
      // Those who listen are told the same.
      await says(page.locator('[aria-live="polite"]', { hasText: 'The answer is complete.' }), [
        '3 found, 3 replaced.',
      ]);
      expect(await message().inputValue()).toBe('');
    },
    WAIT,
  );

  test(
    'the same from a program names this address, workspace and mode',
    async () => {
      await page.getByText('The same from a program').click();
      await page.getByRole('tab', { name: 'Python' }).click();
      const code = page.getByRole('figure', { name: 'Python' });
      await says(code, [`${organization.url}/api/v1`, 'model="demo"', '"pii": "obfuscate"', MAIL]);
      await page.getByText('The same from a program').click();
      await code.waitFor({ state: 'detached' });
    },
    WAIT,
  );

  test(
    'a finding says on focus by what it was found',
    async () => {
      // Browsers show focus to those who use keys: the last thing that was used counts.
      await message().press('Shift');
      await lane('You wrote').locator('mark').filter({ hasText: MAIL }).focus();
      const tip = page.getByRole('tooltip');
      await says(tip, ['E-mail address', 'RFC 5322', 'rules and check digits', '[EMAIL_1]']);
      await page.keyboard.press('Escape');
      await tip.waitFor({ state: 'hidden' });
    },
    WAIT,
  );

  test(
    'the next turn goes on: earlier answers are sent again, masked anew',
    async () => {
      await say(`Is ${MAIL} the right address?`);
      await page.getByRole('region', { name: 'Receipt' }).nth(1).waitFor();
      const second = page.getByRole('article', { name: 'Turn 2' });
      await second.getByText(/messages before it/).click();
      const saw = ['Is [EMAIL_1] the right address?', 'You said: Write a short, friendly answer to [PERSON_1]'];
      await says(second.getByRole('region', { name: 'The model saw' }), saw, [MAIL]);
    },
    WAIT,
  );

  test(
    'the receipt leads to the audit event, which holds no text',
    async () => {
      await page.getByRole('link', { name: 'Audit event' }).first().click();
      await page.waitForURL(/\/audit\/[0-9a-f-]{36}$/);
      // The address changes before the page does.
      await page.getByRole('region', { name: 'Receipt' }).first().waitFor({ state: 'detached' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.content()).not.toContain(MAIL);
    },
    WAIT,
  );

  test(
    'a secret is refused, calmly, and nothing is sent',
    async () => {
      await open('slow-team');
      const before = provider.received.length;
      await say(`Why does this key fail: ${KEY}`);
      const refusal = page.getByRole('alert');
      await refusal.getByText('Not sent: it holds a secret').waitFor();
      await says(lane('The model saw'), ['Nothing. The request was stopped at the gateway.']);
      await says(page.getByRole('region', { name: 'Receipt' }), ['Refused']);
      expect(await refusal.textContent()).not.toContain(KEY);
      expect(provider.received.length).toBe(before);
      // What was refused is not lost: it can be changed and sent again.
      await refusal.getByRole('button', { name: 'Change the message' }).click();
      expect(await message().inputValue()).toBe(`Why does this key fail: ${KEY}`);
      expect(await message().evaluate((field) => field === document.activeElement)).toBe(true);
      await message().fill('');
    },
    WAIT,
  );

  test(
    "what the workspace's floor forbids cannot be chosen",
    async () => {
      await open('strict-team');
      for (const [mode, isAllowed] of [
        ['Pass on', false],
        ['Replace', false],
        ['Refuse', true],
      ] as const) {
        await eventually(async () => expect(await page.getByRole('radio', { name: mode }).isEnabled()).toBe(isAllowed));
      }
      await page.getByRole('radio', { name: 'Refuse', checked: true }).waitFor({ state: 'attached' });
      await page.getByText('This workspace always refuses it').waitFor();
      await say(`Mail ${MAIL}`);
      await page.getByText('Not sent: it holds personal data').waitFor();
    },
    WAIT,
  );

  test(
    'an answer arrives as it is said, and can be stopped',
    async () => {
      await open('slow-team');
      provider.answerWith((_request, noteAbort) =>
        streamedAnswer([chunk({ content: 'One moment' }), 30_000, chunk({ content: ' more' }), DONE], noteAbort),
      );
      const before = provider.aborted();
      await say('hello');
      await lane('You got back').getByText('One moment').waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('You stopped the answer here.').waitFor();
      await eventually(() => expect(provider.aborted()).toBe(before + 1));
      await page.getByRole('button', { name: 'Send' }).waitFor();
    },
    WAIT,
  );

  test(
    'values are marked where they were put back, however the model spelled their placeholders',
    async () => {
      await open('slow-team');
      provider.answerWith(() =>
        streamedAnswer([
          chunk({ content: 'Dear [email-1], or `EMAIL_1`: ' }),
          chunk({ content: 'hello' }),
          chunk({}, 'stop'),
          DONE,
        ]),
      );
      await say(`Mail ${MAIL}`);
      await page.getByRole('region', { name: 'Receipt' }).waitFor();
      const back = lane('You got back');
      await eventually(async () => expect(await back.locator('mark').allTextContents()).toEqual([MAIL, MAIL]));
      await says(back, ['1 put back']);
    },
    WAIT,
  );

  test(
    'Shift and Enter begin a line, and nothing is sent before Enter',
    async () => {
      await open();
      await message().fill('one');
      await message().press('Shift+Enter');
      await message().pressSequentially('two');
      expect(await message().inputValue()).toBe('one\ntwo');
      expect(await page.getByRole('article').count()).toBe(0);
    },
    WAIT,
  );

  test(
    'markup, script addresses and characters that hide or turn text are shown as text',
    async () => {
      await open();
      const hostile = '<img src=x onerror="document.title=1"> [a](javascript:alert(1)) \u202Egnp.exe\u202C end\u200B';
      await say(hostile);
      await page.getByRole('region', { name: 'Receipt' }).waitFor();
      for (const name of ['You wrote', 'The model saw', 'You got back']) {
        const markup = '<img src=x onerror="document.title=1"> [a](javascript:alert(1)) ';
        await says(lane(name), [markup, 'U+202E', 'U+202C', 'U+200B'], ['\u202E']);
      }
      expect(await page.locator('main img, main a[href^="javascript"]').count()).toBe(0);
      expect(await page.title()).toContain('Playground');
    },
    WAIT,
  );

  test(
    'a member is offered the own workspaces, and sees the name of the request instead of the audit log',
    async () => {
      const { page: theirs, complaints: complained } = await as('member', '/playground');
      const { data } = (await mustManage(organization.url, 'GET /workspaces', { cookie: organization.cookies.member }))
        .body;
      await theirs.getByRole('textbox', { name: 'Message' }).waitFor();
      const names = data.map(({ name }: { name: string }) => name);
      expect(names).not.toContain('slow-team');
      await eventually(async () => {
        const offered = await theirs.getByLabel('Workspace', { exact: true }).locator('option').allTextContents();
        expect(offered.toSorted()).toEqual(names.toSorted());
      });
      await theirs.getByRole('textbox', { name: 'Message' }).fill('hello');
      await theirs.getByRole('textbox', { name: 'Message' }).press('Enter');
      const receipt = theirs.getByRole('region', { name: 'Receipt' });
      await says(receipt, [/request req_[0-9a-f]{32}/]);
      expect(await theirs.getByRole('link', { name: 'Audit event' }).count()).toBe(0);
      expect(complained).toEqual([]);
    },
    WAIT,
  );

  test(
    'who has no workspace is told what to do',
    async () => {
      const body = { email: 'new.person@northwind.example', role: 'member' };
      await mustManage(organization.url, 'POST /users', { cookie: organization.cookies.owner, body });
      const token = new URL(await organization.link(body.email)).hash.slice(1);
      const used = { token, password: PASSWORD };
      const { cookie } = await mustManage(organization.url, 'POST /sign-in-links/consume', { body: used });
      const newcomer = await windowOf(undefined);
      await newcomer.addCookies(cookiesOf(cookie, organization.url));
      const { page: empty, complaints: complained } = await openPage(newcomer);
      await empty.goto(`${organization.url}/playground`);
      await empty.getByText(/Ask an owner or admin to add you to one/).waitFor();
      expect(await empty.getByRole('textbox').count()).toBe(0);
      expect(complained).toEqual([]);
    },
    WAIT,
  );

  test(
    'workspaces that cannot be loaded are said, with a way to try again',
    async () => {
      await page.route('**/api/manage/workspaces', (route) => route.abort());
      await page.goto(`${organization.url}/playground`);
      await page
        .getByRole('alert')
        .getByText(/cannot be reached/)
        .waitFor();
      await page.unroute('**/api/manage/workspaces');
      await page.getByRole('button', { name: 'Try again' }).click();
      await message().waitFor();
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('ERR_FAILED')));
    },
    WAIT,
  );

  test(
    'who is not a member is told so, owners too',
    async () => {
      await open('not-mine');
      await say('hello');
      await page.getByText('You are not a member of this workspace').waitFor();
    },
    WAIT,
  );

  test(
    'a gateway that cannot be reached is said, and the conversation stays',
    async () => {
      await open();
      await page.route('**/api/manage/playground', (route) => route.abort());
      await say('hello there');
      await page
        .getByRole('alert')
        .getByText(/cannot be reached/)
        .waitFor();
      await says(lane('You wrote'), ['hello there']);
      await page.unroute('**/api/manage/playground');
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('ERR_FAILED')));
    },
    WAIT,
  );

  test(
    'on a telephone the views are tabs; axe finds nothing serious with turns on the page, in both themes',
    async () => {
      await open();
      await page.getByRole('button', { name: /A payment that went wrong/ }).click();
      await page.getByRole('region', { name: 'Receipt' }).waitFor();
      await say(`and this key: ${KEY}`);
      await page.getByRole('alert').waitFor();
      const found: unknown[] = [];
      for (const width of [1440, 768, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = await settledOverflow(page);
        if (overflow > 0) found.push(`${overflow} pixels too wide at ${width}`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const finding of await seriousFindings(page)) found.push({ width, colorScheme, finding });
        }
      }
      expect(found).toEqual([]);
      const first = page.getByRole('article', { name: 'Turn 1' });
      await first.getByRole('tab', { name: 'The model saw' }).click();
      await says(first.getByRole('tabpanel'), ['[IBAN_1]']);
      await first.getByRole('tab', { name: 'You wrote' }).click();
      await says(first.getByRole('tabpanel'), ['Payment card']);
      await page.setViewportSize({ width: 1440, height: 900 });
    },
    WAIT,
  );

  test(
    'a tap tells what hover tells, and the end of a turn is not behind the composer',
    async () => {
      const telephone = await windowOf('owner', { hasTouch: true, viewport: { width: 390, height: 844 } });
      const { page: small, complaints: complained } = await openPage(telephone);
      await small.goto(`${organization.url}/playground?workspace=demo`);
      const receipts = small.getByRole('region', { name: 'Receipt' });
      for (const [turn, words] of [
        `Mail ${MAIL} and ${'tell her a long story. '.repeat(40)}`,
        `the key is ${KEY}`,
      ].entries()) {
        await small.getByRole('textbox', { name: 'Message' }).fill(words);
        const article = small.getByRole('article', { name: `Turn ${turn + 1}` });
        await tap(small.getByRole('button', { name: 'Send' }), article);
        await receipts.nth(turn).waitFor();
      }
      await eventually(async () => {
        const composer = await small.getByRole('form', { name: 'Your message' }).boundingBox();
        const end = await receipts.nth(1).boundingBox();
        expect(end).not.toBeNull();
        expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(composer?.y ?? 0);
      });
      const first = small.getByRole('article', { name: 'Turn 1' });
      const tab = first.getByRole('tab', { name: 'You wrote' });
      await tap(tab, tab.and(small.locator('[aria-selected=true]')));
      await tap(first.locator('mark').first(), small.getByRole('tooltip').getByText('RFC 5322'));
      await tap(small.getByRole('heading', { level: 1 }), small.getByRole('tooltip'), 'hidden');
      expect(complained).toEqual([]);
    },
    WAIT,
  );

  test(
    'a new conversation begins empty',
    async () => {
      await page.getByRole('button', { name: 'New conversation' }).click();
      await page.getByText('Try one of these').waitFor();
      expect(await page.getByRole('article').count()).toBe(0);
    },
    WAIT,
  );
});
