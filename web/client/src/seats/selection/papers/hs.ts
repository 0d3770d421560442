// The search over the Harmonized System, as the server answers it.

import { get } from '../../../api'

export interface HsHit {
  code: string
  description: string
  path: { code: string; description: string }[]
  words: { zh: string[]; en: string[] }
  duties: { country: string; ppm: number | null; line: string; source: string; confidence: string; note: string }[]
}

interface HsAnswer {
  query: string
  date: string
  results: HsHit[]
}

export function searchHs(query: string, countries: string[], on: string): Promise<HsAnswer> {
  const asked = new URLSearchParams({ q: query, to: countries.join(','), on, limit: '8' })
  return get<HsAnswer>(`/api/hs?${asked}`)
}
