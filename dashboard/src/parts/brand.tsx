import { text } from '../text/en.ts';

export function Brand() {
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
          <path d="M16 6.5 24 9.4v6.2c0 5-3.3 8.6-8 10.4-4.7-1.8-8-5.4-8-10.4V9.4Z" />
          <path d="m12.4 16.1 2.600 2.600 4.700-5" />
        </g>
      </svg>
      {text.product}
    </span>
  );
}
