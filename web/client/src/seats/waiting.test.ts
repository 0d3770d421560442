import { describe, expect, test } from 'vitest'
import { seasonOperations, shelf } from '../../tests/fixtures/season_trade'
import { supply } from '../../tests/fixtures/season_supply'
import { operations } from '../../tests/fixtures/seats'
import { NOW } from '../../tests/fixtures/shop'
import { DAY } from './dates'
import { balances } from './operations/money/cash'
import { effect } from './operations/shelf/because'
import { closing, waiting as forOperations } from './operations/waiting'
import { unitPrice } from './selection/supply/price'
import { waiting as forSelection } from './selection/waiting'

describe('a tab counts what waits behind it', () => {
  test('for operations', () => {
    expect(forOperations(seasonOperations, NOW)).toEqual({ room: 3, shelf: 3, parcels: 3, stock: 1, money: 2 })
  })

  test('without a season only in the room and at the approvals', () => {
    expect(forOperations(operations, NOW)).toEqual({ room: 3, shelf: 0, parcels: 1, stock: 0, money: 0 })
  })

  test('for selection', () => {
    expect(forSelection(supply, NOW)).toEqual({ supply: 2, papers: 1 })
  })
})

test('a sale that closes within a day and nobody joined is urgent; one that was joined, or lies far, is not', () => {
  expect(closing(shelf, NOW).map((one) => one.campaign)).toEqual(['desk-week'])
  expect(closing(shelf, NOW - 2 * DAY)).toEqual([])
})

test.each([
  [99, null],
  [100, 530],
  [199, 530],
  [500, 482],
])('%i units cost %s each', (units, price) => {
  expect(unitPrice(supply.quotes[0]!.tiers, units)).toBe(price)
})

test('a term of the law is said as a change of sales', () => {
  expect(effect(0)).toBe(0)
  expect(effect(-693_147)).toBeCloseTo(-0.5, 4)
})

test('the account of a day holds all days before it', () => {
  const rows = [{ day: 1, reasons: {}, total: -20 }, { day: 0, reasons: {}, total: 100 }]

  expect(balances(rows).map((one) => one.balance)).toEqual([100, 80])
})
