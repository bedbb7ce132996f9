/**
 * The look: one calm product. Colours of text meet WCAG 2.2 AA (4.5 to 1) on every surface they stand on, in both schemes; where
 * Mantine's own do not, its variables are set here. No font is loaded.
 */
import {
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';

const harbor: MantineColorsTuple = [
  '#eef2fe',
  '#dde5fc',
  '#bccaf7',
  '#9bb0ff',
  '#7a94ed',
  '#5f7ce4',
  '#3b5bdb',
  '#2f4cc0',
  '#2b439f',
  '#22367f',
];

/** Text, then lines, then surfaces. */
const dark: MantineColorsTuple = [
  '#e7e9ee',
  '#c3c9d4',
  '#a0a8b6',
  '#8891a1',
  '#313744',
  '#272c36',
  '#1d2129',
  '#161920',
  '#0f1115',
  '#0a0b0e',
];

export const theme = createTheme({
  primaryColor: 'harbor',
  primaryShade: { light: 6, dark: 6 },
  colors: { harbor, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // What must be filled in is the rule here; what may be left out says so in its hint.
    InputWrapper: {
      defaultProps: { withAsterisk: false, inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    Modal: {
      defaultProps: { centered: true, size: 'md' },
      styles: { title: { fontWeight: 620, fontSize: '1.0625rem' } },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    // A link within a sentence is told from it by more than its colour (WCAG 1.4.1).
    Anchor: { defaultProps: { underline: 'always', inherit: true } },
    Button: { defaultProps: { fw: 500 } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500, fz: 'xs' },
      // A word that is cut off is no word: a badge is as wide as its text.
      styles: {
        root: { maxWidth: '100%', height: 'auto', minHeight: 'var(--badge-height)', overflow: 'visible' },
        label: { overflow: 'visible', whiteSpace: 'normal' },
      },
    },
    Paper: { defaultProps: { withBorder: true } },
    Skeleton: { defaultProps: { radius: 'sm' } },
    NativeSelect: { defaultProps: { withAlignedLabels: false } },
  },
});

type Soft = readonly [soft: string, text: string];

const LIGHT: Readonly<Record<string, Soft>> = {
  harbor: ['#e8edfd', '#3049b8'],
  green: ['#e3f4e8', '#196c3a'],
  red: ['#fdeae8', '#b3261e'],
  yellow: ['#fdf1da', '#7d4e00'],
  gray: ['#eceef2', '#4b5361'],
};

const DARK: Readonly<Record<string, Soft>> = {
  harbor: ['#1f2a4d', '#aebfff'],
  green: ['#16301f', '#7fd69a'],
  red: ['#3b1a18', '#ff9d94'],
  yellow: ['#35270e', '#f0c169'],
  gray: ['#272c36', '#b4bbc8'],
};

/** `--ofw-*` are ours: the page behind the surfaces, what lies deeper, the lines between. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...softColors(LIGHT),
    '--ofw-page': '#f7f8fa',
    '--mantine-color-red-filled': '#c4312b',
    '--mantine-color-red-filled-hover': '#a92822',
    '--ofw-sunken': '#f1f3f6',
    '--ofw-line': '#e1e4ea',
    '--ofw-edge': '#868e9c',
    '--ofw-good': '#196c3a',
    '--ofw-bad': '#b3261e',
    '--ofw-warn': '#7d4e00',
    '--mantine-color-text': '#1a1d23',
    '--mantine-color-dimmed': '#5a6270',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-disabled-color': '#5f6774',
    '--mantine-color-anchor': '#3049b8',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#d5d9e1',
  },
  dark: {
    ...softColors(DARK),
    '--ofw-page': '#0f1115',
    '--mantine-color-red-filled': '#c4312b',
    '--mantine-color-red-filled-hover': '#a92822',
    '--ofw-sunken': '#1d2129',
    '--ofw-line': '#2a2f3a',
    '--ofw-edge': '#6d7686',
    '--ofw-good': '#7fd69a',
    '--ofw-bad': '#ff9d94',
    '--ofw-warn': '#f0c169',
    '--mantine-color-text': '#e7e9ee',
    '--mantine-color-dimmed': '#a0a8b6',
    '--mantine-color-placeholder': '#8891a1',
    '--mantine-color-disabled-color': '#949dac',
    '--mantine-color-anchor': '#9bb0ff',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-default-border': '#373e4c',
  },
});

function softColors(colors: Readonly<Record<string, Soft>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colors).flatMap(([name, [soft, ink]]) => [
      [`--mantine-color-${name}-light`, soft],
      [`--mantine-color-${name}-light-hover`, soft],
      [`--mantine-color-${name}-light-color`, ink],
    ]),
  );
}

/** Light, dark, or what the system says: the choice lives in this browser only. */
export const colorSchemes = localStorageColorSchemeManager({ key: 'onefirewall.theme' });
