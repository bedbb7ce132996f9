/**
 * Personal names, tier T0: names that a word, title, label or their own form gives away. Names in running text without
 * any of these are the tagger's.
 */
import type { Detector, Report, TypeEntry } from '../detector.ts';
import { detectCased, detectLowerCase } from './cased-names.ts';
import { detectChinese } from './chinese-names.ts';
import { detectJapanese } from './japanese-names.ts';
import { detectKorean } from './korean-names.ts';
import { detectIndicAndThai, detectRightToLeft } from './uncased-names.ts';

const types: readonly TypeEntry[] = [
  {
    type: 'PERSON',
    kind: 'PERSON',
    title: 'Personal name',
    source: 'Forms of address and introduction, rule-based; Unicode scripts',
  },
];

export const namesDetector: Detector = {
  name: 'names',
  tier: 'T0',
  types,
  detect: (text, report) => detect(text, report),
};

function detect(text: string, report: Report): void {
  const seen = detectCased(text, report);
  detectLowerCase(text, report);
  if (seen.rtl) detectRightToLeft(text, report);
  if (seen.indic) detectIndicAndThai(text, report);
  if (seen.hangul) detectKorean(text, report);
  if (!seen.han) return;
  // Kana, or a label that only Japanese writes so, decides between the two readings of Han characters.
  if (/[\u3041-\u30ff]|氏名|様/.test(text)) detectJapanese(text, report);
  else detectChinese(text, report);
}
