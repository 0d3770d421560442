import type { Pair } from '..'

export const traffic = {} satisfies Record<string, Pair>
