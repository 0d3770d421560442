import { computed, onBeforeUnmount, ref } from 'vue'
import { countdown, simulationNow } from './clock'
import { clockface } from './format'
import { useSeat } from './stores/seat'

/** The running clock of the seat's page, ticking four times a second. */
export function useNow() {
  const seat = useSeat()
  const wall = ref(performance.now())
  const timer = setInterval(() => (wall.value = performance.now()), 250)
  onBeforeUnmount(() => clearInterval(timer))

  const now = computed(() => {
    const clock = seat.common?.clock
    return clock ? simulationNow(clock, wall.value - seat.pushedAt, seat.speed, seat.state === 'running') : 0
  })
  const down = computed(() => (seat.common ? countdown(seat.common.clock, now.value) : null))
  const sinceShow = computed(() => now.value - (seat.common?.clock.show_starts ?? 0))
  /** A second of the run as minutes and seconds of the show, with a minus before it began. */
  const showTime = (at: number) => {
    const second = at - (seat.common?.clock.show_starts ?? 0)
    return second < 0 ? `−${clockface(-second)}` : clockface(second)
  }
  return { now, down, sinceShow, showTime, wall }
}

/** This seat's view, typed; only used below SeatPage, which waits for the first one. */
export function useView<V>() {
  const seat = useSeat()
  return computed(() => seat.view as unknown as V)
}
