import type { Place } from '../../chat/slot-place.ts';
import type { TextSlot } from '../../chat/text-slots.ts';

/** What every request of a conversation begins with, for the model: the tools and the form of the answer. */
const IN_FRONT: ReadonlySet<string | number> = new Set([
  'tools',
  'functions',
  'tool_choice',
  'function_call',
  'response_format',
]);

/** Fields of OpenAI's API that are not shown to the model. */
const NOT_SHOWN: ReadonlySet<string | number> = new Set([
  'user',
  'metadata',
  'stop',
  'prediction',
  'safety_identifier',
  'prompt_cache_key',
]);

/**
 * The indexes of the slots in the order in which values are numbered: the tools and the form of the answer, the messages, everything
 * else. Within each it is the document's order. A body may have its fields in any order: numbered like this, no value of a message that is
 * added changes the number of one in a tool, and no `metadata` that differs from turn to turn changes any.
 */
export function readingOrder(slots: readonly TextSlot[]): readonly number[] {
  const inFront: number[] = [];
  const messages: number[] = [];
  const rest: number[] = [];
  slots.forEach((slot, index) => {
    const { key } = rootOf(slot.place).root;
    (key === 'messages' ? messages : IN_FRONT.has(key) ? inFront : rest).push(index);
  });
  return [...inFront, ...messages, ...rest];
}

/** The number of the message the slot is part of; 0 for other fields the model is shown, undefined for fields it is not. */
export function showsModel({ place }: TextSlot): number | undefined {
  const { root, below } = rootOf(place);
  if (root.key === 'messages') return typeof below?.key === 'number' ? below.key : 0;
  return NOT_SHOWN.has(root.key) ? undefined : 0;
}

/** The body's field above a place, and the step below that field. */
function rootOf(place: Place): { readonly root: Place; readonly below: Place | undefined } {
  let root = place;
  let below: Place | undefined;
  while (root.up !== null) {
    below = root;
    root = root.up;
  }
  return { root, below };
}
