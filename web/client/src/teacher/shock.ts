// The shocks a teacher may choose from, and what each of them can be given.

export const SHOCKS = [
  'customs_delay', 'viral_spike', 'host_no_show', 'review_attack', 'currency_crash', 'lane_jam', 'postal_suspension', 'fraud_wave',
  'safety_alert', 'price_war', 'price_rise', 'platform_label', 'news',
] as const
export type Shock = (typeof SHOCKS)[number]

export const STRENGTHS = ['strength_mild', 'strength_usual', 'strength_strong'] as const
export type Strength = (typeof STRENGTHS)[number]

interface ShockForm {
  field?: 'hours' | 'strength_ppm'
  /** Mild, usual, strong; as hours, or in parts per million as the engine reads them. */
  values?: readonly [number, number, number]
  country: boolean
  /** Only where there is a shelf market; others are refused with the reason. */
  season?: boolean
}

export const FORMS: Record<Shock, ShockForm> = {
  customs_delay: { field: 'hours', values: [24, 48, 96], country: true },
  viral_spike: { field: 'strength_ppm', values: [3_000_000, 6_000_000, 10_000_000], country: false },
  host_no_show: { country: false },
  review_attack: { field: 'strength_ppm', values: [2_000_000, 4_500_000, 8_000_000], country: false },
  currency_crash: { field: 'strength_ppm', values: [850_000, 650_000, 450_000], country: true },
  // How many times as long a line haul takes, for twelve days.
  lane_jam: { field: 'strength_ppm', values: [1_300_000, 1_600_000, 2_200_000], country: true },
  postal_suspension: { field: 'hours', values: [120, 336, 720], country: true, season: true },
  // How many times as many stolen cards are tried, for a week.
  fraud_wave: { field: 'strength_ppm', values: [2_000_000, 5_000_000, 10_000_000], country: true },
  safety_alert: { country: false, season: true },
  // By how much rivals cut their prices.
  price_war: { field: 'strength_ppm', values: [80_000, 150_000, 250_000], country: true, season: true },
  // By how much rivals raise theirs.
  price_rise: { field: 'strength_ppm', values: [60_000, 120_000, 200_000], country: true, season: true },
  platform_label: { country: true, season: true },
  news: { country: false },
}

/** What to send: the shock, its strength where it has one, and its target where one was named. */
export function shockBody(kind: Shock, strength: Strength, country: string, team: string): Record<string, unknown> {
  const form = FORMS[kind]
  const body: Record<string, unknown> = { kind }
  if (form.field && form.values) body[form.field] = form.values[STRENGTHS.indexOf(strength)]
  if (form.country && country) body.country = country
  if (team) body.team = team
  return body
}
