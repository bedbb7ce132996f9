/** One token form of one vendor: a literal prefix and bounded runs (see form.ts). */
export interface VendorFormat {
  readonly type: string;
  readonly provider: string;
  /** What it is called, for the catalogue. */
  readonly title: string;
  /** The vendor's page that shows or describes the form. */
  readonly source: string;
  readonly forms: readonly string[];
  /**
   * `crc32`: the last six characters are a check sum; a wrong one lowers the score (one mistyped character still leaks the
   * rest). `context`: the prefix is too common to stand alone, a word from `words` has to be near.
   */
  readonly check?: 'crc32' | 'context';
  readonly words?: readonly string[];
}

type Row = readonly [
  type: string,
  title: string,
  forms: readonly string[],
  options?: Pick<VendorFormat, 'check' | 'words'>,
];

/** A vendor's formats, written as rows. */
export const vendor = (provider: string, source: string, rows: readonly Row[]): VendorFormat[] =>
  rows.map(([type, title, forms, options]) => ({
    type,
    provider,
    title: `${provider} ${title}`,
    source,
    forms,
    ...options,
  }));
