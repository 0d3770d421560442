// The words of viewers and buyers. The engine says which kind and which phrase; the words stand in tables beside this
// file, one per language, in the same order, so that the same index is the translation.

type Table = Record<string, string[]>

const files = import.meta.glob<Table>('./phrases/*.json', { eager: true, import: 'default' })

const tables = new Map(
  Object.entries(files).map(([path, table]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), table]),
)

function look(book: 'comments' | 'tickets', language: string, kind: string, phrase: number): string {
  const list = tables.get(`${book}.${language}`)?.[kind] ?? []
  return list.length ? list[phrase % list.length]! : ''
}

export interface Said {
  original: string
  /** Empty when the reader already reads the original's language. */
  translation: string
}

/** A phrase as it was written and, if it was in another language, as the reader would say it. */
export function said(
  book: 'comments' | 'tickets',
  kind: string,
  phrase: number,
  language: string,
  reader: string,
): Said {
  const mine = reader.slice(0, 2)
  const original = look(book, language, kind, phrase) || look(book, 'en', kind, phrase)
  const translation = language === mine ? '' : look(book, mine, kind, phrase)
  return { original, translation: translation === original ? '' : translation }
}

export const phraseTables = tables
