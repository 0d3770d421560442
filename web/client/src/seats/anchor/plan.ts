// What the run of show suggests next. A suggestion only: the anchor may start any phase at any time.

import type { AnchorView, PointLine, RundownLine } from '../../wire'

export const PHASES = ['hook', 'pain', 'demo', 'trust', 'offer', 'close', 'qa'] as const
export type Phase = (typeof PHASES)[number]

export const current = (rundown: RundownLine[]) => rundown.find((one) => one.state === 'now') ?? null
export const next = (rundown: RundownLine[]) =>
  rundown.find((one) => one.state === 'next') ?? rundown.find((one) => one.state === 'later') ?? null

/** The planned phases of the product on screen, or the usual order where nothing is planned. */
export function planned(view: AnchorView): { phase: Phase; seconds: number }[] {
  const plan = current(view.rundown)?.pitch ?? []
  return plan.length ? plan : PHASES.map((phase) => ({ phase, seconds: 0 }))
}

/** The phase after the present one in the plan; the first when none has begun; null at the end of the pitch. */
export function suggested(view: AnchorView): Phase | null {
  const plan = planned(view)
  const at = plan.findIndex((one) => one.phase === view.phase)
  return plan[at + 1]?.phase ?? null
}

/** Points with those of the present phase first; within a phase in the order of the card. */
export function ordered(points: PointLine[], phase: string): PointLine[] {
  const rank = (point: PointLine) => (point.phase === phase ? -1 : PHASES.indexOf(point.phase as Phase))
  return [...points].sort((a, b) => rank(a) - rank(b))
}
