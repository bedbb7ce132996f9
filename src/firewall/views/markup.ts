import type { Edit } from './layer.ts';

/**
 * Markup inside a value: HTML tags and comments glued between two characters of a token, and Markdown's emphasis and code
 * marks. A tag that makes a cell or a line becomes a space, any other is nothing.
 */
export function markupEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const pattern of [TAGS, EMPHASIS]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (start === 0 || !TOKEN.test(text[start - 1] ?? '') || !TOKEN.test(text[end] ?? '')) continue;
      edits.push({ start, end, text: pattern === TAGS && BLOCK.test(match[0]) ? ' ' : '' });
    }
  }
  return edits;
}

/** Up to six tags in a row; bounded, so that a lone `<` costs no more than the bound. */
const TAGS = /<(?:\/?[A-Za-z][^<>]{0,80}|!--[^<>]{0,80}--)>(?:\s{0,8}<\/?[A-Za-z][^<>]{0,80}>){0,5}/g;
const EMPHASIS = /\*{1,3}|`|~~/g;
const BLOCK = /<\/?(?:td|th|tr|br|p|div|li|dd|dt|h[1-6])\b/i;
const TOKEN = /[A-Za-z0-9@._+-]/;
