// Days of the run as days of its market. Second 0 is a local midnight there; the clock tells the UTC time of now.

import { computed } from 'vue'
import type { Locale } from '../format'
import { useSeat } from '../stores/seat'
import { useWords } from '../words'
import type { Clock } from '../wire'

export const DAY = 86_400
const QUARTER = 900

/** A second of the run as a date whose UTC fields are the market's own day and time. */
export function marketDate(clock: Pick<Clock, 'now' | 'market_time'>, at: number): Date {
  const utc = Date.parse(clock.market_time) / 1000
  const gap = (clock.now % DAY) - (utc % DAY)
  const near = gap < -DAY / 2 ? gap + DAY : gap > DAY / 2 ? gap - DAY : gap
  const zone = Math.round(near / QUARTER) * QUARTER
  // The clock tells minutes only; the second of the day is that of the run.
  const midnight = Math.round((utc + zone - (clock.now % DAY)) / DAY) * DAY
  return new Date((midnight + (clock.now % DAY) + at - clock.now) * 1000)
}

const SHORT: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }
const TIME: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
}

function write(date: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return Number.isNaN(date.valueOf()) ? '–' : new Intl.DateTimeFormat(locale, options).format(date)
}

export function useDates() {
  const seat = useSeat()
  const { locale } = useWords()
  const clock = computed(() => seat.common?.clock ?? { now: 0, market_time: '' })
  const of = (at: number) => marketDate(clock.value, at)
  return {
    /** `Tue 14 Oct` */
    day: (at: number) => write(of(at), locale.value, SHORT),
    /** `14 Oct, 09:36` */
    when: (at: number) => write(of(at), locale.value, TIME),
    /** `2025-10-14`, as forms and the server write days. */
    iso: (at: number) => (Number.isNaN(of(at).valueOf()) ? '' : of(at).toISOString().slice(0, 10)),
    /** Second of the run of a day and time that a form gave, `2025-10-14T20:00`. */
    second: (local: string) => Math.round((Date.parse(`${local}Z`) - of(0).valueOf()) / 1000),
    /** What a form shows for a second of the run. */
    local: (at: number) => (Number.isNaN(of(at).valueOf()) ? '' : of(at).toISOString().slice(0, 16)),
  }
}
