// What waits for operations on each tab: a number on the tab, so that nobody has to look everywhere.

import type { ChainPart, MoneyPart, OperationsView, ShelfPart } from '../../wire'
import { DAY } from '../dates'

const SOON = DAY
/** Hours of packing that wait before a warehouse counts as full. */
const FULL = 24

const few = <T>(rows: T[], isWaiting: (row: T) => boolean) => rows.filter(isWaiting).length

/** A sale that closes within a day and nobody joined, though a listing stands on its shelf. */
export function closing(shelf: ShelfPart, now: number): ShelfPart['sales'] {
  const has = (one: ShelfPart['sales'][number]) =>
    shelf.listings.some((row) => row.state === 'live' && row.platform === one.platform && row.country === one.country)
  return shelf.sales.filter(
    (one) => one.is_open && !one.enrolled.length && one.deadline_day * DAY - now <= SOON && has(one),
  )
}

export const isOut = (row: ShelfPart['listings'][number]) => row.state === 'live' && row.units <= 0

const onShelf = (shelf: ShelfPart, now: number) =>
  few(shelf.listings, (row) => isOut(row) || row.state === 'removed' || row.state === 'rejected') +
  closing(shelf, now).length

const inChain = (chain: ChainPart) => few(chain.held, (row) => !row.is_answered) + few(chain.consignments, isStuck)

/** Export customs wait for the three orders. */
export const isStuck = (row: ChainPart['consignments'][number]) => !row.is_complete

const inMoney = (money: MoneyPart) =>
  money.flagged.length +
  few(money.disputes, (row) => !row.answered) +
  few(money.monitoring, (row) => row.count >= row.min_count && row.ratio_ppm >= row.limit_ppm)

export function waiting(view: OperationsView, now: number) {
  const closed = new Set(view.chain?.carriers.filter((one) => one.is_closed).map((one) => one.service))
  return {
    room: few(view.comments, (one) => one.state === 'open'),
    shelf: view.shelf ? onShelf(view.shelf, now) : 0,
    parcels: view.approvals.length + (view.chain ? inChain(view.chain) : 0),
    stock:
      few(view.services, (one) => one.chosen && closed.has(one.id)) +
      few(view.chain?.nodes ?? [], (one) => one.backlog_hours > FULL),
    money: view.money ? inMoney(view.money) : 0,
  }
}
