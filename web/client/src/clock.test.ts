import { expect, test } from 'vitest'
import { countdown, PUSH_SECONDS, showSecond, simulationNow } from './clock'
import type { Clock } from './wire'

const aClock = (over: Partial<Clock> = {}): Clock => ({
  now: 100,
  stage: 'live',
  show_starts: 60,
  show_ends: 1860,
  play_ends: 606_660,
  day: 0,
  market_time: '2025-10-19T00:01Z',
  ...over,
})

test('on air the clock runs on at the speed of the class', () => {
  expect(simulationNow(aClock(), 2000, 1, true)).toBe(102)
  expect(simulationNow(aClock(), 1000, 4, true)).toBe(104)
})

test('the clock never runs further ahead than one push', () => {
  expect(simulationNow(aClock(), 60_000, 1, true)).toBe(100 + PUSH_SECONDS)
})

test.each([
  ['paused', aClock(), false],
  ['on market days', aClock({ stage: 'market' }), true],
] as const)('the clock stands still %s', (_, clock, isRunning) => {
  expect(simulationNow(clock, 4000, 1, isRunning)).toBe(100)
})

test.each([
  ['prepare', 10, { to: 'start', seconds: 50 }],
  ['live', 100, { to: 'end', seconds: 1760 }],
  ['live', 5000, { to: 'end', seconds: 0 }],
  ['market', 600_000, { to: 'play_end', seconds: 6660 }],
  ['over', 700_000, { to: 'none', seconds: 0 }],
])('in %s at %s it counts down to %o', (stage, now, down) => {
  expect(countdown(aClock({ stage }), now)).toEqual(down)
})

test('moments are told from the start of the show', () => {
  expect(showSecond(aClock(), 90)).toBe(30)
})
