/** Pages of the dashboard, bundled and served by Bun from its HTML imports. */
export const dashboardPages: Record<string, Bun.HTMLBundle> = {};
