import { onMounted, ref, type Ref } from 'vue'

const NAMES = [
  'text',
  'text-2',
  'line',
  'accent',
  'surface',
  'amber',
  'harm',
  'anchor',
  'operations',
  'selection',
  'traffic',
  'service',
] as const
export type Palette = Record<(typeof NAMES)[number], string>

/** The tokens as plain colours, read where the chart stands, because charts cannot read CSS variables. */
export function usePalette(element: Ref<HTMLElement | undefined>): Ref<Palette | null> {
  const palette = ref<Palette | null>(null)
  onMounted(() => {
    const style = getComputedStyle(element.value ?? document.documentElement)
    palette.value = Object.fromEntries(
      NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
    ) as Palette
  })
  return palette
}
