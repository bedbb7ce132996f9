import { describe, expect, test } from 'bun:test';
import { type DetectionSettingsInput, detectionPolicySchema } from '../../src/contract/detection-policy.ts';
import { createExplainer } from '../../src/firewall/explaining/explain.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { compileDetectionPolicy, secretsOnly } from '../../src/firewall/policy.ts';
import { everydayExamples } from './catalogue/everyday.ts';
import { identifierExamples } from './catalogue/identifiers.ts';
import { namesAddressesExamples } from './catalogue/names-addresses.ts';
import { secretExamples } from './catalogue/secrets.ts';

const explainerFor = (input: DetectionSettingsInput) => {
  const settings = detectionPolicySchema.parse(input);
  const policy = compileDetectionPolicy(settings);
  return { policy, explainer: createExplainer(policy, { settings }) };
};

const catalogue = [...everydayExamples, ...identifierExamples, ...namesAddressesExamples, ...secretExamples];
const texts = catalogue.flatMap(({ examples, nearMisses }) => [...examples, ...nearMisses]);

const POLICIES: Readonly<Record<string, DetectionSettingsInput>> = {
  defaults: {},
  'everything on, a low threshold': { kinds: { LOCATION: 'on', ORGANIZATION: 'on' }, threshold: 0.3 },
  'an allow list, kinds off, thresholds, a recogniser': {
    kinds: { ID: 'off', IP: 'off' },
    thresholds: { PHONE: 0.9 },
    allow: [{ domain: 'example.com' }, { pattern: '[A-Z].*' }],
    recognisers: [{ name: 'Word', kind: 'WORD', keywords: ['the', 'number'] }],
  },
};

describe.each(Object.entries(POLICIES))('with %s', (_name, input) => {
  const { policy, explainer } = explainerFor(input);

  test('an explanation finds what the request path finds, in every text of the catalogue', () => {
    for (const text of texts) {
      const expected = inspectText(text, policy);
      expect(explainer.find(text)).toEqual(expected);
      const { findings } = explainer.explain(text, expected);
      expect(
        findings.map(({ start, end, kind, type, score, tier }) => ({ start, end, kind, type, score, tier })),
      ).toEqual(expected.map((finding) => ({ ...finding })));
    }
  });

  test('every finding has a title and a rule; what does not count says why', () => {
    for (const text of texts) {
      const { findings, notCounted } = explainer.explain(text, explainer.find(text));
      for (const { title, rule, detector } of findings) {
        expect([title, rule, detector]).not.toContain('');
        expect(detector).not.toBe('firewall');
      }
      for (const near of notCounted) {
        expect(near.because).toEndWith('.');
        expect(near.end).toBeGreaterThan(near.start);
        expect(near.end).toBeLessThanOrEqual(text.length);
        if (near.reason === 'below_threshold')
          expect(near.score).toBeLessThan(policy.thresholds.get(near.kind) ?? policy.threshold);
        else if (near.reason === 'kind_off') expect(policy.kindsOff.has(near.kind)).toBe(true);
        else if (near.reason === 'overlapped') {
          expect(findings.some(({ start, end }) => start < near.end && near.start < end)).toBe(true);
        } else expect(policy.allow.empty).toBe(false);
      }
    }
  });
});

describe('near misses', () => {
  test('every candidate that a lower threshold would have counted is told', () => {
    const { explainer } = explainerFor({});
    const lower = compileDetectionPolicy({ threshold: 0.3 });
    for (const text of texts) {
      const { findings, notCounted } = explainer.explain(text, explainer.find(text));
      const told = [...findings, ...notCounted];
      for (const { start, end } of inspectText(text, lower)) {
        expect(told.some((each) => each.start < end && start < each.end)).toBe(true);
      }
    }
  });

  test('personal data that passes is told', () => {
    const settings = detectionPolicySchema.parse({});
    const full = compileDetectionPolicy(settings);
    const explainer = createExplainer(secretsOnly(full), { settings, passing: full });
    const text = `mail ${['anna', 'posteo.de'].join('@')}`;
    expect(explainer.explain(text, explainer.find(text))).toMatchObject({
      findings: [],
      notCounted: [{ kind: 'EMAIL', reason: 'personal_data_passes' }],
    });
  });
});

describe('views', () => {
  test.each([
    ['folded', 'ａｎｎａ＠ｐｏｓｔｅｏ．ｄｅ'],
    ['decoded', 'anna&#64;posteo.de'],
    ['joined', 'anna at posteo dot de'],
    ['opened', btoa(['anna', 'posteo.de'].join('@'))],
  ])('%s', (view, hidden) => {
    const { explainer } = explainerFor({});
    const text = `mail ${hidden} ok`;
    const { findings } = explainer.explain(text, explainer.find(text));
    expect(findings).toMatchObject([{ kind: 'EMAIL', view, reads: ['anna', 'posteo.de'].join('@') }]);
    expect(text.slice(findings[0]?.start, findings[0]?.end)).toBe(hidden);
  });
});
