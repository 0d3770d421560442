import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { makeI18n } from '../i18n'
import ClassesPage from './ClassesPage.vue'

const SCENARIO = {
  id: 'first-live', version: 1, title: { en: 'First live', zh: '首播' }, brief: { en: 'A show', zh: '一场' }, mode: 'team',
  minutes: 30, level: 'beginner',
}
const ANSWERS: Record<string, unknown> = {
  '/api/me': { person: { id: 'p', name: 'T', kind: 'teacher' }, csrf: 'c', seats: [], classes: [], language: 'en' },
  '/api/scenarios': [SCENARIO],
}

afterEach(() => vi.unstubAllGlobals())

/** The page of a teacher without classes, and what it sent when a class was made. */
async function aPage(locale: 'en' | 'zh-CN' = 'en') {
  const sent: Record<string, unknown>[] = []
  vi.stubGlobal('fetch', async (path: string, options: { method: string; body?: string }) => {
    if (options.method === 'POST') sent.push(JSON.parse(options.body ?? '{}'))
    const answer = options.method === 'POST' ? { id: 'made' } : (ANSWERS[path] ?? [])
    return { ok: true, status: 200, json: async () => answer }
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  })
  const page = mount(ClassesPage, { global: { plugins: [createPinia(), makeI18n(locale), router] } })
  await flushPromises()
  await page.find('[name=name]').setValue('Class 7')
  return { page, sent }
}

test('the kind of market is asked when there is more than one team', async () => {
  const { page } = await aPage()
  expect(page.findAll('[data-market]')).toHaveLength(0)

  await page.find('[name=teams]').setValue(2)

  expect(page.findAll('[data-market] input').map((one) => (one.element as HTMLInputElement).checked)).toEqual([true, false])
})

test.each([
  ['en', 'compete for the same shoppers'],
  ['zh-CN', '争抢同一批顾客'],
] as const)('each kind says why in %s', async (locale, why) => {
  const { page } = await aPage(locale)

  await page.find('[name=teams]').setValue(2)

  expect(page.find('[data-market=shared]').text()).toContain(why)
})

test.each([
  [3, 'shared'],
  [1, 'parallel'],
])('%s team(s) with one market chosen play %s', async (teams, market) => {
  const { page, sent } = await aPage()
  await page.find('[name=teams]').setValue(2)
  await page.find('[data-market=shared] input').setValue()

  await page.find('[name=teams]').setValue(teams)
  await page.find('form').trigger('submit')
  await flushPromises()

  expect(sent).toEqual([{ name: 'Class 7', scenario: 'first-live', teams, market }])
})
