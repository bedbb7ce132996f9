/** Counters, gauges and histograms in Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
type Labels = Readonly<Record<string, string>>;

interface Series {
  readonly labels: string;
  value: number;
  buckets?: number[];
  sum?: number;
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly bounds?: readonly number[];
  readonly series: Map<string, Series>;
  read?: () => number;
}

export interface Metrics {
  /** Adds to a counter. Label values must come from closed sets: they live as long as the process. */
  count(name: string, labels?: Labels, by?: number): void;
  /** Records a duration in seconds. */
  observe(name: string, seconds: number, labels?: Labels): void;
  /** The whole exposition. */
  print(): string;
}

const SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300] as const;

export interface MetricDeclaration {
  readonly name: string;
  readonly help: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** For gauges: read when printed. */
  readonly read?: () => number;
}

export function createMetrics(declarations: readonly MetricDeclaration[]): Metrics {
  const families = new Map<string, Family>();
  for (const declaration of declarations) {
    const bounds = declaration.kind === 'histogram' ? { bounds: SECONDS } : {};
    families.set(declaration.name, { ...declaration, ...bounds, series: new Map() });
  }
  const seriesOf = (name: string, labels: Labels | undefined): Series | undefined => {
    const family = families.get(name);
    if (family === undefined) return undefined;
    // Printing labels is dear, so a series is found by their values: the names are always the same.
    let key = '';
    for (const label in labels) key += `${labels[label]}\n`;
    let series = family.series.get(key);
    if (series === undefined) {
      series = { labels: labels === undefined ? '' : printLabels(labels), value: 0 };
      if (family.kind === 'histogram') {
        series.buckets = new Array<number>(SECONDS.length).fill(0);
        series.sum = 0;
      }
      family.series.set(key, series);
    }
    return series;
  };
  return {
    count(name, labels, by = 1) {
      const series = seriesOf(name, labels);
      if (series !== undefined) series.value += by;
    },
    observe(name, seconds, labels) {
      const series = seriesOf(name, labels);
      if (series?.buckets === undefined) return;
      series.value += 1;
      series.sum = (series.sum ?? 0) + seconds;
      for (let i = 0; i < SECONDS.length; i++) {
        if (seconds <= (SECONDS[i] ?? 0)) {
          series.buckets[i] = (series.buckets[i] ?? 0) + 1;
          break;
        }
      }
    },
    print: () => [...families.values()].map(printFamily).join(''),
  };
}

function printFamily(family: Family): string {
  const lines = [`# HELP ${family.name} ${family.help}`, `# TYPE ${family.name} ${family.kind}`];
  if (family.read !== undefined) lines.push(`${family.name} ${family.read()}`);
  for (const series of family.series.values()) {
    if (series.buckets === undefined) {
      lines.push(`${family.name}${wrap(series.labels)} ${series.value}`);
      continue;
    }
    let sofar = 0;
    for (let i = 0; i < SECONDS.length; i++) {
      sofar += series.buckets[i] ?? 0;
      lines.push(`${family.name}_bucket${wrap(join(series.labels, `le="${SECONDS[i]}"`))} ${sofar}`);
    }
    lines.push(`${family.name}_bucket${wrap(join(series.labels, 'le="+Inf"'))} ${series.value}`);
    lines.push(`${family.name}_sum${wrap(series.labels)} ${series.sum ?? 0}`);
    lines.push(`${family.name}_count${wrap(series.labels)} ${series.value}`);
  }
  return `${lines.join('\n')}\n`;
}

const wrap = (labels: string): string => (labels === '' ? '' : `{${labels}}`);
const join = (left: string, right: string): string => (left === '' ? right : `${left},${right}`);

function printLabels(labels: Labels): string {
  return Object.entries(labels)
    .map(
      ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
    )
    .join(',');
}
