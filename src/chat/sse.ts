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
  /** Takes the next segment, in bytes or decoded, and returns the events it completed. Throws RangeError when an event passes `maxEventLength`. */
  push(segment: Uint8Array | string): readonly ServerSentEvent[];
  /** The stream ended. An event that was not closed by a blank line still counts: providers drop the last line end. */
  end(): readonly ServerSentEvent[];
}

const NONE: readonly ServerSentEvent[] = [];

/** @param maxEventLength upper bound of one event, in UTF-16 code units. */
export function createEventReader(maxEventLength: number): EventReader {
  let decoder: TextDecoder | undefined;
  /** The line that has begun, as it came: joined once, because a long one comes in thousands of segments. */
  let begun: string[] = [];
  let begunLength = 0;
  let name: string | undefined;
  let data: string | undefined;
  let afterCarriageReturn = false;

  const takeBegun = (end: string): string => {
    const line = begun.join('') + end;
    begun = [];
    begunLength = 0;
    return line;
  };

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
    let from = 0;
    if (afterCarriageReturn && text !== '') {
      afterCarriageReturn = false;
      if (text.charCodeAt(0) === 10) from = 1;
    }
    const hasCarriageReturn = text.indexOf('\r', from) !== -1;
    for (;;) {
      const end = hasCarriageReturn ? nextLineEnd(text, from) : text.indexOf('\n', from);
      if (end === -1) break;
      const line = text.slice(from, end);
      readLine(begun.length === 0 ? line : takeBegun(line), events);
      from = end + 1;
      if (hasCarriageReturn && text.charCodeAt(end) === 13) {
        if (from === text.length) afterCarriageReturn = true;
        else if (text.charCodeAt(from) === 10) from++;
      }
    }
    if (from === text.length) return;
    begun.push(from === 0 ? text : text.slice(from));
    begunLength += text.length - from;
    if (begunLength > maxEventLength) throw new RangeError('event too long');
  };

  return {
    push(segment) {
      if (typeof segment !== 'string') {
        decoder ??= new TextDecoder('utf-8');
        segment = decoder.decode(segment, { stream: true });
      }
      if (begunLength === 0 && data === undefined && name === undefined && segment.length <= maxEventLength) {
        const whole = afterCarriageReturn ? undefined : wholeEvent(segment);
        if (whole !== undefined) return [{ name, data: whole }];
      }
      const events: ServerSentEvent[] = [];
      read(segment, events);
      return events.length === 0 ? NONE : events;
    },
    end() {
      const events: ServerSentEvent[] = [];
      if (decoder !== undefined) read(decoder.decode(), events);
      if (begun.length > 0) readLine(takeBegun(''), events);
      readLine('', events);
      return events;
    },
  };
}

/** The data of a segment that is one event of one `data: ` line and its blank line, as nearly every segment is; undefined for all others. */
function wholeEvent(segment: string): string | undefined {
  if (!segment.startsWith('data: ') || segment.indexOf('\n') !== segment.length - 2) return undefined;
  if (segment.charCodeAt(segment.length - 1) !== 10 || segment.includes('\r')) return undefined;
  return segment.slice(6, -2);
}

function nextLineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return -1;
}
