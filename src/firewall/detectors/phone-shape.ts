import { type DigitCluster, isDigit } from './digit-runs.ts';

/** How two groups of digits are held apart. `close` ends a bracketed area code, `open` begins one. */
export type Joint = 'space' | 'dash' | 'dot' | 'slash' | 'close' | 'open' | 'none';

export function isPhoneSeparator(code: number): boolean {
  return isBlank(code) || isDash(code) || code === 46 || code === 40 || code === 41 || code === 47;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || code === 0x2009;
}

function isDash(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2013);
}

/** What stands between the group `index` and the next; `none` for what no telephone number has there. */
export function jointAfter(text: string, cluster: DigitCluster, index: number): Joint {
  const between = text.slice(cluster.ends[index], cluster.starts[index + 1]);
  const marks = [...between].filter((mark) => !isBlank(mark.charCodeAt(0)));
  const [first = '', second = '', third] = marks;
  if (marks.length === 0) return 'space';
  if (first === ')')
    return marks.length === 1 || (third === undefined && isDash(second.charCodeAt(0))) ? 'close' : 'none';
  if (marks.length === 2) return second === '(' && first !== '(' && first !== '/' ? 'open' : 'none';
  if (marks.length > 2) return 'none';
  if (first === '(') return 'open';
  return first === '.' ? 'dot' : first === '/' ? 'slash' : 'dash';
}

/** A candidate: the groups read so far, how they are written and where they end. */
export interface Shape {
  readonly digits: string;
  /** Sizes of the groups: `3-3-4`. */
  readonly sizes: string;
  readonly joints: readonly Joint[];
  /** `(` directly before the first group, closed behind it. */
  readonly bracketed: boolean;
  /** What joins it to further digits that this reading leaves out. */
  readonly next: Joint;
  readonly end: number;
}

/** Whether all joints are the same and of that kind. */
export function isJoinedBy(shape: Shape, kind: Joint): boolean {
  return shape.joints.length > 0 && shape.joints.every((joint) => joint === kind);
}

/** Groups held apart in one manner; the first joint, behind an area or country code, may differ (Sweden, Japan). */
export function isUniform(shape: Shape): boolean {
  const rest = shape.joints.filter((joint) => joint !== 'close' && joint !== 'open');
  return rest.every((joint, place) => place === 0 || joint === rest[1]);
}

/** A row of numbers with blanks between: the reading ends or begins in the middle of it. */
export function isPartOfRow(shape: Shape, text: string, start: number): boolean {
  if (shape.joints.length > 0 && shape.next !== 'none' && shape.next === shape.joints.at(-1)) return true;
  if (shape.joints[0] !== 'space') return false;
  if (isBlank(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(start - 2))) return true;
  // A dump in hexadecimal has words of letters and digits beside it.
  return /^ [0-9]*[a-f]+[0-9]+[0-9a-f]*(?![0-9a-z])/i.test(text.slice(shape.end, shape.end + 12));
}

const DATE_SIZES = /^(?:4-[12]-[12]|[12]-[12]-(?:2|4)|[12]-[12]-[12]|4-2-2(?:-2)*|2-2-4(?:-2)*|8-6|8-4|4-4|4-2)$/;

/** Sizes of a date, or of a date and a time. */
export function isDateSized(shape: Shape): boolean {
  if (!DATE_SIZES.test(shape.sizes)) return false;
  const year = shape.digits.slice(0, 2);
  const lastYear = shape.digits.slice(4, 6);
  return /^(?:4-|8-)/.test(shape.sizes)
    ? year === '19' || year === '20'
    : shape.sizes.length < 6 || /^(?:19|20)/.test(lastYear);
}

/** `, ext. 12`, ` x12`, ` #12`: where an extension behind `end` ends, or `end`. RFC 3966 calls it ext. */
export function extensionEnd(text: string, end: number): number {
  EXTENSION.lastIndex = end;
  const found = EXTENSION.exec(text);
  if (found === null) return end;
  const stop = EXTENSION.lastIndex;
  return isDigit(text.charCodeAt(stop)) ? end : stop;
}

const EXTENSION =
  /,? {0,2}(?:x|ext(?:n|ension)?|extn|doorkiesnummer|durchwahl|dw|poste|interno|int|wew|доб)\.?:? {0,2}[0-9]{1,6}(?![0-9A-Za-z_-])/iuy;
