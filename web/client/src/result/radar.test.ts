import { expect, test } from 'vitest'
import type { Axis } from './grade'
import { CENTRE, outline, place, RADIUS, ring } from './radar'

const words = { en: '', zh: '' }
const anAxis = (value: number | null): Axis => ({
  code: 'a',
  title: words,
  note: words,
  open: value === null,
  value,
  low: value,
  high: value,
})
const segments = (path: string) => path.split('M').length - 1

test('the first axis points up and a full value reaches the ring', () => {
  expect(place(0, 7, 100)).toEqual({ x: CENTRE.x, y: CENTRE.y - RADIUS })
  expect(place(3, 7, 0)).toEqual(CENTRE)
})

test('a whole radar is closed', () => {
  expect(segments(outline([60, 70, 80, 90].map(anAxis), (axis) => axis.value))).toBe(4)
})

test('no line passes through an open axis, and none goes to the middle', () => {
  const path = outline([60, null, 80, 90].map(anAxis), (axis) => axis.value)

  expect(segments(path)).toBe(2)
  expect(path).not.toContain(`${CENTRE.x.toFixed(1)} ${CENTRE.y.toFixed(1)}`)
})

test('a single known axis draws no line at all', () => {
  expect(outline([43, null, null].map(anAxis), (axis) => axis.value)).toBe('')
})

test('a ring touches every axis', () => {
  expect(ring(7, 50).split('L')).toHaveLength(7)
})
