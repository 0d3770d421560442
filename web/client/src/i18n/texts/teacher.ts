import type { Pair } from '..'

export const teacher = {
  hold_tip: ['Hold for one second', '按住一秒'],
} satisfies Record<string, Pair>
