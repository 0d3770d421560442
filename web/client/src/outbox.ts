// Actions on their way. Each is written down before it is first sent, with the id the server knows it by, so that a
// reload, a cut cable or a restarted server neither loses an action nor plays it twice.

import type { Facts } from './api'

export interface Outgoing {
  cmd_id: string
  type: string
  args: Record<string, unknown>
  based_on: number
  text?: string
}

export type CommandAck =
  | { ok: true; cmd_id: string; entry: number; seq: number; head8: string }
  | { ok: false; cmd_id?: string; code: string; message: string; facts?: Facts }

export interface Listener {
  slow(action: Outgoing): void
  confirmed(action: Outgoing, ack: Extract<CommandAck, { ok: true }>): void
  rejected(action: Outgoing, ack: Extract<CommandAck, { ok: false }>): void
}

export interface Road {
  /** Send one action; rejects when no answer came in time. */
  send(action: Outgoing): Promise<CommandAck>
  wait(ms: number): Promise<void>
}

export const CAPACITY = 50
/** Answers that mean "not now": the same action is sent again. */
export const LATER = new Set(['rate_limited', 'busy', 'not_ready', 'storage_fault'])

export class Outbox {
  private waiting: Outgoing[]
  private isOpen = false
  private isPumping = false

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly name: string,
    private readonly road: Road,
    private readonly listener: Listener,
  ) {
    this.waiting = this.restore()
  }

  get actions(): readonly Outgoing[] {
    return this.waiting
  }

  /** Write an action down and send it when the line is free; false when fifty are waiting already. */
  add(action: Outgoing): boolean {
    if (this.waiting.length >= CAPACITY) return false
    this.waiting.push(action)
    this.save()
    void this.pump()
    return true
  }

  open(): void {
    this.isOpen = true
    void this.pump()
  }

  close(): void {
    this.isOpen = false
  }

  /** One at a time and in order: what was decided first is also logged first. */
  private async pump(): Promise<void> {
    if (this.isPumping) return
    this.isPumping = true
    for (let tries = 0; this.isOpen && this.waiting[0];) {
      const settled = await this.attempt(this.waiting[0], tries)
      tries = settled ? 0 : tries + 1
    }
    this.isPumping = false
  }

  private async attempt(action: Outgoing, tries: number): Promise<boolean> {
    let ack: CommandAck
    try {
      ack = await this.road.send(action)
    } catch {
      this.listener.slow(action)
      await this.road.wait(backOff(tries))
      return false
    }
    if (!ack.ok && LATER.has(ack.code)) {
      await this.road.wait(Number(ack.facts?.retry_ms) || backOff(tries))
      return false
    }
    this.waiting = this.waiting.filter((one) => one !== action)
    this.save()
    if (ack.ok) this.listener.confirmed(action, ack)
    else this.listener.rejected(action, ack)
    return true
  }

  private restore(): Outgoing[] {
    try {
      const found: unknown = JSON.parse(this.storage.getItem(this.name) ?? '[]')
      return Array.isArray(found) ? found.slice(0, CAPACITY) : []
    } catch {
      return []
    }
  }

  private save(): void {
    try {
      if (this.waiting.length) this.storage.setItem(this.name, JSON.stringify(this.waiting))
      else this.storage.removeItem(this.name)
    } catch {
      // storage is full or forbidden: the action still goes out, it only would not survive a reload
    }
  }
}

/** Half a second to five, at random, so that a class does not come back in one blow. */
export function backOff(tries: number, chance = Math.random): number {
  const ceiling = Math.min(5000, 500 * 2 ** tries)
  return 250 + chance() * ceiling
}

/** An id of our own making: 128 bits, also where a page without https has no `randomUUID`. */
export function newCommandId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
