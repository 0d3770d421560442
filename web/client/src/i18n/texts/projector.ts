import type { Pair } from '..'

export const projector = {} satisfies Record<string, Pair>
