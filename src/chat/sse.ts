/**
 * Reads server-sent events (WHATWG HTML, "Interpreting an event stream") from bytes cut anywhere: LF, CRLF and CR, a BOM,
 * `data:` with or without a space, several data lines, comments, ids and names, characters cut between segments.
 */
export interface ServerSentEvent {
  /** The event's name; undefined where it has none. */
  readonly name: string | undefined;
  readonly data: string;
}

export interface EventReader {
  /** Takes the next segment and returns the events it completed. Throws RangeError when an event passes `maxEventLength`. */
  push(bytes: Uint8Array): readonly ServerSentEvent[];
  /** The stream ended. An event that was not closed by a blank line still counts: providers drop the last line end. */
  end(): readonly ServerSentEvent[];
}

const NONE: readonly ServerSentEvent[] = [];

/** @param maxEventLength upper bound of one event, in UTF-16 code units. */
export function createEventReader(maxEventLength: number): EventReader {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let name: string | undefined;
  let data: string | undefined;
  let afterCarriageReturn = false;

  const readLine = (line: string, events: ServerSentEvent[]): void => {
    if (line === '') {
      if (data !== undefined) events.push({ name, data });
      name = undefined;
      data = undefined;
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon === -1 ? line : line.slice(0, colon);
    const valueAt = colon === -1 ? line.length : line.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1;
    if (field === 'data') {
      const value = line.slice(valueAt);
      data = data === undefined ? value : `${data}\n${value}`;
      if (data.length > maxEventLength) throw new RangeError('event too long');
    } else if (field === 'event') {
      name = line.slice(valueAt);
    }
  };

  const read = (text: string, events: ServerSentEvent[]): void => {
    if (text === '') return;
    let from = 0;
    let all = text;
    if (afterCarriageReturn) {
      afterCarriageReturn = false;
      if (all.charCodeAt(0) === 10) from = 1;
    }
    const searchFrom = rest === '' ? from : rest.length;
    if (rest !== '') {
      all = rest + (from === 1 ? all.slice(1) : all);
      from = 0;
      rest = '';
    }
    const hasCarriageReturn = all.indexOf('\r', from) !== -1;
    let search = searchFrom;
    for (;;) {
      const end = hasCarriageReturn ? nextLineEnd(all, search) : all.indexOf('\n', search);
      if (end === -1) break;
      readLine(all.slice(from, end), events);
      from = end + 1;
      if (hasCarriageReturn && all.charCodeAt(end) === 13) {
        if (from === all.length) afterCarriageReturn = true;
        else if (all.charCodeAt(from) === 10) from++;
      }
      search = from;
    }
    rest = from === 0 ? all : all.slice(from);
    if (rest.length > maxEventLength) throw new RangeError('event too long');
  };

  return {
    push(bytes) {
      const events: ServerSentEvent[] = [];
      read(decoder.decode(bytes, { stream: true }), events);
      return events.length === 0 ? NONE : events;
    },
    end() {
      const events: ServerSentEvent[] = [];
      read(decoder.decode(), events);
      if (rest !== '') readLine(rest, events);
      rest = '';
      readLine('', events);
      return events;
    },
  };
}

function nextLineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return -1;
}
