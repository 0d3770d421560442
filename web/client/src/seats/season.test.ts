import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Component } from 'vue'
import { seasonSelection } from '../../tests/fixtures/season_supply'
import { seasonOperations } from '../../tests/fixtures/season_trade'
import { stage } from '../../tests/fixtures/story'
import { makeI18n } from '../i18n'
import { useSeat } from '../stores/seat'
import type { OperationsView, SelectionView } from '../wire'
import OperationsScreen from './operations/OperationsScreen.vue'
import SelectionScreen from './selection/SelectionScreen.vue'

const SCREENS: Record<'operations' | 'selection', Component> = { operations: OperationsScreen, selection: SelectionScreen }

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

afterEach(() => void vi.unstubAllGlobals())

function aScreen(seat: 'operations' | 'selection', view: object, locale: 'en' | 'zh-CN' = 'en') {
  const Host = {
    components: { Screen: SCREENS[seat] },
    setup: () => stage(seat, { [seat]: view }),
    template: '<Screen />',
  }
  return mount(Host, {
    global: { plugins: [createPinia(), makeI18n(locale)], stubs: { EChart: true, teleport: true } },
    attachTo: document.body,
  })
}

async function at(tab: string, view: object = seasonOperations, locale: 'en' | 'zh-CN' = 'en') {
  const screen = aScreen('shelf' in view && 'supply' in view ? 'selection' : 'operations', view, locale)
  await screen.find(`[data-tab=${tab}]`).trigger('click')
  return screen
}

const EMPTY: OperationsView = {
  ...seasonOperations,
  shelf: { ...seasonOperations.shelf!, listings: [], rivals: [], peaks: [], sales: [] },
  chain: { nodes: [], transfers: [], consignments: [], held: [], exports: [], summaries: [], schemes: [], carriers: [] },
  money: { payments: [], flagged: [], disputes: [], monitoring: [], reserves: [], forwards: [], currencies: [], profit: [], cash: [] },
}
const BARE: SelectionView = {
  ...seasonSelection,
  supply: { quotes: [], purchases: [], lots: [], certificates: [], reports: [] },
}

describe('operations in a season', () => {
  test('comes back to the tab it worked in', async () => {
    await at('money')

    expect(aScreen('operations', seasonOperations).find('[aria-selected=true]').attributes('data-tab')).toBe('money')
  })

  test('reads why a parcel is held, by which law, and which paper helps', async () => {
    const held = (await at('parcels')).find('[data-held=o000000000001]')

    expect(held.text()).toContain('Held: a certificate is missing')
    expect(held.text()).toContain('Directive 2014/35/EU')
    expect(held.findAll('input').filter((one) => (one.element as HTMLInputElement).checked)).toHaveLength(1)
  })

  test('reads in words what moves a listing', async () => {
    const row = (await at('shelf')).find('[data-listing=bazaar-us-lamp-01]')

    expect(row.text()).toMatch(/price -27%.*delivery fee \+28%.*stars \+6%/s)
  })

  test('is told that a false declaration is against the law before it is sent', async () => {
    const form = (await at('stock')).find('form[data-country=US]')
    await form.find('input[max="100"]').setValue(50)

    expect(form.find('[role=alert]').text()).toContain('against the law')
  })

  test('sees what the shop is refused at the control that asked', async () => {
    const screen = await at('shelf')
    await screen.find('[data-listing=bazaar-us-lamp-01] button').trigger('click')
    const price = screen.find('.acts form input')
    await price.setValue('1.00')
    await screen.find('[data-act="market.set_listing_price"]').trigger('click')

    await expect.poll(() => screen.find('.rejected').exists(), { timeout: 2000 }).toBe(true)
  })

  test.each(['shelf', 'parcels', 'stock', 'money'])('is taught what to do where %s is empty', async (tab) => {
    const screen = await at(tab, EMPTY)

    expect(screen.text().length).toBeGreaterThan(100)
    expect(screen.text()).not.toMatch(/undefined|NaN|null/)
  })

  test.each(['room', 'shelf', 'parcels', 'stock', 'money'])('reads %s in Chinese', async (tab) => {
    const text = (await at(tab, seasonOperations, 'zh-CN')).text()

    expect(text).not.toMatch(/\b(Set|Send|Order|Price|Apply|Held|Missing|because_|lack_|account_|cash_)\b/)
    expect(text).not.toMatch(/[a-z]+_[a-z]+/)
  })
})

describe('selection in a season', () => {
  test.each(['supply', 'papers', 'research'])('reads %s in Chinese', async (tab) => {
    const text = (await at(tab, seasonSelection, 'zh-CN')).text()

    expect(text).not.toMatch(/\b(Set|Send|Order|Price|Apply|Held|Missing)\b/)
    expect(text).not.toMatch(/[a-z]+_[a-z]+/)
  })

  test.each(['supply', 'papers', 'research'])('is taught what to do where %s is empty', async (tab) => {
    const text = (await at(tab, BARE)).text()

    expect(text.length).toBeGreaterThan(80)
    expect(text).not.toMatch(/undefined|NaN|null/)
  })

  test('orders from the supplier it chose, at the price of the units', async () => {
    const screen = await at('supply', seasonSelection)
    await screen.findAll('[data-quote] input')[1]!.trigger('change')
    await screen.find('.order input').setValue(160)
    const sent = vi.spyOn(useSeat(), 'send')
    await screen.find('[data-act="market.source_product"]').trigger('click')

    expect(screen.find('.order').text()).toContain('$5.89 each')
    expect(sent.mock.calls[0]![2]).toMatchObject({ supplier: 'ningbo-steady', sku: 'lamp-01', units: 160, qc_units: 20 })
  })

  test('cannot call a lot back by one careless click', async () => {
    const screen = await at('supply', seasonSelection)
    await screen.find('[data-lot=l2] [aria-expanded]').trigger('click')
    const recall = screen.find<HTMLButtonElement>('[data-act="market.recall"]')

    expect(recall.element.disabled).toBe(true)
    await screen.find('[data-lot=l2] input[type=checkbox]').setValue(true)
    expect(recall.element.disabled).toBe(false)
  })
})

describe('the search over customs codes', () => {
  async function searched(answer: { ok: boolean; body: object }) {
    vi.stubGlobal('fetch', vi.fn(async () => ({ ok: answer.ok, status: answer.ok ? 200 : 400, json: async () => answer.body })))
    const screen = await at('goods', seasonSelection)
    await screen.find('[data-tab=hs]').trigger('click')
    await screen.find('[data-hs-query]').setValue('lamp')
    await screen.find('[role=search]').trigger('submit')
    await flushPromises()
    return screen
  }

  test('asks for the duties of the markets on the market’s day', async () => {
    const duties = [{ country: 'US', ppm: 39_000, line: '94052100', source: 'HTS', confidence: 'H', note: '' }]
    const hit = { code: '940521', description: 'Table lamps, LED', path: [], words: { zh: [], en: [] }, duties }
    const screen = await searched({ ok: true, body: { query: 'lamp', date: '2025-10-14', results: [hit] } })

    expect(vi.mocked(fetch).mock.calls[0]![0]).toBe('/api/hs?q=lamp&to=US%2CDE&on=2025-10-14&limit=8')
    expect(screen.find('[data-hs]').text()).toContain('duty 3.9%')
  })

  test('says why it found no answer', async () => {
    const screen = await searched({ ok: false, body: { error: { code: 'rate_limited', message: 'expected fewer questions', facts: {} } } })

    expect(screen.find('.problem').exists()).toBe(true)
  })
})
