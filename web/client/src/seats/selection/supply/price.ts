// What an order would cost, as the supplier's own tiers say.

/** Paid when ordering, as every supplier here asks; the rest when the goods are handed over. */
export const DEPOSIT_PERCENT = 30

/** Price of one unit when so many are ordered; null below the least that is sold. */
export function unitPrice(tiers: [units: number, price: number][], units: number): number | null {
  const reached = tiers.filter(([from]) => units >= from)
  return reached.length ? Math.min(...reached.map(([, price]) => price)) : null
}
