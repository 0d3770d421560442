// Grades as the server sends them: plain data, every number down to the events it rests on.

import type { ClassInfo, ResultView, Text } from '../wire'

export interface Estimate {
  mean: number | null
  sd: number | null
  interval: [low: number, high: number] | null
}

export interface Moment {
  seq: number
  at: number
}

export interface Observation {
  run: string
  x: number
  n: number
  score: number
  citations: Record<string, { count: number; first: Moment[]; ranges: [number, number][] }>
}

export interface Indicator extends Estimate {
  id: string
  title: Text
  weight: number
  formula: Text
  observations: Observation[]
}

export interface Competence extends Estimate {
  code: string
  title: Text
  sessions: number
  state: string
  level: string | null
  indicators: Indicator[]
}

export interface Axis {
  code: string
  title: Text
  open: boolean
  value: number | null
  low: number | null
  high: number | null
  note: Text
}

export interface Student {
  subject: string
  seats: string[]
  overall: Estimate & { state: string; level: string | null }
  radar: Axis[]
  competences: Competence[]
}

export interface Grade {
  warning: Text
  framework: { id: string; version: string; status: string }
  students: Student[]
}

export interface Outcome {
  result: ResultView
  grade: Grade
  head: string
  events: number
  team: { id: string; name: string; run: string; class_id: string }
  market: ClassInfo['market']
  people: Record<string, string>
  scenario: { id: string; version: number; title: Text; mode: string }
  secret: string | null
}

export interface LoggedEvent {
  seq: number
  at: number
  type: string
  data: Record<string, unknown>
  seat: string
}

/** The moments that an observation rests on, each once, in the order of time. */
export function momentsOf(observation: Observation): { count: number; first: Moment[] } {
  const cited = Object.values(observation.citations)
  const moments = new Map(cited.flatMap((one) => one.first).map((moment) => [moment.seq, moment]))
  return {
    count: Math.max(0, ...cited.map((one) => one.count)),
    first: [...moments.values()].sort((a, b) => a.seq - b.seq),
  }
}
