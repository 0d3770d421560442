// Both languages of every text stand side by side in `texts/`, so that none can be forgotten: a text without its twin
// does not compile, and neither does a key that nobody wrote.

import { createI18n } from 'vue-i18n'
import type { Locale } from '../format'
import { anchor } from './texts/anchor'
import { entry } from './texts/entry'
import { events } from './texts/events'
import { frame } from './texts/frame'
import { kpis } from './texts/kpis'
import { operations } from './texts/operations'
import { projector } from './texts/projector'
import { refusals } from './texts/refusals'
import { refusalsSeason } from './texts/refusals_season'
import { result } from './texts/result'
import { seasonOperations } from './texts/season_operations'
import { seasonSelection } from './texts/season_selection'
import { seasonWords } from './texts/season_words'
import { selection } from './texts/selection'
import { service } from './texts/service'
import { teacher } from './texts/teacher'
import { traffic } from './texts/traffic'
import { terms } from './texts/terms'
import { termsSeason } from './texts/terms_season'

export type Pair = readonly [en: string, zh: string]

export const areas = {
  anchor, entry, event: events, frame, kpi: kpis, operations, projector,
  refusal: { ...refusals, ...refusalsSeason }, result, season: seasonWords, selection, service,
  shop: seasonOperations, supply: seasonSelection, teacher, term: { ...terms, ...termsSeason }, traffic,
}

export type Area = keyof typeof areas
export type Key = { [A in Area]: `${A}.${keyof (typeof areas)[A] & string}` }[Area]

function half(side: 0 | 1): Record<string, Record<string, string>> {
  const one = (texts: Record<string, Pair>) =>
    Object.fromEntries(Object.entries(texts).map(([name, pair]) => [name, pair[side]]))
  return Object.fromEntries(Object.entries(areas).map(([area, texts]) => [area, one(texts)]))
}

export function has(area: Area, name: string): boolean {
  return Object.hasOwn(areas[area], name)
}

/** Whether there is a sentence of that name and every fact that it names. */
export function canSay(area: Area, name: string, facts: Record<string, unknown>): boolean {
  if (!has(area, name)) return false
  const [sentence] = (areas[area] as Record<string, Pair>)[name]!
  return [...sentence.matchAll(/\{(\w+)\}/g)].every(([, fact]) => fact! in facts)
}

export function makeI18n(locale: Locale) {
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'en',
    messages: { en: half(0), 'zh-CN': half(1) },
    missing: (_, key) => {
      throw new Error(`expected a text for ${key}, found none`)
    },
  })
}
