import { describe, expect, test } from 'vitest'
import { anchor, traffic } from '../../tests/fixtures/seats'
import { NOW, rundown } from '../../tests/fixtures/shop'
import { FORMS, shockBody, SHOCKS } from '../teacher/shock'
import { next, ordered, suggested } from './anchor/plan'
import { added, asItems, draftOf, isSame, moved, pitchSeconds, stretched, without } from './operations/rundown'
import { entryRate, outlook, pace } from './traffic/boost'

describe('the prompter', () => {
  test('suggests the phase after the present one', () => {
    expect(suggested(anchor)).toBe('trust')
    expect(suggested({ ...anchor, phase: '' })).toBe('hook')
  })

  test('suggests nothing at the end of the pitch, where the next product comes', () => {
    expect(suggested({ ...anchor, phase: 'close' })).toBeNull()
    expect(next(anchor.rundown)?.sku).toBe('spk-04')
  })

  test('puts the points of the present phase first', () => {
    expect(ordered(anchor.points, 'trust').map((point) => point.phase).slice(0, 3)).toEqual(['trust', 'trust', 'hook'])
  })
})

describe('the rundown editor', () => {
  const draft = draftOf(rundown)
  const skus = (items: { sku: string }[]) => items.map((one) => one.sku)

  test('may change only what comes after the product on air', () => {
    expect(skus(draft)).toEqual(skus(rundown).slice(3))
  })

  test('moves, removes and adds without touching the rest', () => {
    expect(skus(moved(draft, 0, 1)).slice(0, 2)).toEqual(['mug-05', 'spk-04'])
    expect(moved(draft, 0, -1)).toBe(draft)
    expect(skus(without(draft, 1))).not.toContain('mug-05')
    expect(skus(added(draft, 'lamp-01', rundown)).at(-1)).toBe('lamp-01')
  })

  test('stretches a pitch in proportion and keeps every phase speakable', () => {
    const short = stretched(draft[0]!.pitch, 60)

    expect(pitchSeconds(short)).toBeGreaterThanOrEqual(57)
    expect(pitchSeconds(short)).toBeLessThanOrEqual(63)
    expect(short.every((one) => one.seconds >= 5)).toBe(true)
  })

  test('knows whether anything was changed', () => {
    expect(isSame(draft, asItems(draft))).toBe(true)
    expect(isSame(moved(draft, 0, 1), draft)).toBe(false)
  })
})

describe('the boost', () => {
  test('promises a range around the rate seen, and nothing without a price', () => {
    expect(outlook(9000, 10, 900, 0.05)).toEqual({ low: 300, high: 750, perMinute: 900 })
    expect(outlook(9000, 10, 0, 0.05)).toBeNull()
  })

  test('has no rate of its own before enough impressions', () => {
    expect(entryRate({ ...traffic.boost, impressions: 40 })).toBeNull()
  })

  test.each([
    [1200, 'behind'],
    [6000, 'even'],
    [11_000, 'ahead'],
  ])('with %s of 12000 spent at half time is %s', (spent, word) => {
    expect(pace({ ...traffic.boost, spent, until: NOW + 300 }, NOW - 300, NOW)).toBe(word)
  })
})

describe('a shock', () => {
  test.each(SHOCKS)('%s sends only what it takes', (kind) => {
    const body = shockBody(kind, 'strength_strong', 'DE', '')
    const { field, values, country } = FORMS[kind]

    expect(body).toEqual({ kind, ...(field ? { [field]: values![2] } : {}), ...(country ? { country: 'DE' } : {}) })
  })

  test('goes to one team when one is named', () => {
    expect(shockBody('host_no_show', 'strength_usual', '', 'ab')).toEqual({ kind: 'host_no_show', team: 'ab' })
  })
})
