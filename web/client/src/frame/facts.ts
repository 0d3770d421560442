// Facts of refusals and of events, said in the reader's language: the name of a field tells what kind of number it is.

import { computed, inject, provide, type InjectionKey } from 'vue'
import { clockface } from '../format'
import { useSeat } from '../stores/seat'
import { useWords } from '../words'
import type { Text } from '../wire'

const NEAR = 4 * 3600

type Named = { sku: string; name: Text }

const MONEY = new Set([
  'price', 'old', 'new', 'amount', 'floor', 'floor_price', 'cost', 'gmv', 'paid', 'minimum', 'cash', 'spent', 'fine', 'net', 'gross',
  'value', 'contribution', 'spendable', 'low', 'high', 'spend', 'carriage', 'handling', 'credit_line', 'refund_limit', 'budget', 'needed', 'lowest', 'highest', 'received', 'fee',
  'daily_budget', 'bid', 'reserve', 'need', 'least', 'sales', 'storage', 'wages', 'surcharge', 'struck', 'unit_cost', 'locked', 'gain', 'margin',
])
/** Seconds of the run. */
const MOMENTS = new Set(['until', 'at', 'due', 'starts_at', 'ready_at', 'review_until', 'settles', 'ends', 'expires'])
/** Families of terms that a field's values come from. */
const WORDS: Record<string, string[]> = {
  cue: ['cue'], phase: ['phase'], role: ['role'], hook: ['hook'], answer: ['answer'],
  action: ['action', 'moderate', 'call', 'demo', 'rival', 'monitoring'], category: ['ticket', 'category'], cause: ['cause'],
  stage: ['stage', 'parcel'], alert: ['alert'], outcome: ['state', 'outcome'], queue: ['queue'], trend: ['pool'], seat: ['seat'], macro: ['macro'],
  kind: ['shock', 'ticket', 'comment', 'refund', 'campaign'], tag: ['tag'], state: ['state', 'ticket_state', 'listing'],
  reason: ['held', 'fault', 'lack', 'dispute', 'declines', 'return', 'cause', 'cancel'], status: ['status'], platform: ['platform'],
  to: ['assigned'], view: ['attribution'], evidence: ['proof'], signals: ['signal'], rules: ['rule'], metric: ['metric'], way: ['way'],
  scene: ['scene'],
}

type Names = () => Record<string, Text>
const NAMES: InjectionKey<Names> = Symbol('product names')

/** Say what products are called below this component, where no seat's view says it. */
export const provideProducts = (names: Names) => provide(NAMES, names)

/** Product names that are known here, by sku. */
export function useProducts() {
  const seat = useSeat()
  const given = inject(NAMES, () => ({}))
  return computed(() => {
    const names = new Map<string, Text>(Object.entries(given()))
    const view = seat.view as Record<string, unknown> | null
    for (const [sku, name] of Object.entries((view?.names as Record<string, Text>) ?? {})) names.set(sku, name)
    const rows = [...((view?.rundown as Named[]) ?? []), ...((view?.products as (Named | { card: Named })[]) ?? [])]
    for (const row of rows) {
      const one = 'card' in row ? row.card : row
      names.set(one.sku, one.name)
    }
    return names
  })
}

export function useFacts() {
  const words = useWords()
  const products = useProducts()
  const seat = useSeat()

  function one(name: string, value: unknown): string {
    if (typeof value === 'number') return number(name, value)
    if (Array.isArray(value)) return value.map((item) => one(name, item)).join(', ')
    if (typeof value === 'boolean') return words.t(value ? 'frame.yes' : 'frame.no')
    if (typeof value !== 'string') return value == null ? '' : String(value)
    if (name === 'sku' || name === 'skus') return words.pick(products.value.get(value)) || value
    if ((name === 'country' || name === 'zone') && /^[A-Z]{2}$/.test(value)) return words.country(value)
    for (const family of WORDS[name] ?? []) {
      const term = `${family}_${value.replaceAll('-', '_')}`
      for (const area of ['term', 'season'] as const) if (words.has(area, term)) return words.word(area, term)
    }
    return value
  }

  /** Within a few hours as time of the show, else as time of the market. */
  function moment(at: number): string {
    const clock = seat.common?.clock
    if (!clock || Math.abs(at - clock.show_starts) < NEAR) return clockface(at - (clock?.show_starts ?? 0))
    return words.marketTime(new Date(Date.parse(clock.market_time) + (at - clock.now) * 1000).toISOString())
  }

  function number(name: string, value: number): string {
    if (MONEY.has(name)) return words.money(value)
    if (name.endsWith('_ppm')) return words.percent(value)
    if (MOMENTS.has(name)) return moment(value)
    if (name.endsWith('seconds') || name === 'wait' || name === 'retry_ms')
      return words.span(name === 'retry_ms' ? value / 1000 : value)
    if (name === 'stars') return words.stars(value * 100)
    if (name === 'rating') return words.stars(value)
    return words.count(value)
  }

  /** All facts as text, ready to be named in a sentence. */
  return (facts: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, one(name, value)]))
}

/** Why something was refused and what would pass. */
export function useRefusals() {
  const words = useWords()
  const say = useFacts()
  return (refusal: { code: string; message: string; facts?: Record<string, unknown> }) => {
    const facts = say(refusal.facts ?? {})
    const sentence = (name: string) => (words.canSay('refusal', name, facts) ? words.word('refusal', name, facts) : '')
    return { reason: sentence(refusal.code) || refusal.message, fix: sentence(`${refusal.code}_fix`) }
  }
}
