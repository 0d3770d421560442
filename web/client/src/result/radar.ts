// Geometry of a radar that never draws what is not known: an open axis has no point, and no line passes through it.

import type { Axis } from './grade'

export interface Point {
  x: number
  y: number
}

export const CENTRE: Point = { x: 260, y: 190 }
export const RADIUS = 140

/** Where *value* of 0 to 100 stands on axis *i* of *n*; the first axis points up, the others follow clockwise. */
export function place(i: number, n: number, value: number): Point {
  const angle = (2 * Math.PI * i) / n - Math.PI / 2
  const length = (RADIUS * Math.max(0, Math.min(100, value))) / 100
  return { x: CENTRE.x + length * Math.cos(angle), y: CENTRE.y + length * Math.sin(angle) }
}

const text = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** A path through the known ends of neighbouring axes; broken wherever an axis is open. */
export function outline(axes: Axis[], of: (axis: Axis) => number | null): string {
  const n = axes.length
  const ends = axes.map((axis, i) => {
    const value = axis.open ? null : of(axis)
    return value === null ? null : place(i, n, value)
  })
  return ends
    .flatMap((end, i) => {
      const next = ends[(i + 1) % n]
      return end && next ? [`M${text(end)}L${text(next)}`] : []
    })
    .join('')
}

/** A ring at *value*, through all axes. */
export function ring(n: number, value: number): string {
  return `M${Array.from({ length: n }, (_, i) => text(place(i, n, value))).join('L')}Z`
}
