// The simulation clock between two pushes. It never runs ahead of what the server may already have reached.

import type { Clock } from './wire'

export const PUSH_SECONDS = 5

/**
 * Seconds of simulation now: what the last push said, and on air also what has passed since at the given speed.
 * Market days pass too fast to guess, so there the last push stands.
 */
export function simulationNow(clock: Clock, sincePushMs: number, speed: number, isRunning: boolean): number {
  if (!isRunning || (clock.stage !== 'live' && clock.stage !== 'prepare')) return clock.now
  const passed = Math.max(0, sincePushMs / 1000) * speed
  return Math.floor(clock.now + Math.min(passed, PUSH_SECONDS * Math.max(1, speed)))
}

export interface Countdown {
  to: 'start' | 'end' | 'play_end' | 'none'
  seconds: number
}

/** What the top bar counts down to. */
export function countdown(clock: Clock, now: number): Countdown {
  if (now < clock.show_starts) return { to: 'start', seconds: clock.show_starts - now }
  if (clock.stage === 'live') return { to: 'end', seconds: Math.max(0, clock.show_ends - now) }
  if (clock.stage === 'market') return { to: 'play_end', seconds: Math.max(0, clock.play_ends - now) }
  return { to: 'none', seconds: 0 }
}

/** Second of the run as time since the show began, which is how people speak of moments: `0` is "on air". */
export function showSecond(clock: Clock, at: number): number {
  return at - clock.show_starts
}
