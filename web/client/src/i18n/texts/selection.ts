import type { Pair } from '..'

export const selection = {} satisfies Record<string, Pair>
