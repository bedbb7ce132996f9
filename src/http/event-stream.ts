/** The headers of an answer in server-sent events (WHATWG HTML section 9.2): no cache keeps it and no proxy holds it back. */
export const EVENT_STREAM = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};
