/** A `sqlite:` URL with its path made absolute; anything else as it is. */
export function databaseUrlIn(url: string, absolute: (path: string) => string): string {
  if (!url.startsWith('sqlite:')) return url;
  const path = url.slice('sqlite:'.length);
  return path === ':memory:' ? url : `sqlite:${absolute(path.replace(/^\/\/(?=\/)/, ''))}`;
}
