import type { Pair } from '..'

export const service = {} satisfies Record<string, Pair>
