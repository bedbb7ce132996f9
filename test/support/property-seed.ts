import fc from 'fast-check';

/**
 * Loaded before every test (bunfig.toml). Properties draw the same cases on every run, so that a red run means a change made it red;
 * `npm run fuzz` draws new ones. A failure prints its seed: PROPERTY_SEED=<seed> draws it again.
 */
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_123);
if (!Number.isInteger(seed)) throw new Error('PROPERTY_SEED must be an integer');
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
