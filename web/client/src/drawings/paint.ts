// Colours of a drawing. A scenario gives two; light and shadow are mixed from them.

export interface Paint {
  color: string
  accent: string
}

const HEX = /^#[0-9a-f]{6}$/i

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** Mix two colours; `share` of the second. */
export function mix(a: string, b: string, share: number): string {
  const [x, y] = [channels(a), channels(b)]
  return (
    '#' +
    x
      .map((value, i) =>
        Math.round(value + (y[i]! - value) * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')
  )
}

export const lighter = (hex: string, share = 0.35) => mix(hex, '#ffffff', share)
export const darker = (hex: string, share = 0.25) => mix(hex, '#101820', share)

/** Only six-digit colours reach the page; anything else becomes slate. */
export function safe(paint: Paint): Paint {
  return {
    color: HEX.test(paint.color) ? paint.color : '#8794a3',
    accent: HEX.test(paint.accent) ? paint.accent : '#465362',
  }
}
