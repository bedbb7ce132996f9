/** Chinese, Japanese and Korean addresses, largest part first, read back from the number that ends them. */

export interface AsianAddress {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

const HAN = '\\u3400-\\u9fff';
const CHINA =
  '北京|天津|上海|重庆|重慶|河北|山西|辽宁|遼寧|吉林|黑龙江|黑龍江|江苏|江蘇|浙江|安徽|福建|江西|山东|山東|河南|湖北|湖南|广东|廣東|海南|四川|贵州|貴州|' +
  '云南|雲南|陕西|陝西|甘肃|甘肅|青海|台湾|臺灣|台灣|内蒙古|內蒙古|广西|廣西|西藏|宁夏|寧夏|新疆|香港|澳门|澳門|台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|' +
  '广州|深圳|杭州|南京|武汉|成都|西安|苏州|青岛|大连|厦门|宁波|长沙|郑州|济南|沈阳|哈尔滨|福州|昆明|合肥';
const REGION = new RegExp(`(?:中国|中國)?(?:${CHINA})`, 'u');
const STREET_BEFORE = /[路街道巷弄段村里同]$/u;
const CHINESE_END = new RegExp(
  `(?:\\d{1,5}[巷弄]){0,2}(?:\\d{0,5}(?:[-之－]\\d{1,4})?[号號弄巷])?(?:之\\d{1,3})?(?:院)?(?:[${HAN}A-Za-z]{0,8}?(?:大厦|大廈|小区|公寓|花园|花園|广场|廣場|中心|苑|园|楼|樓|座|栋|棟))?(?:[A-Za-z\\d]{1,4}(?:号楼|號樓|栋|棟|幢|座|楼|樓|层|層|单元|單元|室|房|号|號)(?:之\\d{1,3})?){0,4}(?:\\d{3,4})?`,
  'uy',
);
const LEAD =
  /^.*?(?:住在|位于|位於|地址是|地址为|地址為|寄到|寄往|送到|送至|送往|搬到|来到|家在|我在|设在|設在|坐落于|在|到|至|于|於|是|为|為|往)(?=.{4})/u;

const PREFECTURES =
  '北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|東京都|神奈川県|新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|' +
  '三重県|滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|熊本県|大分県|宮崎県|鹿児島県|沖縄県';
const PREFECTURE = new RegExp(`(?:${PREFECTURES})`, 'u');
const LEAD_JAPANESE = /^.*(?:[はがをでと]|住所|所在地|に(?=.{5}))/u;
const JAPANESE_END =
  /(?:\d{1,4}丁目)?(?:\d{1,4}番地?(?:の\d{1,3})?)?(?:\d{1,4}号|\d{1,5}(?:[-－−ー‐の]\d{1,4}){1,3})?(?:[ \u3000]?[\u3041-\u30ff\u3400-\u9fffA-Za-z・ー]{2,16}[ ]?\d{1,4}(?:号室|号|階|F))?/uy;

const HANGUL = '\\uac00-\\ud7a3';
const KOREAN = new RegExp(
  `((?:[${HANGUL}]{2,7}(?:특별자치도|특별자치시|특별시|광역시|도|시)? )?(?:[${HANGUL}]{1,6}시 )?(?:[${HANGUL}]{1,6}[구군] )?(?:[${HANGUL}]{1,6}[읍면] )?[${HANGUL}\\d]{1,10}(?:대로|로|길|동|리|가)(?:\\d{1,3}(?:번)?길)?) ?$`,
  'u',
);
const KOREAN_END =
  /\d{1,5}(?:-\d{1,4})?(?:번지|번길 ?\d{1,4})?(?:,? ?(?:\d{1,4}동|[\uac00-\ud7a3A-Za-z]{2,12}(?:아파트|빌딩|타워|빌라)))?(?:,? ?\d{1,4}(?:호|층)){0,2}/uy;
const KOREAN_REGION =
  /(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청|충북|충남|전라|전북|전남|경상|경북|경남|제주)/u;

/** Only called when a CJK or Hangul character stands beside the number. Looks back at most 48 characters and not before `floor`. */
export function readAsian(text: string, start: number, floor: number): AsianAddress | undefined {
  const from = Math.max(floor, start - 48);
  const raw = text.slice(from, start);
  const beside = text.charCodeAt(start - 1);
  const spaced = beside === 32 ? text.charCodeAt(start - 2) : beside;
  if (spaced >= 0xac00 && spaced <= 0xd7a3) return readKorean(text, start, raw);
  const before = raw.slice(lastBreak(raw));
  if (before.length < 2) return undefined;
  return readChinese(text, start, before) ?? readJapanese(text, start, before);
}

function readChinese(text: string, start: number, before: string): AsianAddress | undefined {
  if (!STREET_BEFORE.test(before)) return undefined;
  CHINESE_END.lastIndex = start;
  const end = CHINESE_END.exec(text)?.[0];
  if (end === undefined || !/[号號弄巷]/.test(end)) return undefined;
  const region = REGION.exec(before);
  const street = region === null ? before.replace(LEAD, '') : before.slice(region.index);
  if (street.length < 3) return undefined;
  const district = region !== null || /[市区區县縣省镇鎮]/u.test(street);
  return { start: start - street.length, end: start + end.length, score: district ? 0.85 : 0.6 };
}

function readJapanese(text: string, start: number, before: string): AsianAddress | undefined {
  if (!/[市区郡町村]/.test(before)) return undefined;
  JAPANESE_END.lastIndex = start;
  const end = JAPANESE_END.exec(text)?.[0];
  if (end === undefined || end.length < 3 || !/[丁番号－−ー‐の-]/.test(end)) return undefined;
  const prefecture = PREFECTURE.exec(before);
  const area = prefecture === null ? before.replace(LEAD_JAPANESE, '') : before.slice(prefecture.index);
  if (!/.[市区郡町村]/u.test(area)) return undefined;
  const from = start - area.length;
  const code = /(?:〒 ?)?\d{3}-\d{4}[ \u3000\n]{0,2}$/u.exec(text.slice(Math.max(0, from - 14), from))?.[0].length ?? 0;
  return { start: from - code, end: start + end.length, score: prefecture !== null || code > 0 ? 0.9 : 0.6 };
}

function readKorean(text: string, start: number, raw: string): AsianAddress | undefined {
  const line = raw.slice(raw.lastIndexOf('\n') + 1);
  const street = KOREAN.exec(line)?.[1];
  if (street === undefined) return undefined;
  KOREAN_END.lastIndex = start;
  const end = KOREAN_END.exec(text)?.[0];
  if (end === undefined) return undefined;
  const begin = start - (line.length - line.lastIndexOf(street));
  const known = KOREAN_REGION.test(street) || /[시군구] /.test(street);
  if (!known) return undefined;
  return { start: begin, end: start + end.length, score: 0.85 };
}

/** Addresses do not run over sentence ends, commas or lines. */
function lastBreak(raw: string): number {
  for (let i = raw.length - 1; i >= 0; i--) {
    if ('。，,；;：:、！？!?\n\t「」『』（）()"\''.includes(raw.charAt(i))) return i + 1;
  }
  return 0;
}
