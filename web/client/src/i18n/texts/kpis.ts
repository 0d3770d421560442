import type { Pair } from '..'

export const kpis = {} satisfies Record<string, Pair>
