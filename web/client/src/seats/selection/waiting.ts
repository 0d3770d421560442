// What waits for selection on each tab.

import type { CertificateRow, LotRow, PurchaseRow, SupplyRows } from '../../wire'

/** A supplier keeps the goods: money or a paper is missing. */
export const isStuck = (row: PurchaseRow) => row.state === 'waiting'
/** An authority waits for a recall. */
export const isAlerted = (row: LotRow, now: number) => row.alert_due !== null && row.alert_due > now && !row.recalled
/** Goods that are sold in the country without a paper they need; a claim is not a paper. */
export const isMissing = (row: CertificateRow) => row.state === 'missing' || row.state === 'expired'

export function waiting(supply: SupplyRows, now: number) {
  return {
    supply: supply.purchases.filter(isStuck).length + supply.lots.filter((row) => isAlerted(row, now)).length,
    papers: supply.certificates.filter(isMissing).length,
  }
}
