// The bank account day by day, out of what each day did to it.

import type { CashRow } from '../../../wire'

export interface CashDay extends CashRow {
  balance: number
}

export function balances(rows: CashRow[]): CashDay[] {
  let balance = 0
  return [...rows].sort((a, b) => a.day - b.day).map((row) => ({ ...row, balance: (balance += row.total) }))
}
