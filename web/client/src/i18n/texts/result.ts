import type { Pair } from '..'

export const result = {} satisfies Record<string, Pair>
