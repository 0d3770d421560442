// What a campaign of each kind needs, and what its numbers say about what to do.

import type { CampaignRow, CreateCampaign } from '../../../wire'

export const KINDS = ['search', 'feed', 'live', 'teaser'] as const
export type Kind = CreateCampaign['kind']
export const AUDIENCES = ['interest', 'lookalike', 'retargeting', 'broad'] as const
export const HOOKS = ['problem', 'result', 'price', 'behind_scenes'] as const
export const VIEWS = ['platform', 'click', 'blended'] as const

/** Days of all running budgets that have to be at hand, as the platform asks. */
export const DEPOSIT_DAYS = 2

export const hasTarget = (kind: string) => kind === 'feed' || kind === 'live'
export const hasCreative = (kind: string) => kind === 'feed' || kind === 'live'
export const isOver = (row: CampaignRow) => row.status === 'ended'

export interface Draft {
  kind: Kind
  platform: string
  country: string
  sku: string
  keywords: string[]
  audience: NonNullable<CreateCampaign['audience']>
  hook: NonNullable<CreateCampaign['hook']>
  byTarget: boolean
  bid: number | null
  target: number
  budget: number | null
  days: number
}

/** What to send for a draft: only what its kind takes. */
export function command(draft: Draft): CreateCampaign {
  const { kind, platform, country, days } = draft
  const args: CreateCampaign = { kind, platform, country, days: Math.round(days) }
  if (kind !== 'live') args.sku = draft.sku
  if (kind === 'teaser') return { ...args, hook: draft.hook, daily_budget: 0 }
  args.daily_budget = draft.budget ?? 0
  if (kind === 'search') args.keywords = draft.keywords
  else args.audience = draft.audience
  if (hasTarget(kind) && draft.byTarget) args.target_roas_ppm = Math.round(draft.target * 1e6)
  else args.bid = draft.bid ?? 0
  return args
}

/** Money that has to be at hand for the running budgets and one more. */
export function deposit(rows: CampaignRow[], more: number): number {
  const running = rows.filter((row) => row.status === 'running').reduce((sum, row) => sum + row.daily_budget, 0)
  return DEPOSIT_DAYS * (running + more)
}

/** A creative that draws half of what it drew at first is tired. */
export const isTired = (row: CampaignRow) =>
  !isOver(row) && row.creative_strength_ppm !== null && row.creative_strength_ppm <= 500_000
