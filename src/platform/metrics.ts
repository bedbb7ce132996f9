/** Counters, gauges and histograms in Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
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
  readonly series: Map<string, Series>;
  readonly read?: () => number;
}

export interface Counter {
  /** Adds to the series with these values of the counter's labels, in their order. Values must come from closed sets: they live as long as the process. */
  add(by: number, ...values: readonly string[]): void;
}

export interface Histogram {
  /** Records a duration in seconds. */
  observe(seconds: number): void;
}

export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  histogram(name: string, help: string): Histogram;
  /** Read when printed. */
  gauge(name: string, help: string, read: () => number): void;
  /** The whole exposition, in the order of declaration. */
  print(): string;
}

const SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300] as const;

export function createMetrics(): Metrics {
  const families: Family[] = [];
  const declare = (family: Omit<Family, 'series'>): Map<string, Series> => {
    const series = new Map<string, Series>();
    families.push({ ...family, series });
    return series;
  };
  return {
    counter(name, help, labels = []) {
      const known = declare({ name, help, kind: 'counter' });
      return {
        add(by, ...values) {
          // Printing labels is dear: a series is found by its values.
          const key = values.length === 1 ? (values[0] ?? '') : values.join('\n');
          let series = known.get(key);
          if (series === undefined) {
            series = { labels: printLabels(labels, values), value: 0 };
            known.set(key, series);
          }
          series.value += by;
        },
      };
    },
    histogram(name, help) {
      const buckets = new Array<number>(SECONDS.length).fill(0);
      const series = { labels: '', value: 0, buckets, sum: 0 };
      declare({ name, help, kind: 'histogram' }).set('', series);
      return {
        observe(seconds) {
          series.value += 1;
          series.sum += seconds;
          const bucket = SECONDS.findIndex((bound) => seconds <= bound);
          if (bucket !== -1) buckets[bucket] = (buckets[bucket] ?? 0) + 1;
        },
      };
    },
    gauge(name, help, read) {
      declare({ name, help, kind: 'gauge', read });
    },
    print: () => families.map(printFamily).join(''),
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

function printLabels(names: readonly string[], values: readonly string[]): string {
  return names
    .map((name, i) => {
      const value = (values[i] ?? '').replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
      return `${name}="${value}"`;
    })
    .join(',');
}
