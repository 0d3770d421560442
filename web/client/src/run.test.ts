import { describe, expect, test } from 'vitest'
import { begin, FEED_KEPT, foldFeed, foldView, type FeedEvent, type RunModel } from './run'

interface View {
  online: number
  pinned: string
}

const event = (n: number): FeedEvent => ({ n, at: 10 * n, type: 'livestream.product_pinned', data: {}, seat: '' })
const events = (...numbers: number[]) => numbers.map(event)

function aRun(over: Partial<RunModel<View>> = {}): RunModel<View> {
  return { version: 5, view: { online: 40, pinned: 'lamp' }, feed: events(1, 2, 3), next: 4, ...over }
}

describe('a view patch', () => {
  test('made against our version replaces only what changed', () => {
    const step = foldView(aRun(), { version: 6, base: 5, patch: { online: 44 } })

    expect(step.kind).toBe('applied')
    expect(step.run.view).toEqual({ online: 44, pinned: 'lamp' })
    expect(step.run.version).toBe(6)
  })

  test('that was seen before changes nothing', () => {
    const run = aRun()

    expect(foldView(run, { version: 5, base: 4, patch: { online: 1 } })).toEqual({ kind: 'seen', run })
  })

  test('made against a version we never saw is a gap, and the view stays as it was', () => {
    const run = aRun()

    expect(foldView(run, { version: 8, base: 7, patch: { online: 1 } })).toEqual({ kind: 'gap', run, of: 'view' })
  })
})

describe('the feed', () => {
  test('grows by the numbers that come next', () => {
    const step = foldFeed(aRun(), { from: 4, events: events(4, 5) })

    expect(step.kind).toBe('applied')
    expect(step.run.feed.map((one) => one.n)).toEqual([1, 2, 3, 4, 5])
    expect(step.run.next).toBe(6)
  })

  test('drops what a reconnect sends twice', () => {
    const step = foldFeed(aRun(), { from: 2, events: events(2, 3, 4) })

    expect(step.run.feed.map((one) => one.n)).toEqual([1, 2, 3, 4])
  })

  test.each([[[5]], [[4, 6]]])('with %j after 3 is a gap', (numbers) => {
    expect(foldFeed(aRun(), { from: numbers[0]!, events: events(...numbers) }).kind).toBe('gap')
  })

  test('keeps its last lines only', () => {
    const many = Array.from({ length: FEED_KEPT + 50 }, (_, i) => i + 4)

    const step = foldFeed(aRun(), { from: 4, events: events(...many) })

    expect(step.run.feed).toHaveLength(FEED_KEPT)
    expect(step.run.feed.at(-1)!.n).toBe(many.at(-1))
  })
})

describe('beginning again', () => {
  test('joins the new tail to what was known', () => {
    const run = begin(
      { version: 9, view: { online: 1, pinned: '' }, feed: { from: 3, events: events(3, 4, 5) } },
      aRun(),
    )

    expect(run.feed.map((one) => one.n)).toEqual([1, 2, 3, 4, 5])
    expect(run.next).toBe(6)
  })

  test('forgets what does not join on', () => {
    const run = begin(
      { version: 9, view: { online: 1, pinned: '' }, feed: { from: 20, events: events(20, 21) } },
      aRun(),
    )

    expect(run.feed.map((one) => one.n)).toEqual([20, 21])
  })

  test('with an empty tail waits for the number it was told', () => {
    expect(begin({ version: 1, view: null, feed: { from: 7, events: [] } }).next).toBe(7)
  })
})
