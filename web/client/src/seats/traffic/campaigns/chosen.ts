import { computed, inject, provide, ref, type ComputedRef, type InjectionKey } from 'vue'
import { useView } from '../../../now'
import type { CampaignRow, TrafficView } from '../../../wire'
import { isOver } from './plan'

interface Chosen {
  campaign: ComputedRef<CampaignRow | null>
  choose(id: string): void
}

const CHOSEN: InjectionKey<Chosen> = Symbol('chosen campaign')

/** Which campaign is being changed; the first that still runs until somebody chooses. */
export function provideCampaign(): Chosen {
  const view = useView<TrafficView>()
  const id = ref('')
  const rows = computed(() => view.value.ads?.campaigns ?? [])
  const campaign = computed(
    () => rows.value.find((one) => one.campaign === id.value) ?? rows.value.find((one) => !isOver(one)) ?? null,
  )
  const chosen = { campaign, choose: (next: string) => (id.value = next) }
  provide(CHOSEN, chosen)
  return chosen
}

export const useCampaign = () => inject(CHOSEN)!
