// Requests to the server. Every failure, also one of the network, comes out as a Refusal with a code.

import type { ClassInfo, Invitation, Me, ScenarioLine, SeatInfo, ShockAnswer } from './wire'

export interface Facts {
  [name: string]: unknown
}

export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly facts: Facts = {},
  ) {
    super(message)
  }
}

export type SeatName = SeatInfo['seat']
export type Market = ClassInfo['market']
export type Policy = NonNullable<SeatInfo['bot']>
export const SEATS: SeatName[] = ['anchor', 'operations', 'selection', 'traffic', 'service']
export const MARKETS: Market[] = ['parallel', 'shared']
export const POLICIES: Policy[] = ['average', 'expert', 'weak', 'autopilot']

let csrf = ''

async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'GET') headers['X-BC-CSRF'] = csrf
  if (body !== undefined && !(body instanceof FormData)) headers['Content-Type'] = 'application/json'
  const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body)
  let answer: Response
  try {
    answer = await fetch(path, { method, headers, body: payload, credentials: 'same-origin' })
  } catch {
    throw new Refusal('no_connection', 'expected an answer from the server, got none')
  }
  return read<T>(answer)
}

async function read<T>(answer: Response): Promise<T> {
  let data: unknown = null
  try {
    data = await answer.json()
  } catch {
    throw new Refusal('bad_answer', `expected JSON, got status ${answer.status}`, { status: answer.status })
  }
  if (answer.ok) return data as T
  const error = (data as { error?: { code?: string; message?: string; facts?: Facts } }).error ?? {}
  throw new Refusal(error.code ?? `http_${answer.status}`, error.message ?? answer.statusText, error.facts ?? {})
}

export const get = <T>(path: string) => request<T>('GET', path)
export const post = <T>(path: string, body: unknown = {}) => request<T>('POST', path, body)

/** Who this browser is signed in as; also renews the token that every change needs. */
export async function whoAmI(): Promise<Me> {
  const me = await get<Me>('/api/me')
  csrf = me.csrf
  return me
}

export const token = () => csrf

const klass = (id: string) => `/api/classes/${encodeURIComponent(id)}`

export const server = {
  join: (code: string, name: string) => post<{ class: ClassInfo }>('/api/join', { code, name }),
  signIn: (name: string, password: string) => post<unknown>('/api/signin', { name, password }),
  accept: (body: { token: string; name: string; login: string; password: string }) =>
    post<Me>('/api/invitations/accept', body),
  erase: (person: string) => post<unknown>(`/api/people/${encodeURIComponent(person)}/erase`),
  signOut: () => post<unknown>('/api/signout'),
  scenarios: () => get<ScenarioLine[]>('/api/scenarios'),
  classes: () => get<ClassInfo[]>('/api/classes'),
  classroom: (id: string) => get<ClassInfo>(klass(id)),
  createClass: (body: { name: string; scenario: string; teams: number; market: Market; speed?: number }) =>
    post<ClassInfo>('/api/classes', body),
  seat: (id: string, body: { team: string; seat: SeatName; action: 'take' | 'leave' | 'give'; person?: string }) =>
    post<ClassInfo>(`${klass(id)}/seats`, body),
  bot: (id: string, body: { team: string; seat: SeatName; policy: Policy }) =>
    post<ClassInfo>(`${klass(id)}/bots`, body),
  control: (id: string, body: { action: 'start' | 'pause' | 'resume' | 'speed' | 'end'; speed?: number }) =>
    post<ClassInfo>(`${klass(id)}/control`, body),
  shock: (id: string, body: Record<string, unknown>) => post<ShockAnswer[]>(`${klass(id)}/shock`, body),
  roster: (id: string, body: FormData | { text: string }) => post<{ added?: number }>(`${klass(id)}/roster`, body),
  invite: (id: string, body: { kind: string; days: number; classes: string[] }) =>
    post<Invitation>(`${klass(id)}/invitations`, body),
}
