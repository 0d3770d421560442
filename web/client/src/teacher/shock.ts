// The shocks a teacher may choose from, and what each of them can be given.

export const SHOCKS = ['customs_delay', 'viral_spike', 'host_no_show', 'review_attack', 'currency_crash'] as const
export type Shock = (typeof SHOCKS)[number]

export const STRENGTHS = ['strength_mild', 'strength_usual', 'strength_strong'] as const
export type Strength = (typeof STRENGTHS)[number]

interface ShockForm {
  field?: 'hours' | 'strength_ppm'
  /** Mild, usual, strong; as hours, or in parts per million as the engine reads them. */
  values?: readonly [number, number, number]
  country: boolean
}

export const FORMS: Record<Shock, ShockForm> = {
  customs_delay: { field: 'hours', values: [24, 48, 96], country: true },
  viral_spike: { field: 'strength_ppm', values: [3_000_000, 6_000_000, 10_000_000], country: false },
  host_no_show: { country: false },
  review_attack: { field: 'strength_ppm', values: [2_000_000, 4_500_000, 8_000_000], country: false },
  currency_crash: { field: 'strength_ppm', values: [850_000, 650_000, 450_000], country: true },
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
