import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Component } from 'vue'
import { COMMANDS } from '../../tests/fixtures/commands'
import { seatViews } from '../../tests/fixtures/seats'
import { seasonAnchor, seasonService, seasonTraffic } from '../../tests/fixtures/season_care'
import { seasonSelection } from '../../tests/fixtures/season_supply'
import { seasonOperations } from '../../tests/fixtures/season_trade'
import { stage } from '../../tests/fixtures/story'
import type { SeatName } from '../api'
import { makeI18n } from '../i18n'
import { useSeat } from '../stores/seat'
import AnchorScreen from './anchor/AnchorScreen.vue'
import OperationsScreen from './operations/OperationsScreen.vue'
import SelectionScreen from './selection/SelectionScreen.vue'
import ServiceScreen from './service/ServiceScreen.vue'
import TrafficScreen from './traffic/TrafficScreen.vue'

const SCREENS: Record<SeatName, Component> = {
  anchor: AnchorScreen, operations: OperationsScreen, selection: SelectionScreen, traffic: TrafficScreen, service: ServiceScreen,
}
const SEATS = Object.keys(SCREENS) as SeatName[]

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

function aScreen(seat: SeatName, view: object = seatViews[seat], locale: 'en' | 'zh-CN' = 'en') {
  const pinia = createPinia()
  const Host = {
    components: { Screen: SCREENS[seat] },
    setup: () => stage(seat, { [seat]: view }),
    template: '<Screen />',
  }
  return mount(Host, {
    global: { plugins: [pinia, makeI18n(locale)], stubs: { RouterLink: true, EChart: true, teleport: true } },
    attachTo: document.body,
  })
}

const acts = (screen: VueWrapper) => screen.findAll('[data-act]').map((one) => one.attributes('data-act')!)
const tabsIn = (part: Pick<VueWrapper, 'findAll'>) => part.findAll('[role=tab]').map((one) => one.attributes('data-tab')!)

/** What is offered now, and in every line that can be opened. */
async function here(screen: VueWrapper): Promise<string[]> {
  const found = acts(screen)
  for (const line of screen.findAll('[aria-expanded=false]')) {
    await line.trigger('click')
    found.push(...acts(screen))
  }
  return found
}

/** Commands that the screen offers anywhere: in every tab and the tabs inside it, for every product. */
async function offered(screen: VueWrapper): Promise<Set<string>> {
  const outer = screen.find('[role=tablist]').exists() ? tabsIn(screen.find('[role=tablist]')) : []
  const found = await here(screen)
  const visit = async (tab: string) => {
    await screen.find(`[data-tab=${tab}]`).trigger('click')
    found.push(...(await here(screen)))
  }
  for (const tab of outer) {
    await visit(tab)
    for (const inner of tabsIn(screen).filter((one) => !outer.includes(one))) await visit(inner)
  }
  if (outer[0]) await visit(outer[0])
  for (const row of screen.findAll('.table tr[data-sku]')) {
    await row.trigger('click')
    found.push(...acts(screen))
  }
  if (screen.find('input[name=intensity]').exists()) found.push('livestream.set_intensity')
  return new Set(found)
}

/** Every line of every tab is opened: seconds of work where other tests run beside. */
const PATIENCE_MS = 30_000
/** Views of a season, where the whole trade is at hand; a seat without one plays the live room only. */
const SEASON: Partial<Record<SeatName, object>> = {
  anchor: seasonAnchor, operations: seasonOperations, selection: seasonSelection, traffic: seasonTraffic, service: seasonService,
}
const IDLE = { ...seatViews.traffic, notified: false, boost: { ...seatViews.traffic.boost, running: false } }

describe('a seat can do from its screen', () => {
  test.each(SEATS)('everything that %s may', async (seat) => {
    const found = await offered(aScreen(seat, SEASON[seat]))
    if (seat === 'traffic') for (const one of await offered(aScreen(seat, IDLE))) found.add(one)

    expect([...found].sort()).toEqual([...COMMANDS[seat]].sort())
  }, PATIENCE_MS)
})

describe('a screen', () => {
  test.each(SEATS)('of %s speaks Chinese to a Chinese reader', (seat) => {
    const text = aScreen(seat, seatViews[seat], 'zh-CN').text()

    expect(text).toMatch(/[\u4e00-\u9fff]/)
    expect(text).not.toMatch(/\b(Pin|Set|Send|Start|Open|Price)\b/)
  })

  test('offers a control whose action was refused again, with the reason', async () => {
    const screen = aScreen('operations')
    const row = screen.find('tr[data-sku="buds-02"]')
    await row.find('[name=price]').setValue('1.00')
    await row.find('[data-set-price]').trigger('click')

    await expect.poll(() => screen.find('.rejected').exists(), { timeout: 2000 }).toBe(true)
    expect(screen.find('.rejected').text()).toContain('falls below the agreed floor')
    await screen.find('.rejected .primary').trigger('click')
    await flushPromises()
    expect(screen.find('.rejected').exists()).toBe(false)
  })

  test('shows a step number at the control whose action was confirmed', async () => {
    const screen = aScreen('traffic')
    await screen.find('[data-teaser]').trigger('click')

    await expect.poll(() => screen.find('[data-teaser]').attributes('data-phase'), { timeout: 2000 }).toBe('confirmed')
    expect(screen.find('[data-teaser] .life').text()).toMatch(/step \d+/)
  })

  test('lets nobody act while the class is paused', async () => {
    const screen = aScreen('anchor')
    useSeat().state = 'paused'
    await flushPromises()

    const buttons = screen.findAll<HTMLButtonElement>('[data-act]')
    expect(buttons.length).toBeGreaterThan(5)
    expect(buttons.every((one) => one.element.disabled)).toBe(true)
  })
})
