// When a creator can still be asked for: shows and days far enough ahead.

import type { CreatorRow, ShowLine } from '../../../wire'

const DAY = 86_400
/** Seconds ahead at which creators want to know. */
export const NOTICE = 12 * 3600

export interface Slot {
  id: string
  show: number | null
  day: number | null
  at: number
  taken: boolean
}

/** Shows that wait, then whole days until play ends; those on which nobody can have the creator are marked. */
export function slots(creator: CreatorRow, shows: ShowLine[], now: number, ends: number): Slot[] {
  const taken = (day: number) => creator.taken_days.includes(day)
  const first = Math.ceil((now + NOTICE) / DAY)
  const days = Math.max(0, Math.floor(ends / DAY) - first)
  return [
    ...shows
      .filter((one) => one.state === 'waiting' && one.starts_at >= now + NOTICE)
      .map((one) => ({
        id: `show-${one.ordinal}`,
        show: one.ordinal,
        day: null,
        at: one.starts_at,
        taken: taken(Math.floor(one.starts_at / DAY)),
      })),
    ...Array.from({ length: days }, (_, i) => first + i).map((day) => ({
      id: `day-${day}`,
      show: null,
      day,
      at: day * DAY,
      taken: taken(day),
    })),
  ]
}
