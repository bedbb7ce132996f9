/** A sentence in which words between back-ticks are code, as the contract's descriptions have them. */
export function InlineCode({ children }: { readonly children: string }) {
  return children.split('`').map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence do not move
    index % 2 === 1 ? <code key={index}>{piece}</code> : piece,
  );
}
