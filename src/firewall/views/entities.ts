/**
 * HTML's named references that stand for what values are made of: punctuation, spaces, invisible characters and the letters of
 * European names (names from the WHATWG HTML standard, 13.5). The other two thousand are symbols.
 */
const PUNCTUATION =
  'amp:& lt:< gt:> quot:" apos:\' commat:@ period:. comma:, colon:: semi:; sol:/ bsol:\\ lowbar:_ num:# plus:+ equals:= ' +
  'percnt:% lpar:( rpar:) lsqb:[ rsqb:] lbrack:[ rbrack:] lcub:{ rcub:} excl:! quest:? dollar:$ ast:* midast:* vert:| ' +
  'verbar:| grave:` hyphen:\u2010 dash:\u2010 ndash:\u2013 mdash:\u2014 minus:\u2212 middot:\u00b7 bull:\u2022';
const LETTERS =
  'agrave:à aacute:á acirc:â atilde:ã auml:ä aring:å aelig:æ ccedil:ç egrave:è eacute:é ecirc:ê euml:ë igrave:ì iacute:í ' +
  'icirc:î iuml:ï eth:ð ntilde:ñ ograve:ò oacute:ó ocirc:ô otilde:õ ouml:ö oslash:ø ugrave:ù uacute:ú ucirc:û uuml:ü ' +
  'yacute:ý thorn:þ yuml:ÿ scaron:š zcaron:ž ccaron:č cacute:ć rcaron:ř lstrok:ł aogon:ą eogon:ę sacute:ś zacute:ź zdot:ż ' +
  'nacute:ń dstrok:đ gbreve:ğ scedil:ş';

const parse = (list: string): [string, string][] =>
  list.split(' ').map((pair) => {
    const at = pair.indexOf(':');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });

const capital = ([name, letter]: [string, string]): [string, string] => [
  name.endsWith('lig') ? name.toUpperCase().replace('LIG', 'lig') : (name[0] ?? '').toUpperCase() + name.slice(1),
  letter.toUpperCase(),
];

export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...parse(PUNCTUATION),
  ...parse(LETTERS),
  ...parse(LETTERS).map(capital),
  ['szlig', 'ß'],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['Tab', '\t'],
  ['NewLine', '\n'],
  ['shy', '\u00ad'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
]);
