// Facts of refusals and of events, said in the reader's language: the name of a field tells what kind of number it is.

import { computed, inject, provide, type InjectionKey } from 'vue'
import { clockface } from '../format'
import { useSeat } from '../stores/seat'
import { useWords } from '../words'
import type { Text } from '../wire'

type Named = { sku: string; name: Text }

const MONEY = new Set([
  'price', 'old', 'new', 'amount', 'floor', 'floor_price', 'cost', 'gmv', 'paid', 'minimum', 'cash', 'spent', 'fine', 'net', 'gross',
  'value', 'contribution', 'spendable', 'low', 'high', 'spend', 'carriage', 'handling', 'credit_line', 'refund_limit', 'budget', 'needed', 'lowest', 'highest', 'received', 'fee',
])
/** Families of terms that a field's values come from. */
const WORDS: Record<string, string[]> = {
  cue: ['cue'], phase: ['phase'], role: ['role'], hook: ['hook'], answer: ['answer'], action: ['action', 'moderate', 'call'], category: ['ticket'],
  cause: ['cause'], stage: ['stage'], alert: ['alert'], outcome: ['state'], queue: ['queue'], trend: ['pool'], seat: ['seat'], macro: ['macro'],
  kind: ['shock', 'ticket', 'comment', 'refund'], tag: ['tag'], reason: ['because', 'return', 'ended'], state: ['state', 'ticket_state'],
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
    if (typeof value !== 'string') return value == null ? '' : String(value)
    if (name === 'sku') return words.pick(products.value.get(value)) || value
    if (name === 'country' && /^[A-Z]{2}$/.test(value)) return words.country(value)
    for (const family of WORDS[name] ?? []) {
      if (words.has('term', `${family}_${value}`)) return words.word('term', `${family}_${value}`)
    }
    return value
  }

  function number(name: string, value: number): string {
    if (MONEY.has(name)) return words.money(value)
    if (name.endsWith('_ppm')) return words.percent(value)
    if (name === 'until' || name === 'at' || name === 'due')
      return clockface(value - (seat.common?.clock.show_starts ?? 0))
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
