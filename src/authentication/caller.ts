/** Who knocks, before anybody knows who it is. */
export interface Caller {
  /** IPv4 or IPv6 text; what the limits on signing in count by. */
  readonly clientAddress: string;
  readonly userAgent: string | null;
}
