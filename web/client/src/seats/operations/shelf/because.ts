// Terms of a log-linear law as people read them.

/** What one term does to sales, as a share: 0.35 is "a third more", −0.46 "almost half less". */
export const effect = (ppm: number): number => Math.exp(ppm / 1e6) - 1
