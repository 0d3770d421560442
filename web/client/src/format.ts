// Numbers for people. Everything here is pure: same number, same language, same text.

export type Locale = 'en' | 'zh-CN'

export const UNKNOWN = '–'

const cache = new Map<string, Intl.NumberFormat>()

function numbers(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  let found = cache.get(key)
  if (!found) cache.set(key, (found = new Intl.NumberFormat(locale, options)))
  return found
}

/** How many decimals a currency's minor unit has: 2 for the dollar, 0 for the yen. */
export function decimals(currency: string): number {
  return numbers('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** Minor units as a price: `money(248000, 'USD', 'en')` is `$2,480.00`. */
export function money(minor: number | null | undefined, currency: string, locale: Locale, whole = false): string {
  if (minor == null) return UNKNOWN
  const value = minor / 10 ** decimals(currency)
  return numbers(locale, { style: 'currency', currency, ...(whole ? { maximumFractionDigits: 0 } : {}) }).format(value)
}

/** Money short enough for a tile: K and M in English, 万 and 亿 in Chinese. */
export function shortMoney(minor: number | null | undefined, currency: string, locale: Locale): string {
  if (minor == null) return UNKNOWN
  const value = minor / 10 ** decimals(currency)
  if (Math.abs(value) < 10_000) return money(minor, currency, locale, Math.abs(value) >= 100)
  const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const
  return numbers(locale, options).format(value)
}

export function count(n: number | null | undefined, locale: Locale): string {
  if (n == null) return UNKNOWN
  if (Math.abs(n) < 100_000) return numbers(locale, {}).format(n)
  return numbers(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(n)
}

/** Parts per million as a percentage. */
export function percent(ppm: number | null | undefined, locale: Locale, digits = 1): string {
  if (ppm == null) return UNKNOWN
  return numbers(locale, { style: 'percent', maximumFractionDigits: digits }).format(ppm / 1e6)
}

/** Parts per million as a plain factor: `1.8×`. */
export function factor(ppm: number | null | undefined, locale: Locale, digits = 2): string {
  if (ppm == null) return UNKNOWN
  return `${numbers(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(ppm / 1e6)}×`
}

/** A difference with its sign, for "+8 % vs plan". */
export function signed(share: number | null, locale: Locale): string {
  if (share == null || !Number.isFinite(share)) return UNKNOWN
  return numbers(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(share)
}

export function stars(hundredths: number, locale: Locale): string {
  return numbers(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(hundredths / 100)
}

/** A countdown: `4:05`, `1:02:00`. Never negative. */
export function clockface(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds))
  const parts = [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60]
  if (!parts[0]) parts.shift()
  return parts.map((part, i) => (i ? String(part).padStart(2, '0') : String(part))).join(':')
}

const STEPS: [seconds: number, unit: string][] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
]

/** A span of time in at most two units: `2 d 3 h`, `4 min 20 sec`. */
export function span(seconds: number | null | undefined, locale: Locale): string {
  if (seconds == null) return UNKNOWN
  let rest = Math.max(0, Math.round(seconds))
  const first = STEPS.findIndex(([size]) => rest >= size)
  if (first < 0) return unit(0, 'second', locale)
  const words: string[] = []
  for (const [size, name] of STEPS.slice(first, first + 2)) {
    const n = Math.floor(rest / size)
    if (n) words.push(unit(n, name, locale))
    rest %= size
  }
  return words.join(' ')
}

/** A short time in seconds only: `71 sec`. */
export function seconds(n: number | null | undefined, locale: Locale): string {
  return n == null ? UNKNOWN : unit(n, 'second', locale)
}

function unit(n: number, name: string, locale: Locale): string {
  return numbers(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(n)
}

/** UTC date and time in the market, `2025-10-19T00:05Z`, as the reader writes dates. */
export function marketTime(iso: string, locale: Locale): string {
  const at = new Date(iso)
  if (Number.isNaN(at.valueOf())) return UNKNOWN
  const options = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  } as const
  return new Intl.DateTimeFormat(locale, options).format(at)
}

/** What a person typed as a price, in minor units; null when it is no positive number. */
export function parseMoney(text: string, currency: string): number | null {
  const digits = text.replace(/[^\d.,-]/g, '')
  const thousands = digits.includes('.') || /,\d{3}$/.test(digits) // 1,200 is twelve hundred, 1,2 is one point two
  const value = Number(thousands ? digits.replaceAll(',', '') : digits.replace(',', '.'))
  if (!Number.isFinite(value) || value <= 0) return null
  return Math.round(value * 10 ** decimals(currency))
}

/** Minor units as the plain number a form shows: `24.80`. */
export function plainMoney(minor: number, currency: string): string {
  const digits = decimals(currency)
  return (minor / 10 ** digits).toFixed(digits)
}
