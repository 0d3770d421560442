import { describe, expect, test } from 'vitest'
import { areas, makeI18n, type Area, type Pair } from '.'
import { phraseTables } from './phrases'

const texts = Object.entries(areas).flatMap(([area, all]) =>
  Object.entries(all as Record<string, Pair>).map(([name, pair]) => ({ key: `${area}.${name}`, pair })),
)
const sources = import.meta.glob<string>('../**/*.{vue,ts}', { eager: true, query: '?raw', import: 'default' })
const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

describe('every text', () => {
  test('says the same facts in both languages', () => {
    const uneven = texts.filter(({ pair: [en, zh] }) => !en.includes('|') && holes(en).join() !== holes(zh).join())

    expect(uneven).toEqual([])
    expect(texts.filter(({ pair }) => pair.some((one) => !one.trim()))).toEqual([])
  })

  test.each(['en', 'zh-CN'] as const)('compiles in %s and leaves no hole', (locale) => {
    const { t } = makeI18n(locale).global
    const broken = texts.filter(({ key, pair }) =>
      /[{}|]/.test(t(key, Object.fromEntries(pair.flatMap(holes).map((name) => [name, '7'])))),
    )

    expect(broken).toEqual([])
  })

  test('has no exclamation mark', () => {
    expect(texts.filter(({ pair }) => /[!！]/.test(pair.join('')))).toEqual([])
  })
})

test('every key that a source names exists', () => {
  const known = new Set(texts.map((one) => one.key))
  const named = Object.entries(sources)
    .filter(([path]) => !path.includes('.test.'))
    .flatMap(([path, source]) => [...source.matchAll(/\bt\(\s*'(\w+\.\w+)'/g)].map(([, key]) => ({ path, key: key! })))

  expect(named.length).toBeGreaterThan(200)
  expect(named.filter(({ key }) => !known.has(key))).toEqual([])
})

test('an unknown key is an error, not a blank', () => {
  expect(() => makeI18n('en').global.t('frame.nobody_wrote_this')).toThrow('frame.nobody_wrote_this')
})

test('one thing is counted as one, several as several', () => {
  const { t } = makeI18n('en').global

  expect(t('frame.reconnect_banner', { n: 1, s: 3 }, 1)).toContain('1 action waiting')
  expect(t('frame.reconnect_banner', { n: 4, s: 3 }, 4)).toContain('4 actions waiting')
})

test('every area has its texts', () => {
  expect((Object.keys(areas) as Area[]).filter((area) => !Object.keys(areas[area]).length)).toEqual([])
})

test.each(['comments', 'tickets'])('phrases of %s stand in the same order in every language', (book) => {
  const tables = ['en', 'de', 'zh'].map((language) => phraseTables.get(`${book}.${language}`)!)
  const shape = (table: Record<string, string[]>) =>
    Object.entries(table)
      .map(([kind, list]) => `${kind} ${list.length}`)
      .sort()

  expect(shape(tables[1]!)).toEqual(shape(tables[0]!))
  expect(shape(tables[2]!)).toEqual(shape(tables[0]!))
})
