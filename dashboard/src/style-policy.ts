/**
 * What the content-security policy asks of us. Mantine writes style sheets at run time: they carry the nonce of this page, and reach
 * the document through `innerHTML`, which Trusted Types (w3.org/TR/trusted-types) guard. The default policy lets style text through
 * and nothing that could be an element: a string with `<` is refused, so no markup is ever parsed from text.
 */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

export function installStylePolicy(): void {
  const factory = (window as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('markup is never parsed from text');
      return text;
    },
  });
  // Read by react-style-singleton, with which an open dialog stops the page behind it from scrolling.
  Reflect.set(window, '__webpack_nonce__', styleNonce());
}

/** Of this page's answer; empty where the server gave none. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.nonce ?? '';
}
