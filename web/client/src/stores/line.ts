import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { LineStatus } from '../socket'

export type Pill = 'live' | 'slow' | 'reconnecting' | 'resyncing'

const SLOW_AFTER = 3
const SLOW_RTT = 1000

/** How the line to the server is, in the four words of the connection pill. */
export const useLine = defineStore('line', () => {
  const status = ref<LineStatus>('connecting')
  const rtt = ref<number | null>(null)
  const heardAt = ref(performance.now())
  const lostAt = ref<number | null>(null)
  const tick = ref(performance.now())
  setInterval(() => (tick.value = performance.now()), 500)

  function heard(): void {
    heardAt.value = tick.value = performance.now()
  }

  function become(next: LineStatus): void {
    status.value = next
    if (next === 'live') {
      lostAt.value = null
      heard()
    } else if (next === 'reconnecting' && lostAt.value === null) lostAt.value = performance.now()
  }

  function beat(ms: number | null): void {
    rtt.value = ms
    if (ms !== null) heard()
  }

  const age = computed(() => Math.max(0, (tick.value - heardAt.value) / 1000))
  const lostFor = computed(() => (lostAt.value === null ? 0 : Math.max(0, (tick.value - lostAt.value) / 1000)))
  const pill = computed<Pill>(() => {
    if (status.value === 'reconnecting' || status.value === 'connecting') return 'reconnecting'
    if (status.value === 'resyncing') return 'resyncing'
    return age.value > SLOW_AFTER || (rtt.value ?? 0) > SLOW_RTT ? 'slow' : 'live'
  })

  return { status, rtt, age, lostFor, pill, heard, become, beat }
})
