import type { Pair } from '..'

export const operations = {} satisfies Record<string, Pair>
