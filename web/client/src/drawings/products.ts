// Product pictures, drawn for this project: one function per kind, 120 x 120, standing on a floor at y = 104.

import { darker, lighter, type Paint } from './paint'

export type Draw = (paint: Paint) => string

const lamp: Draw = ({ color, accent }) => `
  <path d="M44 22h32l14 34H30z" fill="${color}"/><path d="M44 22h10l-12 34H30z" fill="${lighter(color)}"/>
  <path d="M36 58h48l10 30H26z" fill="${lighter(accent, 0.75)}" opacity=".55"/>
  <rect x="57" y="56" width="6" height="40" fill="${darker(accent)}"/><circle cx="60" cy="60" r="6" fill="#fff3c4"/>
  <rect x="40" y="95" width="40" height="8" rx="4" fill="${accent}"/>`

const earbuds: Draw = ({ color, accent }) => `
  <rect x="26" y="58" width="68" height="44" rx="20" fill="${color}"/><rect x="26" y="58" width="68" height="18" rx="16" fill="${lighter(color)}"/>
  <path d="M26 76h68" stroke="${darker(color)}" stroke-width="2"/><circle cx="60" cy="88" r="3" fill="${accent}"/>
  <g fill="${accent}"><circle cx="44" cy="34" r="11"/><rect x="40" y="36" width="8" height="24" rx="4"/><circle cx="76" cy="34" r="11"/><rect x="72" y="36" width="8" height="24" rx="4"/></g>
  <g fill="${lighter(accent)}"><circle cx="41" cy="31" r="4"/><circle cx="73" cy="31" r="4"/></g>`

const charger: Draw = ({ color, accent }) => `
  <rect x="34" y="44" width="52" height="58" rx="10" fill="${color}"/><rect x="34" y="44" width="16" height="58" rx="8" fill="${lighter(color)}"/>
  <rect x="46" y="24" width="6" height="22" rx="2" fill="${darker(accent)}"/><rect x="68" y="24" width="6" height="22" rx="2" fill="${darker(accent)}"/>
  <rect x="52" y="78" width="16" height="7" rx="3" fill="${darker(color, 0.5)}"/><path d="M62 52l-9 13h7l-2 10 9-13h-7z" fill="${accent}"/>`

const mug: Draw = ({ color, accent }) => `
  <path d="M80 52h8c14 0 14 30-2 30h-6" fill="none" stroke="${darker(color)}" stroke-width="7"/>
  <path d="M30 38h52v50a14 14 0 0 1-14 14H44a14 14 0 0 1-14-14z" fill="${color}"/><path d="M30 38h12v60a14 14 0 0 1-12-12z" fill="${lighter(color)}"/>
  <ellipse cx="56" cy="38" rx="26" ry="6" fill="${darker(color, 0.45)}"/><rect x="30" y="62" width="52" height="10" fill="${accent}"/>
  <path d="M48 28c-4-6 4-8 0-14M62 28c-4-6 4-8 0-14" fill="none" stroke="${lighter(accent, 0.5)}" stroke-width="3" stroke-linecap="round"/>`

const towel: Draw = ({ color, accent }) => `
  <rect x="22" y="82" width="76" height="20" rx="10" fill="${darker(color)}"/><rect x="22" y="62" width="76" height="22" rx="11" fill="${color}"/>
  <rect x="22" y="42" width="76" height="22" rx="11" fill="${lighter(color)}"/><path d="M84 42v22M90 42v22" stroke="${accent}" stroke-width="3"/>
  <path d="M84 62v22M90 62v22M84 84v18M90 84v18" stroke="${accent}" stroke-width="3" opacity=".6"/><circle cx="33" cy="53" r="5" fill="none" stroke="${darker(color)}" stroke-width="2"/>`

const kettle: Draw = ({ color, accent }) => `
  <path d="M36 46h44l8 50a8 8 0 0 1-8 8H36a8 8 0 0 1-8-8z" fill="${color}"/><path d="M36 46h10l-6 58h-4a8 8 0 0 1-8-8z" fill="${lighter(color)}"/>
  <path d="M38 46l-14 8 8 10z" fill="${darker(color)}"/><path d="M78 40c22 0 22 46 4 50" fill="none" stroke="${accent}" stroke-width="7" stroke-linecap="round"/>
  <path d="M40 46a18 14 0 0 1 36 0z" fill="${darker(color)}"/><circle cx="58" cy="30" r="5" fill="${accent}"/><rect x="34" y="98" width="48" height="6" rx="3" fill="${accent}"/>`

const organizer: Draw = ({ color, accent }) => `
  <path d="M20 50h80v46a8 8 0 0 1-8 8H28a8 8 0 0 1-8-8z" fill="${color}"/><path d="M20 50h80l-8-10H28z" fill="${darker(color, 0.4)}"/>
  <path d="M46 50v54M74 50v54" stroke="${darker(color)}" stroke-width="3"/><rect x="28" y="24" width="7" height="28" rx="2" fill="${accent}"/>
  <rect x="37" y="30" width="6" height="22" rx="2" fill="${lighter(accent)}"/><rect x="52" y="32" width="16" height="18" rx="3" fill="${lighter(accent, 0.6)}"/>
  <circle cx="87" cy="42" r="9" fill="${accent}"/><rect x="26" y="70" width="14" height="5" rx="2" fill="${lighter(color)}"/>`

const speaker: Draw = ({ color, accent }) => `
  <rect x="34" y="20" width="52" height="84" rx="14" fill="${color}"/><rect x="34" y="20" width="14" height="84" rx="7" fill="${lighter(color)}"/>
  <circle cx="60" cy="74" r="19" fill="${darker(color, 0.5)}"/><circle cx="60" cy="74" r="10" fill="${accent}"/><circle cx="60" cy="74" r="4" fill="${lighter(accent)}"/>
  <circle cx="60" cy="38" r="9" fill="${darker(color, 0.5)}"/><circle cx="60" cy="38" r="4" fill="${accent}"/>`

const bottle: Draw = ({ color, accent }) => `
  <path d="M44 46c0-6 6-8 6-14h20c0 6 6 8 6 14v50a8 8 0 0 1-8 8H52a8 8 0 0 1-8-8z" fill="${color}"/><path d="M44 46c0-6 6-8 6-14h5v72h-3a8 8 0 0 1-8-8z" fill="${lighter(color)}"/>
  <rect x="48" y="16" width="24" height="16" rx="4" fill="${accent}"/><rect x="44" y="60" width="32" height="22" fill="${lighter(accent, 0.4)}"/>`

const shirt: Draw = ({ color, accent }) => `
  <path d="M44 20l-26 14 8 22 12-6v54h44V50l12 6 8-22-26-14a16 12 0 0 1-32 0z" fill="${color}"/><path d="M44 20a16 12 0 0 0 32 0l-5-2a11 9 0 0 1-22 0z" fill="${accent}"/>
  <path d="M38 50v54h10V44z" fill="${lighter(color)}"/>`

const bag: Draw = ({ color, accent }) => `
  <path d="M44 46c0-28 32-28 32 0" fill="none" stroke="${darker(accent)}" stroke-width="6"/><path d="M26 46h68l6 50a8 8 0 0 1-8 8H28a8 8 0 0 1-8-8z" fill="${color}"/>
  <path d="M26 46h12l-6 58h-4a8 8 0 0 1-8-8z" fill="${lighter(color)}"/><rect x="50" y="60" width="20" height="14" rx="3" fill="${accent}"/>`

const pan: Draw = ({ color, accent }) => `
  <rect x="74" y="62" width="42" height="9" rx="4" fill="${accent}"/><path d="M8 62h72c0 26-16 40-36 40S8 88 8 62z" fill="${color}"/>
  <ellipse cx="44" cy="62" rx="36" ry="9" fill="${darker(color, 0.45)}"/><path d="M14 76c4 12 12 20 22 24-14-2-24-12-26-28z" fill="${lighter(color)}"/>`

const boxes: Draw = ({ color, accent }) => `
  <rect x="22" y="68" width="76" height="36" rx="6" fill="${color}"/><rect x="22" y="64" width="76" height="10" rx="4" fill="${darker(color)}"/>
  <rect x="32" y="34" width="56" height="30" rx="6" fill="${lighter(color)}"/><rect x="32" y="30" width="56" height="9" rx="4" fill="${color}"/>
  <rect x="50" y="84" width="20" height="8" rx="3" fill="${accent}"/><rect x="52" y="48" width="16" height="7" rx="3" fill="${accent}"/>
  <path d="M28 80h64" stroke="${lighter(color)}" stroke-width="2" opacity=".5"/>`

const cables: Draw = ({ color, accent }) => `
  <g fill="none" stroke="${color}" stroke-width="7"><circle cx="56" cy="66" r="32"/><circle cx="56" cy="66" r="21"/></g>
  <path d="M56 34c14-14 30-8 32 4" fill="none" stroke="${color}" stroke-width="7"/><path d="M56 45a21 21 0 0 1 20 14" fill="none" stroke="${lighter(color)}" stroke-width="3"/>
  <rect x="80" y="36" width="16" height="20" rx="4" fill="${accent}"/><rect x="84" y="54" width="8" height="10" rx="1" fill="${lighter(accent, 0.6)}"/>
  <rect x="46" y="92" width="20" height="10" rx="4" fill="${accent}"/>`

const box: Draw = ({ color, accent }) => `
  <path d="M60 24l40 18v44L60 104 20 86V42z" fill="${color}"/><path d="M20 42l40 18v44L20 86z" fill="${lighter(color)}"/><path d="M100 42L60 60v44l40-18z" fill="${darker(color)}"/>
  <path d="M40 33l40 18v14l-8-4V48L32 37z" fill="${accent}"/>`

const DRAWN: Record<string, Draw> = {
  lamp,
  earbuds,
  charger,
  mug,
  towel,
  kettle,
  organizer,
  speaker,
  bottle,
  shirt,
  bag,
  pan,
  boxes,
  cables,
  box,
}
/** Other names that scenarios use for the same shapes. */
const ALIASES: Record<string, string> = {
  headphones: 'earbuds', plug: 'charger', power: 'charger', powerbank: 'charger', power_bank: 'charger', cable: 'cables', crate: 'boxes', cup: 'mug', thermos: 'bottle',
  tumbler: 'bottle', flask: 'bottle', serum: 'bottle', cream: 'bottle', dress: 'shirt', hoodie: 'shirt', backpack: 'bag', tote: 'bag',
  skillet: 'pan', basket: 'organizer', drawer: 'organizer', blanket: 'towel', light: 'lamp', teapot: 'kettle',
}

export const KINDS = Object.keys(DRAWN)

/** The drawing of a kind; a kind nobody has drawn yet is a parcel. */
export function drawingOf(kind: string): Draw {
  return DRAWN[kind] ?? DRAWN[ALIASES[kind] ?? 'box'] ?? box
}
