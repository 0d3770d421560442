// What the season's forms of traffic, service and the anchor work out before anything is sent.

import { describe, expect, test } from 'vitest'
import { ads, care } from '../../tests/fixtures/season_care'
import { seasonStage } from '../../tests/fixtures/season_trade'
import { stage } from '../../tests/fixtures/seats'
import { NOW, STARTS } from '../../tests/fixtures/shop'
import { DISCLOSURE, discloseIn, hasSeason, isDisclosed, nextShow } from './anchor/season'
import { agentHours, draftOf, shiftHours, wages } from './service/care/staffing'
import { command, deposit, isTired, type Draft } from './traffic/campaigns/plan'
import { NOTICE, slots } from './traffic/creators/when'

const DAY = 86_400
const draft: Draft = {
  kind: 'search', platform: 'bazaar', country: 'US', sku: 'lamp-01', keywords: ['lamp'], audience: 'interest', hook: 'price', byTarget: true, bid: 60,
  target: 2.5, budget: 3000, days: 7,
}

describe('a new campaign sends only what its kind takes:', () => {
  test('a search bids for words and follows no target', () => {
    expect(command(draft)).toEqual({
      kind: 'search', platform: 'bazaar', country: 'US', sku: 'lamp-01', keywords: ['lamp'], bid: 60, daily_budget: 3000, days: 7,
    })
  })

  test('a feed follows a target or a bid, never both', () => {
    expect(command({ ...draft, kind: 'feed' })).toMatchObject({ target_roas_ppm: 2_500_000, audience: 'interest' })
    expect(command({ ...draft, kind: 'feed' })).not.toHaveProperty('bid')
    expect(command({ ...draft, kind: 'feed', byTarget: false })).not.toHaveProperty('target_roas_ppm')
  })

  test('a live campaign names no product, a short video has no budget', () => {
    expect(command({ ...draft, kind: 'live' })).not.toHaveProperty('sku')
    expect(command({ ...draft, kind: 'teaser' })).toMatchObject({ hook: 'price', daily_budget: 0 })
  })

  test('two days of every running budget have to be at hand', () => {
    expect(deposit(ads.campaigns, 1000)).toBe(2 * (3000 + 3000 + 1000))
  })

  test('a creative is tired at half of its first clicks', () => {
    expect(ads.campaigns.map(isTired)).toEqual([true, false, false])
  })
})

describe('a creator', () => {
  const open = slots(ads.creators[0]!, seasonStage.shows, NOW, 14 * DAY)

  test('is asked for shows and days at least twelve hours ahead', () => {
    expect(open[0]).toMatchObject({ show: 1, day: null })
    expect(open.every((one) => one.at >= NOW + NOTICE)).toBe(true)
    expect(open.at(-1)?.day).toBe(13)
  })

  test('is not to be had on days that are taken', () => {
    expect(open.filter((one) => one.taken).map((one) => one.day)).toEqual([3, 4])
  })
})

describe('the desk', () => {
  test('has shifts that go on into the next morning', () => {
    expect(shiftHours(9, 18)).toBe(9)
    expect(shiftHours(22, 6)).toBe(8)
  })

  test('estimates what it costs now as the view says', () => {
    expect(agentHours(draftOf(care.staff))).toBe(18)
    expect(wages(draftOf(care.staff), care.staff)).toBe(care.staff.cost_per_day)
  })
})

describe('the stage', () => {
  test('of one plain show asks nothing more of the anchor', () => {
    expect(hasSeason(stage)).toBe(false)
    expect(hasSeason(seasonStage)).toBe(true)
  })

  test('wants the ad named within half an hour of the start, and again after that', () => {
    expect(discloseIn(seasonStage, STARTS, STARTS + 60)).toBe(DISCLOSURE - 60)
    expect(discloseIn({ ...seasonStage, disclosed_at: STARTS + 300 }, STARTS, STARTS + 360)).toBe(DISCLOSURE - 60)
  })

  test('forgets what was said in an earlier show', () => {
    expect(isDisclosed({ ...seasonStage, disclosed_at: STARTS - 900 }, STARTS, STARTS + 60)).toBe(false)
  })

  test('knows the next show', () => {
    expect(nextShow(seasonStage, NOW)?.ordinal).toBe(1)
    expect(nextShow(stage, NOW)).toBeNull()
  })
})
