import { computed, inject, provide, ref, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { useView } from '../../now'
import type { ServiceView, TicketRow } from '../../wire'

interface Chosen {
  ticket: ComputedRef<TicketRow | null>
  shown: ComputedRef<TicketRow[]>
  filter: Ref<'all' | 'open' | 'overdue'>
  choose(id: string): void
  step(by: number): void
}

const CHOSEN: InjectionKey<Chosen> = Symbol('chosen ticket')

/** Which ticket is being read; the first open one until somebody chooses. */
export function provideChosen(): Chosen {
  const view = useView<ServiceView>()
  const id = ref('')
  const filter = ref<'all' | 'open' | 'overdue'>('open')

  const isOpen = (one: TicketRow) => one.state !== 'closed'
  const shown = computed(() =>
    view.value.tickets.filter(
      (one) => filter.value === 'all' || (filter.value === 'open' ? isOpen(one) : isOpen(one) && one.overdue),
    ),
  )
  const ticket = computed(() => view.value.tickets.find((one) => one.id === id.value) ?? shown.value[0] ?? null)

  function step(by: number): void {
    const at = shown.value.findIndex((one) => one.id === ticket.value?.id)
    id.value = shown.value[Math.max(0, Math.min(shown.value.length - 1, at + by))]?.id ?? ''
  }

  const chosen = { ticket, shown, filter, choose: (next: string) => (id.value = next), step }
  provide(CHOSEN, chosen)
  return chosen
}

export const useChosen = () => inject(CHOSEN)!
