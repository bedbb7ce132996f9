/** Korean names: a surname of one syllable (rarely two), a given name of two, and an honorific, label or introduction. */
import type { Report } from '../detector.ts';

const SURNAMES =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부';
const DOUBLE = '남궁|황보|제갈|사공|선우|서문|독고|동방';
const NAME = `(?:(?:${DOUBLE})[\\uac00-\\ud7a3]{1,2}|[${SURNAMES}][\\uac00-\\ud7a3]{2})`;
const HONOURED = new RegExp(
  `(?<![\\uac00-\\ud7a3])(${NAME}|[${SURNAMES}][\\uac00-\\ud7a3]) ?(?:씨|님|선생님|교수님?|박사님?|의사|대리|과장|부장|차장|사장|대표|팀장|원장|변호사|기자|이사|실장|환자|고객|군|양)(?=[은는이가을를의에와과도께 ,.!?)\\n]|입니다|$)`,
  'gu',
);
const LABELLED = new RegExp(
  `(?:이름|성명|성함|환자명?|고객명?|예금주|수령인|신청인|보호자|담당자|받는 사람|보내는 사람)(?:은|는|이)?["']?\\s?[:：]?\\s?["']?(${NAME}|[${SURNAMES}] [\\uac00-\\ud7a3]{2})(?=입니다|이고|이며|이라고|라고|[ ,.\\n"')(]|$)`,
  'gu',
);
const INTRODUCED = new RegExp(`(?:저는|제가|나는|전) (${NAME})(?:입니다|이에요|예요|이라고|라고)`, 'gu');
/** Roles that end like name plus honorific. */
const NOT_NAME =
  /^(?:박사$|고객|선생|사용|이용|관리|담당|회원|부모|주인|하느|임원|이사|전문|변호|조교|정교|부교|원장|사장|공동|전임|여사|노인|소비|구매|판매|기사|손|형|누|선배|후배|신청|개발|작성|운영|강사|이번|전체|모든|우리|주치|한의|수의|방문|이전|현재|전직|안내|유명|여성|남성|소아|국회|정신)/u;

export function detectKorean(text: string, report: Report): void {
  for (const [pattern, score] of [
    [HONOURED, 0.7],
    [LABELLED, 0.8],
    [INTRODUCED, 0.85],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      if (NOT_NAME.test(name)) continue;
      const start = match.index + match[0].indexOf(name);
      report(start, start + name.length, 'PERSON', 'PERSON', name.length > 2 ? score : Math.min(score, 0.5));
    }
  }
}
