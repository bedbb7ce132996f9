/** The way back in when nobody can sign in. */
import { expect, test } from 'bun:test';
import { join } from 'node:path';
import { createPeople } from '../../src/authentication/people.ts';
import { createSecurityLog } from '../../src/authentication/security-log.ts';
import { loadMasterKey } from '../../src/platform/crypto.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { caller } from '../support/fixtures.ts';
import { totpCode } from '../support/totp.ts';
import { inFolder, run } from './program.ts';

const OWNER = ['--email', 'owner@example.com', '--role', 'owner'];
const PASSWORD = 'correct horse battery';

test('an owner without authenticator, codes and password gets in by a link, and the others stay as they were', async () => {
  await inFolder(async (folder) => {
    const link = async (...more: string[]): Promise<string> => {
      const { code, stdout, stderr } = await run(['create-admin', ...OWNER, ...more], { cwd: folder });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return stdout.trim().split('#')[1] ?? '';
    };
    const first = await link();
    const database = await openDatabase(`sqlite:${join(folder, 'data', 'onefirewall.db')}`);
    const masterKey = await loadMasterKey({ file: join(folder, 'data', 'master.key') });
    const people = createPeople({ database, masterKey, publicUrl: 'http://localhost:8080' });
    const enter = (token: string) => people.consumeLink({ token, password: PASSWORD }, caller());

    const entered = await enter(first);
    if (entered.user === null) throw new Error('nobody has a second factor yet');
    const cookie = entered.cookies.map((text) => text.split(';')[0]).join('; ');
    const holder = { user: entered.user, signedInBy: 'password', cookie, caller: caller() } as const;
    const { secret } = await people.twoFactor.start(holder, PASSWORD);
    await people.twoFactor.confirm(holder, totpCode(secret));

    // A link sets a password, and no more than that.
    expect((await enter(await link())).user).toBeNull();
    const reset = await link('--reset-two-factor');
    expect((await enter(reset)).user).toMatchObject({ role: 'owner', twoFactor: false });
    const { data } = await createSecurityLog(database).list({ limit: 20 }, entered.user.id);
    expect(data).toContainEqual(expect.objectContaining({ kind: 'two-factor-reset', clientAddress: 'command line' }));
    await database.close();
  });
});
