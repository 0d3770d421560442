// What a boost may do, and whether it spends evenly. Ranges come from the entry rates seen so far, never a promise.

import type { BoostRow } from '../../wire'

export interface Outlook {
  low: number
  high: number
  perMinute: number
}

/** Viewers that *amount* may bring in *minutes*: impressions at the price of a thousand, times a rate from low to high. */
export function outlook(amount: number, minutes: number, cpm: number, seenRate: number | null): Outlook | null {
  if (amount <= 0 || minutes <= 0 || cpm <= 0) return null
  const impressions = (amount / cpm) * 1000
  const rate = seenRate ?? 0.045
  return {
    low: Math.round(impressions * rate * 0.6),
    high: Math.round(impressions * rate * 1.5),
    perMinute: Math.round(amount / minutes),
  }
}

export const entryRate = (boost: BoostRow) => (boost.impressions > 200 ? boost.entries / boost.impressions : null)

export type Pace = 'ahead' | 'even' | 'behind'

/** Spend so far against an even plan since *startedAt*; within a tenth of the budget counts as even. */
export function pace(boost: BoostRow, startedAt: number, now: number): Pace {
  const share = Math.min(1, Math.max(0, (now - startedAt) / Math.max(1, boost.until - startedAt)))
  const off = boost.spent / Math.max(1, boost.budget) - share
  return Math.abs(off) <= 0.1 ? 'even' : off > 0 ? 'ahead' : 'behind'
}
