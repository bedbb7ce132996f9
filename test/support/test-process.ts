import { setDefaultTimeout } from 'bun:test';

/** Loaded before every test (bunfig.toml): what a machine, a shell or a build server may have set does not decide what tests find. */

/** As in bin/test.mjs, for a file that is run by hand. Bun forgets it after the first one: several need `--timeout 300000`. */
setDefaultTimeout(300_000);

/** Proxies of the shell: they would be sent the requests of tests to servers on this machine. Settings of clients and of Postgres: they would stand in for ours. */
const FOREIGN = /^(?:(?:https?|all|no)_proxy|openai_.*|pg[a-z]+)$/i;
for (const name of Object.keys(process.env)) if (FOREIGN.test(name)) delete process.env[name];
