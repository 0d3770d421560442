import { expect, test } from 'vitest'
import { DAY, marketDate } from './dates'

const iso = (now: number, market_time: string, at: number) => marketDate({ now, market_time }, at).toISOString()

test('a day of the run begins at midnight of its market, west of Greenwich', () => {
  expect(iso(466_560, '2025-10-14T13:36Z', 5 * DAY)).toBe('2025-10-14T00:00:00.000Z')
})

test('and east of it', () => {
  expect(iso(3600, '2025-10-08T17:00Z', 0)).toBe('2025-10-09T00:00:00.000Z')
})

test('a clock read to the minute moves nothing', () => {
  expect(iso(466_599, '2025-10-14T13:36Z', 466_560)).toBe('2025-10-14T09:36:00.000Z')
})
