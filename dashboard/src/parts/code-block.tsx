import { CopyButton } from './copy-button.tsx';

export function CodeBlock({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    <figure className="code" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <div className="code-copy">
        <CopyButton value={code} />
      </div>
    </figure>
  );
}
