// What a shift of hired agents costs, as an estimate before the desk is changed.

import type { StaffRow } from '../../../wire'

/** What every language beyond the first adds to an hour's wage, as the service's own price list says. */
const PER_LANGUAGE = 0.15

export interface Draft {
  agents: number
  shift_from: number
  shift_to: number
  zone: string
  languages: string[]
  bot: boolean
  macros: boolean
}

export const draftOf = (staff: StaffRow): Draft => ({
  agents: staff.agents, shift_from: staff.shift_from, shift_to: staff.shift_to, zone: staff.zone, languages: [...staff.languages],
  bot: staff.bot, macros: staff.macros,
})

/** Hours of one shift; one that ends before it begins goes on into the next morning. */
export const shiftHours = (from: number, to: number) => (to > from ? to - from : to - from + 24)

export const agentHours = (draft: Draft) => draft.agents * shiftHours(draft.shift_from, draft.shift_to)

/** Wages of one shift, minor units of the shop's currency; the bot comes on top. */
export function wages(draft: Draft, staff: StaffRow): number {
  const hourly = staff.zones.find(([zone]) => zone === draft.zone)?.[1] ?? 0
  return Math.round(agentHours(draft) * hourly * (1 + PER_LANGUAGE * Math.max(0, draft.languages.length - 1)))
}

export const isSame = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b)
