import { CopyButton } from './copy-button.tsx';

/** Code that is copied whole. What it is stands above it. */
export function CodeBlock({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    <figure className="code" aria-label={label}>
      <div className="code-head">
        <span>{label}</span>
        <CopyButton value={code} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
