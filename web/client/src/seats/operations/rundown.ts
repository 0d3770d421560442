// Edits of what comes next: plain lists in, plain lists out.

import type { PitchPhase, RundownItem, RundownLine } from '../../wire'

export interface Draft extends RundownItem {
  key: number
}

let keys = 0

/** What may still be changed: everything after the product on air. */
export function draftOf(rundown: RundownLine[]): Draft[] {
  return rundown
    .filter((one) => one.state === 'next' || one.state === 'later')
    .map((one) => ({ sku: one.sku, pitch: one.pitch, key: ++keys }))
}

export function moved(items: Draft[], at: number, by: number): Draft[] {
  const to = at + by
  if (to < 0 || to >= items.length) return items
  const copy = [...items]
  copy.splice(to, 0, ...copy.splice(at, 1))
  return copy
}

export const without = (items: Draft[], at: number) => items.filter((_, i) => i !== at)

export const pitchSeconds = (pitch: PitchPhase[]) => pitch.reduce((sum, one) => sum + one.seconds, 0)

/** The same phases in *seconds* all together; no phase under five seconds. */
export function stretched(pitch: PitchPhase[], seconds: number): PitchPhase[] {
  const whole = pitchSeconds(pitch)
  return pitch.map((one) => ({
    phase: one.phase,
    seconds: Math.min(900, Math.max(5, Math.round((one.seconds * seconds) / whole))),
  }))
}

export function added(items: Draft[], sku: string, rundown: RundownLine[]): Draft[] {
  const known = rundown.find((one) => one.sku === sku) ?? rundown[0]
  const pitch = known?.pitch ?? [{ phase: 'demo', seconds: 120 }]
  return [...items, { sku, pitch, key: ++keys }]
}

export const asItems = (items: Draft[]): RundownItem[] =>
  items.map(({ sku, pitch }) => ({ sku, pitch: pitch.map(({ phase, seconds }) => ({ phase, seconds })) }))

export const isSame = (a: Draft[], b: RundownItem[]) =>
  JSON.stringify(asItems(a)) === JSON.stringify(b.map(({ sku, pitch }) => ({ sku, pitch })))
