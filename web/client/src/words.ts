// Everything a component needs to speak to its reader: texts, terms, and numbers in the reader's language.

import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import { useI18n } from 'vue-i18n'
import * as format from './format'
import { canSay, has, type Area, type Key } from './i18n'
import type { Text } from './wire'

type Named = Record<string, unknown>

const CURRENCY: InjectionKey<ComputedRef<string>> = Symbol('currency')

/** Say in which currency the numbers below this component are. */
export function provideCurrency(code: () => string | undefined): void {
  provide(
    CURRENCY,
    computed(() => code() ?? 'USD'),
  )
}

export function useWords() {
  const i18n = useI18n({ useScope: 'global' })
  const currency = inject(
    CURRENCY,
    computed(() => 'USD'),
  )
  const locale = i18n.locale as { value: format.Locale }

  function t(key: Key, named: Named = {}): string {
    return typeof named.n === 'number' ? i18n.t(key, named, named.n) : i18n.t(key, named)
  }

  /** The word for a name that comes from data; a name nobody has translated is shown as it is. */
  function word(area: Area, name: string, named: Named = {}): string {
    const key = name.replaceAll('.', '_').replaceAll('-', '_')
    return has(area, key) ? t(`${area}.${key}` as Key, named) : name
  }

  return {
    t,
    word,
    has,
    canSay,
    locale,
    currency,
    pick: (text: Text | null | undefined) => (text ? (locale.value === 'zh-CN' ? text.zh : text.en) : ''),
    /** Teams are numbered until somebody names them. */
    team: (name: string) => (/^\d+$/.test(name) ? t('entry.team', { name }) : name),
    money: (minor: number | null | undefined, code = currency.value) => format.money(minor, code, locale.value),
    wholeMoney: (minor: number | null | undefined, code = currency.value) =>
      format.money(minor, code, locale.value, true),
    shortMoney: (minor: number | null | undefined, code = currency.value) =>
      format.shortMoney(minor, code, locale.value),
    count: (n: number | null | undefined) => format.count(n, locale.value),
    percent: (ppm: number | null | undefined, digits?: number) => format.percent(ppm, locale.value, digits),
    factor: (ppm: number | null | undefined) => format.factor(ppm, locale.value),
    signed: (share: number | null) => format.signed(share, locale.value),
    stars: (hundredths: number) => format.stars(hundredths, locale.value),
    seconds: (n: number | null | undefined) => format.seconds(n, locale.value),
    span: (seconds: number | null | undefined) => format.span(seconds, locale.value),
    marketTime: (iso: string) => format.marketTime(iso, locale.value),
    country: (code: string) => new Intl.DisplayNames([locale.value], { type: 'region' }).of(code) ?? code,
    language: (code: string) => new Intl.DisplayNames([locale.value], { type: 'language' }).of(code) ?? code,
  }
}
